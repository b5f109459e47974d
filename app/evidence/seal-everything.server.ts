import { pool } from "../db/database.server.ts";
import { checkpoint } from "./checkpoint.server.ts";
import { sealDeliveries } from "./seal-records.server.ts";

/** Seals every shop's new bulk records into its chain, and signs where each chain that grew ends now. */
export async function sealEverything(now: Date): Promise<void> {
  const unsealed = await pool().query<{ shop: string }>(
    `SELECT DISTINCT "shop" FROM "Delivery" WHERE "sealSeq" IS NULL AND "receivedAt" < $1`,
    [now],
  );
  for (const { shop } of unsealed.rows) while ((await sealDeliveries(shop, now)) > 0);
  const grown = await pool().query<{ shop: string }>(
    `SELECT h."shop" FROM "EvidenceHead" h WHERE h."seq" > 0 AND NOT EXISTS (
       SELECT 1 FROM "EvidenceCheckpoint" c WHERE c."shop" = h."shop" AND c."seq" = h."seq")`,
  );
  for (const { shop } of grown.rows) await checkpoint(shop, now);
}
