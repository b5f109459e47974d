import { checkpointText, parseEntry, type Link } from "./chain.ts";
import { checkEntry, type ChainProblem } from "./check-entry.ts";
import { sha256 } from "./hash.server.ts";
import { readHead } from "./list-evidence.server.ts";
import { leafHash, treeHash } from "./merkle.server.ts";
import { readCheckpoints, readEntries, readLeaves, type StoredEntry } from "./read-chain.server.ts";
import { leafData } from "./seal-records.server.ts";
import { isSignedBy, signingKey, type SigningKey } from "./signing-key.server.ts";

/**
 * `entries`: how many were found in order. `records`: how many sealed records still agree with their seal;
 * `batchesGone`: how many sealed batches could not be compared, because records' retention is over.
 * A `problem` names the entry `seq`; `CHAIN_PROBLEMS` has the words.
 */
export type ChainVerdict =
  | { ok: true; entries: number; head: Link | null; checkpoints: number; records: number; batchesGone: number }
  | { ok: false; entries: number; seq: number; problem: ChainProblem };

interface Walk {
  shop: string;
  key: SigningKey;
  last: Link | null;
  records: number;
  batchesGone: number;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/**
 * Checks a store's whole chain as it stands in the database: numbers without gaps, every text against its hash, every
 * entry against the one before, columns against texts, sealed records against their seals, checkpoints against the
 * store's key, the end against the head. Bounded memory; entries that are appended meanwhile are left for the next time.
 *
 * Source: GDPR art. 5(2), art. 32(1)(d).
 */
export async function verifyChain(shop: string): Promise<ChainVerdict> {
  const head = await readHead(shop);
  const walk: Walk = { shop, key: await signingKey(shop), last: null, records: 0, batchesGone: 0 };
  const upTo = head?.seq ?? 0;
  const broken = (seq: number, problem: ChainProblem): ChainVerdict => ({
    ok: false,
    entries: walk.last?.seq ?? 0,
    seq,
    problem,
  });
  for await (const page of readEntries(shop, upTo)) {
    for (const stored of page) {
      const expected = (walk.last?.seq ?? 0) + 1;
      const problem = await checkNext(walk, stored);
      if (problem) return broken(expected, problem);
    }
  }
  const entries = walk.last?.seq ?? 0;
  if (entries < upTo) return broken(entries + 1, "missing");
  if (head && walk.last?.hash !== head.hash) return broken(entries, "head-differs");
  const checked = await checkCheckpoints(walk);
  if (checked.wrong !== null) return broken(checked.wrong, "checkpoint-differs");
  const { last, records, batchesGone } = walk;
  return { ok: true, entries, head: last, checkpoints: checked.count, records, batchesGone };
}

async function checkNext(walk: Walk, stored: StoredEntry): Promise<ChainProblem | null> {
  const hash = hex(stored.hash);
  const textHash = sha256(stored.body).toString("hex");
  const problem = checkEntry(walk.shop, walk.last, { ...stored, seq: Number(stored.seq), hash, textHash });
  if (problem) return problem;
  walk.last = { seq: Number(stored.seq), hash };
  const entry = parseEntry(stored.body);
  if (walk.last.seq === 1 || entry.kind === "chain.started") return checkStart(walk, entry);
  if (entry.kind !== "records.sealed") return null;
  const leaves = await readLeaves(walk.shop, { seq: stored.seq, facts: entry.facts });
  if (!leaves) walk.batchesGone += 1;
  else if (hex(treeHash(leaves.map((leaf) => leafHash(leafData(leaf))))) !== entry.facts.root) return "records-differ";
  else walk.records += leaves.length;
  return null;
}

/** A chain begins once, with the key that signs for it. */
function checkStart(walk: Walk, entry: ReturnType<typeof parseEntry>): ChainProblem | null {
  const named = entry.kind === "chain.started" ? entry.facts.publicKey : undefined;
  return walk.last?.seq === 1 && named === walk.key.publicKey.toString("base64") ? null : "key-differs";
}

async function checkCheckpoints(walk: Walk): Promise<{ count: number; wrong: number | null }> {
  let count = 0;
  for await (const page of readCheckpoints(walk.shop)) {
    for (const { seq, hash, at, signature, entryHash } of page) {
      const text = checkpointText(walk.shop, { seq: Number(seq), hash: hex(hash) }, at);
      const agrees = entryHash !== null && hex(entryHash) === hex(hash);
      if (!agrees || !isSignedBy(walk.key.publicKey, text, signature)) return { count, wrong: Number(seq) };
      count += 1;
    }
  }
  return { count, wrong: null };
}
