/** A row's cells, the first its name. */
export type Row = readonly string[];

/** 0 to 1 as "62 %". */
export function share(value: number): string {
  return Number.isNaN(value) ? "–" : `${(100 * value).toFixed(0)} %`;
}

/** A table in Markdown; "" without rows. */
export function table(title: string, head: Row, rows: readonly Row[]): string {
  if (rows.length === 0) return "";
  const line = (cells: Row) => `| ${cells.join(" | ")} |`;
  return [
    `## ${title}`,
    "",
    line(head),
    line(head.map((_, index) => (index === 0 ? "---" : "--:"))),
    ...rows.map(line),
  ].join("\n");
}
