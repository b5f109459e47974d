import { pool } from "../db/database.server.ts";
import { allSteps, eachByItself } from "../jobs/each-by-itself.server.ts";
import { checkpoint } from "./checkpoint.server.ts";
import { RECORD_KINDS } from "./kinds.ts";
import { sealRecords } from "./seal-records.server.ts";
import { SEALED } from "./sealed-columns.ts";

/**
 * Seals every shop's new bulk records into its chain, and signs where each chain that grew ends now. A shop that fails
 * keeps none of the others.
 */
export async function sealEverything(now: Date): Promise<void> {
  await allSteps(
    () => sealShops(now),
    () => signShops(now),
  );
}

async function sealShops(now: Date): Promise<void> {
  for (const kind of RECORD_KINDS) {
    const unsealed = await pool().query<{ shop: string }>(
      `SELECT DISTINCT "shop" FROM "${SEALED[kind].table}" WHERE "sealSeq" IS NULL AND "receivedAt" < $1`,
      [now],
    );
    await eachByItself(
      "evidence.seal",
      unsealed.rows.map(({ shop }) => ({ shop, records: kind })),
      async ({ shop }) => {
        while ((await sealRecords(shop, kind, now)) > 0);
      },
    );
  }
}

async function signShops(now: Date): Promise<void> {
  const grown = await pool().query<{ shop: string }>(
    `SELECT h."shop" FROM "EvidenceHead" h WHERE h."seq" > 0 AND NOT EXISTS (
       SELECT 1 FROM "EvidenceCheckpoint" c WHERE c."shop" = h."shop" AND c."seq" = h."seq")`,
  );
  await eachByItself("evidence.seal", grown.rows, ({ shop }) => checkpoint(shop, now));
}
