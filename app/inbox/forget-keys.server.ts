import { pool } from "../db/database.server.ts";
import { eachByItself } from "../jobs/each-by-itself.server.ts";
import { listInboxKeys, madeAt, openBody, removeInboxKey, sealBody } from "./inbox-key.server.ts";

/** A key may still be in use by a process for this long after it was made. Milliseconds. */
const IN_USE_MS = 5 * 60_000;
const AT_ONCE = 100;

interface Sealed {
  shop: string;
  id: string;
  receivedAt: Date;
  keyId: string;
  sealedBody: Buffer;
}

/**
 * Removes the keys of deliveries, a few minutes after they were made. Bodies that still wait are first sealed under a
 * fresh key, so that no key outlives the deliveries that are done. A key that fails keeps none of the others. Answers
 * how many keys went.
 */
export async function forgetInboxKeys(now: Date): Promise<number> {
  const old = (await listInboxKeys()).filter((id) => madeAt(id) < now.getTime() - IN_USE_MS);
  const keys = old.map((key) => ({ shop: "", key }));
  const failures = await eachByItself("inbox.forget-keys", keys, async ({ key }) => {
    while (await renewSome(key));
    await removeInboxKey(key);
  });
  return old.length - failures;
}

/** Seals some of a key's waiting bodies under the present key; false when none is left. */
async function renewSome(keyId: string): Promise<boolean> {
  const { rows } = await pool().query<Sealed>(
    `SELECT "shop", "id"::text, "receivedAt", "keyId", "sealedBody" FROM "Delivery" WHERE "keyId" = $1 LIMIT $2`,
    [keyId, AT_ONCE],
  );
  for (const row of rows) {
    const renewed = await sealBody(row.shop, row.id, await openBody(row.shop, row.id, keyId, row.sealedBody));
    await pool().query(
      `UPDATE "Delivery" SET "keyId" = $5, "sealedBody" = $6
       WHERE "shop" = $1 AND "id" = $2 AND "receivedAt" = $3 AND "keyId" = $4`,
      [row.shop, row.id, row.receivedAt, keyId, renewed.keyId, renewed.sealedBody],
    );
  }
  return rows.length > 0;
}
