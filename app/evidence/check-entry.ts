import { parseEntry, type EntryBody, type Link } from "./chain.ts";

/** What can be wrong with a chain, and how a person is told. */
export const CHAIN_PROBLEMS = {
  missing: "is missing: another entry stands in its place, or none",
  altered: "was altered: its text is not the text that was recorded",
  unlinked: "or the entry before it was rewritten: it does not follow from the entry before it",
  "columns-differ": "was altered: its columns do not say what its text says",
  "head-differs": "is not the entry with which the chain ended: the end was cut off or rewritten",
  "key-differs": "does not name the key with which this store signs",
  "checkpoint-differs": "is not what a checkpoint says, or that checkpoint was altered",
  "records-differ": "sealed records that have been altered since",
} as const;

/** One thing that can be wrong with a chain. */
export type ChainProblem = keyof typeof CHAIN_PROBLEMS;

/** An entry as it was found. Hashes are 64 hexadecimal digits; `textHash` is that of `body`, computed just now. */
export interface FoundEntry {
  seq: number;
  at: Date;
  kind: string;
  subject: string | null;
  request: string | null;
  body: string;
  hash: string;
  textHash: string;
}

/** What is wrong with an entry that should follow `previous`, or `null`. */
export function checkEntry(shop: string, previous: Link, found: FoundEntry): ChainProblem | null {
  if (found.seq !== previous.seq + 1) return "missing";
  if (found.textHash !== found.hash) return "altered";
  const body = parseEntry(found.body);
  if (body.seq !== found.seq || body.shop !== shop) return "altered";
  if (body.prev !== previous.hash) return "unlinked";
  return agree(body, found) ? null : "columns-differ";
}

function agree(body: EntryBody, columns: FoundEntry): boolean {
  return (
    body.kind === columns.kind &&
    body.subject === columns.subject &&
    body.request === columns.request &&
    body.at === columns.at.toISOString()
  );
}
