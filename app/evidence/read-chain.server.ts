import { prisma } from "../db/database.server.ts";
import { deliveryLeafText, type DeliveryFacts } from "./delivery-leaf.ts";
import type { EvidenceFacts, RecordKind } from "./kinds.ts";
import type { Leaf } from "./seal-records.server.ts";

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

type SealedRow = DeliveryFacts & { salt: Uint8Array };

const READERS: Record<RecordKind, (shop: string, batch: SealedBatch) => Promise<Leaf[]>> = {
  delivery: async (shop, { seq, facts }) => {
    const rows = await prisma().$queryRaw<SealedRow[]>`
      SELECT "id", "receivedAt", "topic", "eventId", "webhookId", "bytes", "salt" FROM "Delivery"
      WHERE "shop" = ${shop} AND "sealSeq" = ${seq} AND "salt" IS NOT NULL
        AND "receivedAt" BETWEEN ${new Date(facts.first)}::timestamptz AND ${new Date(facts.last)}::timestamptz
      ORDER BY "sealIndex"`;
    return rows.map((row) => ({ salt: Buffer.from(row.salt), text: deliveryLeafText(row) }));
  },
};

/**
 * A sealed batch's leaves in their order, from the records as they are now. `null` when records are gone, as they are
 * once their retention period is over: what is left of the batch can then no longer be compared with its seal.
 */
export async function readLeaves(shop: string, batch: SealedBatch): Promise<Leaf[] | null> {
  const leaves = await READERS[batch.facts.records](shop, batch);
  return leaves.length < batch.facts.count ? null : leaves;
}
