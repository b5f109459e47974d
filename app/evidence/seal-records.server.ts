import { randomBytes } from "node:crypto";
import { inTransaction, type Tx } from "../db/database.server.ts";
import { appendEvidence, type Appended } from "./append-evidence.server.ts";
import { deliveryLeafText, type DeliveryFacts } from "./delivery-leaf.ts";
import type { RecordKind } from "./kinds.ts";
import { leafHash, treeHash } from "./merkle.server.ts";

const MOST_IN_A_BATCH = 10_000;
/** Records rest this long (ms) before they are sealed, so that batches are few and no transaction is still writing. */
const REST = 60_000;
const SALT_BYTES = 16;

/** One record's share of a seal. Without `salt` nobody can find out from the seal what `text` was. */
export interface Leaf {
  salt: Buffer;
  text: string;
}

/** The data of a record's leaf, as RFC 6962 hashes it: the salt's bytes, then the text's in UTF-8. */
export function leafData(leaf: Leaf): Buffer {
  return Buffer.concat([leaf.salt, Buffer.from(leaf.text, "utf8")]);
}

/** Records of one kind in their order, and the times (UTC) when the first and the last of them were received. */
export interface Batch {
  records: RecordKind;
  leaves: readonly Leaf[];
  first: Date;
  last: Date;
}

/**
 * Puts one `records.sealed` entry with the Merkle root of many records into the chain. The caller keeps each record's
 * salt, the entry's `seq` and the record's index in the same transaction.
 *
 * Source: RFC 6962, section 2.1.
 */
export function sealRecords(tx: Tx, shop: string, batch: Batch, now: Date): Promise<Appended> {
  const root = treeHash(batch.leaves.map((leaf) => leafHash(leafData(leaf)))).toString("hex");
  return appendEvidence(tx, shop, {
    kind: "records.sealed",
    at: now,
    facts: {
      records: batch.records,
      count: batch.leaves.length,
      root,
      first: batch.first.toISOString(),
      last: batch.last.toISOString(),
    },
  });
}

/**
 * Seals the oldest webhook deliveries that are not sealed yet, at most 10,000 in one entry, and answers how many: call
 * it again while it answers 10,000. Two that run at once share the work.
 */
export function sealDeliveries(shop: string, now: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const rows = await tx.$queryRaw<DeliveryFacts[]>`
      SELECT "id", "receivedAt", "topic", "eventId", "webhookId", "bytes" FROM "Delivery"
      WHERE "shop" = ${shop} AND "sealSeq" IS NULL AND "receivedAt" <= ${new Date(now.getTime() - REST)}::timestamptz
      ORDER BY "receivedAt", "id" LIMIT ${MOST_IN_A_BATCH} FOR UPDATE SKIP LOCKED`;
    const [first, last] = [rows[0]?.receivedAt, rows.at(-1)?.receivedAt];
    if (!first || !last) return 0;
    const leaves = rows.map((row) => ({ salt: randomBytes(SALT_BYTES), text: deliveryLeafText(row) }));
    const { seq } = await sealRecords(tx, shop, { records: "delivery", leaves, first, last }, now);
    const ids = rows.map((row) => row.id);
    const salts = leaves.map((leaf) => leaf.salt.toString("hex"));
    await tx.$executeRaw`
      UPDATE "Delivery" AS "row"
      SET "salt" = decode("leaf"."salt", 'hex'), "sealSeq" = ${seq}, "sealIndex" = "leaf"."position" - 1
      FROM unnest(${ids}::uuid[], ${salts}::text[]) WITH ORDINALITY AS "leaf" ("id", "salt", "position")
      WHERE "row"."shop" = ${shop} AND "row"."id" = "leaf"."id"
        AND "row"."receivedAt" BETWEEN ${first}::timestamptz AND ${last}::timestamptz`;
    return rows.length;
  });
}
