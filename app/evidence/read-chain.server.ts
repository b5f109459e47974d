import { prisma } from "../db/database.server.ts";
import type { EvidenceFacts } from "./kinds.ts";
import type { Share } from "./leaf.server.ts";
import { leafText, SEALED, type SealedRow } from "./sealed-columns.ts";

const PAGE = 500;

/** An entry as the database holds it. */
export interface StoredEntry {
  seq: bigint;
  at: Date;
  kind: string;
  subject: string | null;
  request: string | null;
  body: string;
  hash: Uint8Array;
}

/** A store's chain from its first entry to `upTo`, page by page: memory stays the same however long the chain is. */
export async function* readEntries(shop: string, upTo: number): AsyncGenerator<StoredEntry[]> {
  let after = { seq: 0n, at: new Date(0) };
  for (;;) {
    // `at` is part of the key, so a forged second row with the same number is seen too.
    const page = await prisma().$queryRaw<StoredEntry[]>`
      SELECT "seq", "at", "kind", "subject", "request", "body", "hash" FROM "EvidenceEntry"
      WHERE "shop" = ${shop} AND ("seq", "at") > (${after.seq}, ${after.at}::timestamptz) AND "seq" <= ${BigInt(upTo)}
      ORDER BY "seq", "at" LIMIT ${PAGE}`;
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last;
  }
}

/** A checkpoint as the database holds it, with the hash of the entry it speaks of (`null` when that is not there). */
export interface StoredCheckpoint {
  seq: bigint;
  hash: Uint8Array;
  at: Date;
  signature: Uint8Array;
  entryHash: Uint8Array | null;
}

/** A store's checkpoints, oldest first, page by page. */
export async function* readCheckpoints(shop: string): AsyncGenerator<StoredCheckpoint[]> {
  let after = 0n;
  for (;;) {
    const page = await prisma().$queryRaw<StoredCheckpoint[]>`
      SELECT "point"."seq", "point"."hash", "point"."at", "point"."signature", "entry"."hash" AS "entryHash"
      FROM "EvidenceCheckpoint" AS "point"
      LEFT JOIN "EvidenceEntry" AS "entry" ON "entry"."shop" = "point"."shop" AND "entry"."seq" = "point"."seq"
      WHERE "point"."shop" = ${shop} AND "point"."seq" > ${after}
      ORDER BY "point"."seq" LIMIT ${PAGE}`;
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.seq;
  }
}

/** A batch that the chain sealed, as its `records.sealed` entry states it. */
export interface SealedBatch {
  seq: bigint;
  facts: EvidenceFacts["records.sealed"];
}

type Found = SealedRow & { salt: Uint8Array; sealIndex: number };

/** Bytes of a leaf hash. */
const HASH_BYTES = 32;

/**
 * A sealed batch's leaves in their order: from the records as they are now, and of those that are gone (erased, or past
 * their period) the hash that stayed. `null` when not even that is there: what is left can't be compared then.
 */
export async function readLeaves(shop: string, batch: SealedBatch): Promise<Share[] | null> {
  const { count } = batch.facts;
  const shares: (Share | undefined)[] = await readHashes(shop, batch.seq);
  for (const { salt, sealIndex, ...row } of await readRecords(shop, batch)) {
    if (sealIndex < count) shares[sealIndex] = { salt: Buffer.from(salt), text: leafText(batch.facts.records, row) };
  }
  const found = Array.from({ length: count }, (_, at) => shares[at]);
  const whole = found.filter((share) => share !== undefined);
  return whole.length < count ? null : whole;
}

function readRecords(shop: string, { seq, facts }: SealedBatch): Promise<Found[]> {
  const { table, columns } = SEALED[facts.records];
  return prisma().$queryRawUnsafe<Found[]>(
    `SELECT ${[...columns, "salt", "sealIndex"].map((name) => `"${name}"`).join(", ")} FROM "${table}"
     WHERE "shop" = $1 AND "sealSeq" = $2 AND "salt" IS NOT NULL
       AND "receivedAt" BETWEEN $3::timestamptz AND $4::timestamptz`,
    shop,
    seq,
    facts.first,
    facts.last,
  );
}

/** The hashes of a batch's leaves, in their order. */
export async function readHashes(shop: string, seq: bigint): Promise<{ hash: Buffer }[]> {
  const row = await prisma().sealedHashes.findUnique({ where: { shop_seq: { shop, seq } } });
  const bytes = Buffer.from(row?.hashes ?? []);
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, at) => ({
    hash: bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  }));
}
