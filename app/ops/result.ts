/** One thing that a command found, by name. Values are what JSON can say, and dates. */
export type Row = Readonly<Record<string, unknown>>;

/** One line of the doctor's. `todo` is null when nothing has to be done. */
export interface Finding {
  status: "ok" | "warn" | "fail";
  /** What was examined, in a word or two. */
  check: string;
  what: string;
  todo: string | null;
}

/** What a command answers. */
export type Result =
  | { kind: "rows"; rows: AsyncIterable<Row> | Iterable<Row> }
  /** `isBad`: the answer is complete, but not what one hopes for. */
  | { kind: "facts"; facts: Row; isBad?: boolean }
  | { kind: "findings"; findings: readonly Finding[] }
  /** A JSON document that is passed on as it is. */
  | { kind: "document"; pieces: AsyncIterable<string> | Iterable<string> };

/** A finding as a line: `warn queue: 3 jobs wait … — Start a worker.` */
export function findingLine({ status, check, what, todo }: Finding): string {
  return `${status.padEnd(4)} ${check}: ${what}${todo === null ? "" : ` — ${todo}`}`;
}

/** Columns of a table with two spaces between; `widths` are at least the headings'. */
export function tableLine(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, at) => cell.padEnd(widths[at] ?? 0))
    .join("  ")
    .trimEnd();
}

/** A single value for people. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined || value === "") return "-";
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.length === 0 ? "-" : value.map(cellText).join(",");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Facts for people: `name: value` lines, what is inside indented. */
export function factLines(facts: Row, indent = ""): string[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const inside = insideOf(value);
    if (inside === undefined) return [`${indent}${name}: ${cellText(value)}`];
    return [`${indent}${name}:`, ...inside.flatMap((each) => itemLines(each, `${indent}  `))];
  });
}

/** The objects of a list, or the one object; undefined for a value that fits in a line. */
function insideOf(value: unknown): Row[] | undefined {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.length > 0 && items.every(isRow) ? items : undefined;
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function itemLines(item: Row, indent: string): string[] {
  return factLines(item, indent).map((line, at) => (at === 0 ? `${indent.slice(2)}- ${line.trimStart()}` : line));
}
