import { BEFORE_CHAIN, checkpointText, parseEntry, type EntryBody, type Link } from "./chain.ts";
import { checkEntry, type ChainProblem } from "./check-entry.ts";
import { sha256 } from "./hash.server.ts";
import { listEvidence, readHead } from "./list-evidence.server.ts";
import { shareHash, type Share } from "./leaf.server.ts";
import { treeHash } from "./merkle.server.ts";
import { readCheckpoints, readEntries, readLeaves, type StoredEntry } from "./read-chain.server.ts";
import { isSignedBy, signingKey, type SigningKey } from "./signing-key.server.ts";

/**
 * `entries`: how many were found in order. `records`: how many sealed records still agree with their seal;
 * `recordsGone`: of how many only the hash is left, which agrees; `batchesGone`: how many batches could not be compared.
 * A `problem` names the entry `seq`; `CHAIN_PROBLEMS` has the words.
 */
export type ChainVerdict =
  | {
      ok: true;
      entries: number;
      head: Link | null;
      checkpoints: number;
      records: number;
      recordsGone: number;
      batchesGone: number;
    }
  | { ok: false; entries: number; seq: number; problem: ChainProblem };

/** How far the check has come. */
interface Walk {
  shop: string;
  key: SigningKey;
  last: Link;
  records: number;
  recordsGone: number;
  batchesGone: number;
}

type Fault = { seq: number; problem: ChainProblem };

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/**
 * Checks a store's whole chain as it stands in the database: numbers without gaps, every text against its hash, every
 * entry against the one before, columns against texts, sealed records against their seals, checkpoints against the
 * store's key, the end against the head. Bounded memory; entries that are appended meanwhile are left for the next time.
 *
 * Source: GDPR art. 5(2), art. 32(1)(d).
 */
export async function verifyChain(shop: string): Promise<ChainVerdict> {
  // The newest entry first: while others append, the head can only be further than it.
  const newest = (await listEvidence(shop, { limit: 1 })).entries[0]?.seq ?? 0;
  const head = (await readHead(shop)) ?? BEFORE_CHAIN;
  const walk: Walk = {
    shop,
    key: await signingKey(shop),
    last: BEFORE_CHAIN,
    records: 0,
    recordsGone: 0,
    batchesGone: 0,
  };
  if (head.seq < newest) return { ok: false, entries: 0, seq: newest, problem: "head-differs" };
  const entryFault = await checkEntries(walk, head);
  if (entryFault) return { ok: false, entries: walk.last.seq, ...entryFault };
  const { count: checkpoints, fault } = await checkCheckpoints(walk);
  if (fault) return { ok: false, entries: walk.last.seq, ...fault };
  const { last, records, recordsGone, batchesGone } = walk;
  const end = last.seq === 0 ? null : last;
  return { ok: true, entries: last.seq, head: end, checkpoints, records, recordsGone, batchesGone };
}

async function checkEntries(walk: Walk, head: Link): Promise<Fault | null> {
  for await (const page of readEntries(walk.shop, head.seq)) {
    for (const stored of page) {
      const seq = walk.last.seq + 1;
      const problem = await checkNext(walk, stored);
      if (problem) return { seq, problem };
    }
  }
  if (walk.last.seq < head.seq) return { seq: walk.last.seq + 1, problem: "missing" };
  return walk.last.hash === head.hash ? null : { seq: head.seq, problem: "head-differs" };
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
  else if (hex(treeHash(leaves.map(shareHash))) !== entry.facts.root) return "records-differ";
  else count(walk, leaves);
  return null;
}

function count(walk: Walk, leaves: readonly Share[]): void {
  const gone = leaves.filter((share) => "hash" in share).length;
  walk.records += leaves.length - gone;
  walk.recordsGone += gone;
}

/** A chain begins once, with the key that signs for it. */
function checkStart(walk: Walk, entry: EntryBody): ChainProblem | null {
  const named = entry.kind === "chain.started" ? entry.facts.publicKey : undefined;
  return walk.last.seq === 1 && named === walk.key.publicKey.toString("base64") ? null : "key-differs";
}

async function checkCheckpoints(walk: Walk): Promise<{ count: number; fault: Fault | null }> {
  let count = 0;
  for await (const page of readCheckpoints(walk.shop)) {
    for (const { seq, hash, at, signature, entryHash } of page) {
      const text = checkpointText(walk.shop, { seq: Number(seq), hash: hex(hash) }, at);
      const agrees = entryHash !== null && hex(entryHash) === hex(hash);
      if (!agrees || !isSignedBy(walk.key.publicKey, text, signature)) {
        return { count, fault: { seq: Number(seq), problem: "checkpoint-differs" } };
      }
      count += 1;
    }
  }
  return { count, fault: null };
}
