import type { ErrandItems } from "./errand.ts";

const KIND = "Answer of a company";

/** What a company wrote with its answer, as a record for the person; nothing when it wrote nothing. */
export function wordOf(text: string, recordedAt: string | null = null): ErrandItems {
  if (text === "") return { records: [], files: [] };
  return {
    records: [{ kind: KIND, recordedAt, facts: [{ label: "What the company wrote", value: text }] }],
    files: [],
  };
}

/** What the company wrote, from what was kept of its answer; "" when it wrote nothing. */
export function textOf({ records }: ErrandItems): string {
  return records.find(({ kind }) => kind === KIND)?.facts[0]?.value ?? "";
}
