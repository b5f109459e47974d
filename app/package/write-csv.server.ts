import { stringify } from "csv-stringify/sync";
import type { PackageSource } from "./cover.ts";
import type { CsvRow } from "./csv-cells.ts";
import type { AnyCsvTable } from "./csv-tables.ts";

const OPTIONS = {
  record_delimiter: "windows" as const,
  // A cell that a spreadsheet would run as a formula gets a leading apostrophe.
  escape_formulas: true,
  cast: { boolean: (value: boolean) => (value ? "yes" : "no") },
};

/**
 * Writes one CSV file piece by piece: RFC 4180 with CRLF, UTF-8 with a byte order mark (Excel reads it wrongly
 * without), the header always there. Cells that begin like a formula are made harmless; `data.json` has them exactly.
 */
export async function* writeCsv(source: PackageSource, table: AnyCsvTable): AsyncGenerator<string> {
  const { columns } = table;
  yield stringify([[...columns]], { ...OPTIONS, bom: true });
  const rowsOf = table.rows as (item: unknown) => readonly CsvRow[];
  for await (const items of source.parts(table.section)) {
    const rows = items.flatMap((item) => rowsOf(item));
    if (rows.length > 0) yield stringify([...rows], { ...OPTIONS, columns: [...columns] });
  }
}
