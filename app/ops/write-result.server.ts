import { cellText, factLines, findingLine, tableLine, type Finding, type Result, type Row } from "./result.ts";

/** Takes a piece of output; settles once it may be followed by the next. */
export type Write = (text: string) => Promise<void>;

/** Writes a result as text, or as exactly one JSON document, piece by piece. Answers the exit code. */
export async function writeResult(result: Result, json: boolean, write: Write): Promise<number> {
  switch (result.kind) {
    case "rows":
      await (json ? writeArray(result.rows, write) : writeTable(result.rows, write));
      return 0;
    case "facts":
      await write(json ? `${JSON.stringify(result.facts)}\n` : `${factLines(result.facts).join("\n")}\n`);
      return result.isBad === true ? 1 : 0;
    case "findings":
      return writeFindings(result.findings, json, write);
    case "document":
      for await (const piece of result.pieces) await write(piece);
      return 0;
  }
}

/** One finding that fails is exit code 1. */
async function writeFindings(findings: readonly Finding[], json: boolean, write: Write): Promise<number> {
  const rows = findings.map((finding): Row => ({ ...finding }));
  await (json ? writeArray(rows, write) : write(findings.map((finding) => `${findingLine(finding)}\n`).join("")));
  return findings.some(({ status }) => status === "fail") ? 1 : 0;
}

async function writeArray(rows: AsyncIterable<Row> | Iterable<Row>, write: Write): Promise<void> {
  let lead = "[";
  for await (const row of rows) {
    await write(lead + JSON.stringify(row));
    lead = ",\n";
  }
  await write(lead === "[" ? "[]\n" : "]\n");
}

/** Columns are as wide as their heading and their first value: rows are not kept to be measured. */
async function writeTable(rows: AsyncIterable<Row> | Iterable<Row>, write: Write): Promise<void> {
  let widths: number[] | undefined;
  for await (const row of rows) {
    const cells = Object.values(row).map(cellText);
    if (!widths) {
      const names = Object.keys(row);
      widths = names.map((name, at) => Math.max(name.length, cells[at]?.length ?? 0));
      await write(`${tableLine(names, widths)}\n`);
    }
    await write(`${tableLine(cells, widths)}\n`);
  }
  if (!widths) await write("Nothing.\n");
}
