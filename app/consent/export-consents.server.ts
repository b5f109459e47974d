import { stringify } from "csv-stringify/sync";
import { PURPOSE_BIT, PURPOSES } from "../law/purposes.ts";
import { CONSENT_COLUMNS, type ConsentFilter, type ConsentRow } from "./consent-row.ts";
import { walkConsents } from "./list-consents.server.ts";

const PLAIN = CONSENT_COLUMNS.filter((name) => name !== "allowed" && name !== "offered");
const HEADINGS = [
  ...["receipt", ...PLAIN.slice(1)],
  ...PURPOSES.map((purpose) => `${purpose} allowed`),
  ...PURPOSES.map((purpose) => `${purpose} offered`),
  "customer signed in",
  "evidence entry",
];

/**
 * A store's consent records as CSV (RFC 4180, UTF-8 with a byte order mark, times in UTC), piece by piece. Every cell is
 * a code, a number or a time: nothing that a spreadsheet could take for a formula.
 */
export async function* exportConsents(shop: string, filter: ConsentFilter): AsyncGenerator<string> {
  yield `\u{FEFF}${stringify([HEADINGS])}`;
  for await (const rows of walkConsents(shop, filter)) yield stringify(rows.map(cells));
}

function cells(row: ConsentRow): (string | number)[] {
  const has = (set: number) => PURPOSES.map((purpose) => yesOrNo((set & PURPOSE_BIT[purpose]) !== 0));
  const plain = PLAIN.map((name) => cell(row[name]));
  return [...plain, ...has(row.allowed), ...has(row.offered), yesOrNo(row.hasCustomer), row.sealSeq ?? ""];
}

function cell(value: Date | string | number | boolean | null): string | number {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "boolean" ? yesOrNo(value) : (value ?? "");
}

function yesOrNo(value: boolean): string {
  return value ? "yes" : "no";
}
