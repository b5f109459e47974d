import { stringify } from "csv-stringify/sync";
import type { Register } from "./facts.ts";
import { RECORD_COLUMNS, recordRows } from "./record-rows.ts";

/**
 * A store's record of processing (GDPR art. 30) as CSV: RFC 4180, UTF-8 with a byte order mark, a row for each purpose.
 * The store's own words are escaped where a spreadsheet could take them for a formula.
 */
export function writeRecordCsv(_shop: string, register: Register): string {
  const rows = recordRows(register).map((row) => RECORD_COLUMNS.map(([column]) => row[column]));
  const headings = RECORD_COLUMNS.map(([, heading]) => heading);
  return `\u{FEFF}${stringify([headings, ...rows], { escape_formulas: true })}`;
}

/** The record as JSON: its rows in words, and the whole register in codes, for programs. `format` names this shape. */
export function writeRecordJson(shop: string, register: Register, now: Date): string {
  const record = { format: "candor-record-of-processing/1", shop, at: now.toISOString() };
  return `${JSON.stringify({ ...record, activities: recordRows(register), register }, null, 2)}\n`;
}
