import type { Tx } from "../db/database.server.ts";
import { BEFORE_CHAIN, entryBody, entryText, type Link, type NewEntry } from "./chain.ts";
import { sha256 } from "./hash.server.ts";
import { lockHead } from "./lock-head.server.ts";
import { refusePersonalData } from "./refuse-personal-data.ts";
import { signingKey } from "./signing-key.server.ts";

/** Where an entry stands. `hash`: 32 bytes. */
export interface Appended {
  seq: bigint;
  hash: Buffer;
}

/**
 * Puts an entry at the end of the store's chain, within the caller's transaction: the effect and its proof are kept
 * together or not at all. The chain's head row is its lock, held until the transaction ends, so append late and commit
 * soon. The first entry of a chain is `chain.started`, written by itself before the caller's.
 *
 * Source: GDPR art. 5(2) (accountability).
 *
 * @throws Error when a fact looks like personal data
 */
export async function appendEvidence(tx: Tx, shop: string, entry: NewEntry): Promise<Appended> {
  refusePersonalData(entry.subject === undefined ? entry.facts : { ...entry.facts, subject: entry.subject });
  const head = (await lockHead(tx, shop)) ?? (await startChain(tx, shop, entry.at));
  const link = await write(tx, shop, head, entry);
  return { seq: BigInt(link.seq), hash: Buffer.from(link.hash, "hex") };
}

async function startChain(tx: Tx, shop: string, at: Date): Promise<Link> {
  const { publicKey } = await signingKey(shop);
  // When two transactions start the chain at once, the second waits here, and then finds the first one's head.
  await tx.$executeRaw`
    INSERT INTO "EvidenceHead" ("shop", "seq", "hash", "at")
    VALUES (${shop}, 0, ''::bytea, ${at}::timestamptz) ON CONFLICT ("shop") DO NOTHING`;
  const head = await lockHead(tx, shop);
  if (head && head.seq > 0) return head;
  const facts = { algorithm: "Ed25519" as const, publicKey: publicKey.toString("base64") };
  return write(tx, shop, BEFORE_CHAIN, { kind: "chain.started", at, facts });
}

/** Entry and head in one statement; needs the head's lock, and writes nothing when the head is not where it was. */
async function write(tx: Tx, shop: string, previous: Link, entry: NewEntry): Promise<Link> {
  const body = entryBody(shop, previous, entry);
  const text = entryText(body);
  const hash = sha256(text);
  const written = await tx.$executeRaw`
    WITH "head" AS (
      UPDATE "EvidenceHead" SET "seq" = ${BigInt(body.seq)}, "hash" = ${hash}, "at" = ${entry.at}::timestamptz
      WHERE "shop" = ${shop} AND "seq" = ${BigInt(body.seq - 1)} RETURNING 1
    )
    INSERT INTO "EvidenceEntry" ("shop", "seq", "at", "kind", "subject", "request", "body", "hash")
    SELECT ${shop}, ${BigInt(body.seq)}, ${entry.at}::timestamptz, ${body.kind}, ${body.subject},
      ${body.request}::uuid, ${text}, ${hash} FROM "head"`;
  if (written !== 1) throw new Error("the evidence chain moved on without its lock");
  return { seq: body.seq, hash: hash.toString("hex") };
}
