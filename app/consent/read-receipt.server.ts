import { pool } from "../db/database.server.ts";
import { proveRecord, type RecordProof, type SealPlace } from "../evidence/record-proof.server.ts";
import type { ConsentRow } from "./consent-row.ts";
import { SELECTED, toConsentRow, type FoundConsent } from "./consent-sql.server.ts";
import { readShown } from "./read-shown.server.ts";
import type { Shown } from "./shown.ts";

/** A proof with what the hashes in the record stand for. */
export type ReceiptProof = RecordProof & { shown: Shown };

/**
 * What a receipt's number leads to. `proof` is a file that `verify/verify.mjs` checks; null until the record is sealed,
 * a few minutes after it came. "gone": it was erased, or its period is over.
 */
export type Receipt =
  | {
      state: "known";
      record: ConsentRow;
      replacedBy: { id: string; at: Date } | null;
      shown: Shown;
      proof: ReceiptProof | null;
    }
  | { state: "gone" }
  | { state: "unknown" };

const RECEIPT = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Looks up a receipt. Its number is random (122 bits) and names nobody; who has it may see the choice. */
export async function readReceipt(shop: string, receipt: string): Promise<Receipt> {
  const id = receipt.trim().toLowerCase();
  if (!RECEIPT.test(id)) return { state: "unknown" };
  const seen = await pool().query<{ receivedAt: Date }>(
    `SELECT "receivedAt" FROM "ConsentSeen" WHERE "shop" = $1 AND "id" = $2`,
    [shop, id],
  );
  const receivedAt = seen.rows[0]?.receivedAt;
  if (!receivedAt) return { state: "unknown" };
  const found = await readRecord(shop, id, receivedAt);
  if (!found) return { state: "gone" };
  const { salt, sealIndex, ...row } = found;
  const record = toConsentRow(row);
  const seal = { salt, sealIndex, sealSeq: row.sealSeq === null ? null : BigInt(row.sealSeq) };
  const [proof, replacedBy, shown] = await Promise.all([
    proveRecord(shop, "consent", { ...record, ...seal }),
    readReplacing(shop, id),
    readShown(shop, record),
  ]);
  return { state: "known", record, replacedBy, shown, proof: proof && { ...proof, shown } };
}

async function readRecord(
  shop: string,
  id: string,
  receivedAt: Date,
): Promise<(FoundConsent & Pick<SealPlace, "salt" | "sealIndex">) | undefined> {
  const { rows } = await pool().query<FoundConsent & Pick<SealPlace, "salt" | "sealIndex">>(
    `SELECT ${SELECTED}, c."salt", c."sealIndex" FROM "ConsentRecord" c
     WHERE c."shop" = $1 AND c."receivedAt" = $2 AND c."id" = $3`,
    [shop, receivedAt, id],
  );
  return rows[0];
}

/** The first choice that replaced it, whichever of the two came in first. */
async function readReplacing(shop: string, id: string): Promise<{ id: string; at: Date } | null> {
  const { rows } = await pool().query<{ id: string; at: Date }>(
    `SELECT c."id", c."at" FROM "ConsentRecord" c WHERE c."shop" = $1 AND c."previous" = $2 ORDER BY c."at", c."id" LIMIT 1`,
    [shop, id],
  );
  return rows[0] ?? null;
}
