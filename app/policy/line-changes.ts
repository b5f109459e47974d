/** What two texts do not have in common, line by line, each in its own order. */
export interface LineChanges {
  readonly gone: readonly string[];
  readonly came: readonly string[];
}

/**
 * The lines of one text that the other lacks, and the other way round. A line that stands in both as often, wherever it
 * stands, is no change; blanks at its ends and empty lines do not count.
 */
export function lineChanges(before: string, after: string): LineChanges {
  return { gone: without(linesOf(before), linesOf(after)), came: without(linesOf(after), linesOf(before)) };
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");

/** `lines` less those of `others`, each taken away once for each time that it is there. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count === 0;
  });
}
