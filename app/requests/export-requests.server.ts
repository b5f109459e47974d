import { stringify } from "csv-stringify/sync";
import { prisma } from "../db/database.server.ts";
import type { MetricRow } from "./year-metrics.ts";

const AT_ONCE = 1_000;
/** A cell that a spreadsheet would run as a formula gets a leading apostrophe. */
const SAFE = { escape_formulas: true };

/** A request as an auditor gets it: codes and times, nobody. */
type Row = Awaited<ReturnType<typeof readPage>>[number];

function readPage(shop: string, after: string) {
  return prisma().privacyRequest.findMany({
    where: { shop, id: { gt: after } },
    orderBy: { id: "asc" },
    take: AT_ONCE,
    select: {
      ...{ id: true, kind: true, source: true, behalf: true, law: true, region: true, status: true, outcome: true },
      ...{ receivedAt: true, verifiedBy: true, verifiedAt: true, deadline: true, extendedAt: true, closedAt: true },
      ...{ certifiedAt: true },
    },
  });
}

async function* pages(shop: string): AsyncGenerator<Row[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await readPage(shop, after);
    if (rows.length > 0) yield rows;
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)?.id ?? after;
  }
}

/**
 * Every request of a store for an auditor, piece by piece, as CSV (RFC 4180, UTF-8 with a byte order mark, times in UTC) or
 * JSON. Every cell is a code, an id or a time: nobody is named.
 */
export async function* exportRequests(shop: string, format: "csv" | "json"): AsyncGenerator<string> {
  const write = format === "csv" ? csvOf : jsonOf;
  let isFirst = true;
  for await (const rows of pages(shop)) {
    yield write(rows, isFirst);
    isFirst = false;
  }
  if (format === "json") yield isFirst ? "[]\n" : "\n]\n";
}

function csvOf(rows: readonly Row[], isFirst: boolean): string {
  const body = stringify(
    rows.map((row) => Object.values<string | Date | null>(row).map(cell)),
    SAFE,
  );
  return isFirst ? `\u{FEFF}${stringify([Object.keys(rows[0] ?? {})])}${body}` : body;
}

function jsonOf(rows: readonly Row[], isFirst: boolean): string {
  return `${isFirst ? "[\n" : ",\n"}${rows.map((row) => JSON.stringify(row)).join(",\n")}`;
}

const cell = (value: string | Date | null): string => (value instanceof Date ? value.toISOString() : (value ?? ""));

/** A year's figures as CSV or JSON. */
export function writeMetrics(
  shop: string,
  { year, rows }: { year: number; rows: readonly MetricRow[] },
  format: "csv" | "json",
): string {
  if (format === "json") return `${JSON.stringify({ format: "candor-metrics/1", shop, year, rows }, null, 2)}\n`;
  const headings = ["year", ...Object.keys(rows[0] ?? {})];
  return `\u{FEFF}${stringify([headings, ...rows.map((row) => [year, ...Object.values<string | number | null>({ ...row })])], SAFE)}`;
}
