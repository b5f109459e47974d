import { pool } from "../db/database.server.ts";
import { checkpoint } from "./checkpoint.server.ts";
import { RECORD_KINDS } from "./kinds.ts";
import { sealRecords } from "./seal-records.server.ts";
import { SEALED } from "./sealed-columns.ts";

/** Seals every shop's new bulk records into its chain, and signs where each chain that grew ends now. */
export async function sealEverything(now: Date): Promise<void> {
  for (const kind of RECORD_KINDS) {
    const unsealed = await pool().query<{ shop: string }>(
      `SELECT DISTINCT "shop" FROM "${SEALED[kind].table}" WHERE "sealSeq" IS NULL AND "receivedAt" < $1`,
      [now],
    );
    for (const { shop } of unsealed.rows) while ((await sealRecords(shop, kind, now)) > 0);
  }
  const grown = await pool().query<{ shop: string }>(
    `SELECT h."shop" FROM "EvidenceHead" h WHERE h."seq" > 0 AND NOT EXISTS (
       SELECT 1 FROM "EvidenceCheckpoint" c WHERE c."shop" = h."shop" AND c."seq" = h."seq")`,
  );
  for (const { shop } of grown.rows) await checkpoint(shop, now);
}
