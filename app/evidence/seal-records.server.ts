import { randomBytes } from "node:crypto";
import { inTransaction, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "./append-evidence.server.ts";
import { keepCheckpoint } from "./checkpoint.server.ts";
import type { RecordKind } from "./kinds.ts";
import { shareHash } from "./leaf.server.ts";
import { treeHash } from "./merkle.server.ts";
import { leafText, SEALED, type SealedRow } from "./sealed-columns.ts";

const MOST_IN_A_BATCH = 10_000;
/** Records rest this long (ms) before they are sealed, so that batches are few and no transaction is still writing. */
const REST = 60_000;
const SALT_BYTES = 16;

type Row = SealedRow & { id: string; receivedAt: Date };

/** Records of one kind in their order, and the times (UTC) when the first and the last of them were received. */
interface Batch {
  kind: RecordKind;
  rows: readonly Row[];
  first: Date;
  last: Date;
}

/**
 * Seals the oldest records of a kind that are not sealed yet, at most 10,000 in one entry, and answers how many: call it
 * again while it answers more than none. Two that run at once share the work. One entry gets the Merkle root of all,
 * and a signed checkpoint of its own, so that one record can be proved without showing any other entry. Salts and
 * places are kept with the records, leaf hashes with the seal, all in one transaction.
 *
 * Source: RFC 6962, section 2.1.
 */
export function sealRecords(shop: string, kind: RecordKind, now: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const rows = await lockUnsealed(tx, shop, kind, now);
    const [first, last] = [rows[0]?.receivedAt, rows.at(-1)?.receivedAt];
    if (!first || !last) return 0;
    await sealBatch(tx, shop, { kind, rows, first, last }, now);
    return rows.length;
  });
}

function lockUnsealed(tx: Tx, shop: string, kind: RecordKind, now: Date): Promise<Row[]> {
  const { table, columns } = SEALED[kind];
  return tx.$queryRawUnsafe<Row[]>(
    `SELECT ${columns.map((name) => `"${name}"`).join(", ")} FROM "${table}"
     WHERE "shop" = $1 AND "sealSeq" IS NULL AND "receivedAt" <= $2
     ORDER BY "receivedAt", "id" LIMIT ${MOST_IN_A_BATCH} FOR UPDATE SKIP LOCKED`,
    shop,
    new Date(now.getTime() - REST),
  );
}

async function sealBatch(tx: Tx, shop: string, { kind, rows, first, last }: Batch, now: Date): Promise<void> {
  const salts = rows.map(() => randomBytes(SALT_BYTES));
  const hashes = rows.map((row, at) => shareHash({ salt: salts[at] ?? randomBytes(0), text: leafText(kind, row) }));
  const facts = {
    records: kind,
    count: rows.length,
    root: treeHash(hashes).toString("hex"),
    first: first.toISOString(),
    last: last.toISOString(),
  };
  const { seq, hash } = await appendEvidence(tx, shop, { kind: "records.sealed", at: now, facts });
  await keepCheckpoint(tx, shop, { seq: Number(seq), hash: hash.toString("hex") }, now);
  await tx.$executeRaw`
    INSERT INTO "SealedHashes" ("shop", "seq", "hashes") VALUES (${shop}, ${seq}, ${Buffer.concat(hashes)})`;
  await tx.$executeRawUnsafe(
    `UPDATE "${SEALED[kind].table}" AS "row"
     SET "salt" = decode("leaf"."salt", 'hex'), "sealSeq" = $4, "sealIndex" = "leaf"."position" - 1
     FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS "leaf" ("id", "salt", "position")
     WHERE "row"."shop" = $1 AND "row"."id" = "leaf"."id" AND "row"."receivedAt" BETWEEN $5 AND $6`,
    shop,
    rows.map(({ id }) => id),
    salts.map((salt) => salt.toString("hex")),
    seq,
    first,
    last,
  );
}
