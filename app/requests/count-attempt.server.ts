import { createHmac } from "node:crypto";
import { derive } from "../crypto/derive.server.ts";
import { pool, prisma } from "../db/database.server.ts";
import { shopRoot } from "../vault/shop-root.server.ts";

/** What is counted, how often it may happen, and within how long (ms). */
export const ATTEMPTS = {
  /** Forms from one network. A household or an office is behind one. */
  form: { most: 20, within: 3_600_000 },
  /** Forms to one shop: a flood from everywhere must not fill the database. */
  "form-to-shop": { most: 1_000, within: 3_600_000 },
  /** Files with forms to one shop. */
  "file-to-shop": { most: 60, within: 3_600_000 },
  /** Links that lead nowhere, from one network. Whoever has the right one is let in all the same. */
  "wrong-link": { most: 30, within: 3_600_000 },
} as const;

const COUNT = `
  INSERT INTO "AttemptCount" AS a ("shop", "what", "who", "count", "endsAt") VALUES ($1, $2, $3, 1, $4)
  ON CONFLICT ("shop", "what", "who") DO UPDATE SET
    "count" = CASE WHEN a."endsAt" <= $5 THEN 1 ELSE a."count" + 1 END,
    "endsAt" = CASE WHEN a."endsAt" <= $5 THEN $4 ELSE a."endsAt" END
  RETURNING "count"`;

/**
 * Counts an attempt, and answers whether it was still one of those that are allowed. The count is in the database: it
 * holds for all processes. `from`: a network (`networkOf`), "" for all together; kept as its HMAC under a key of the
 * shop's until the time is over.
 */
export async function countAttempt(
  shop: string,
  what: keyof typeof ATTEMPTS,
  from: string,
  now: Date,
): Promise<boolean> {
  const { most, within } = ATTEMPTS[what];
  const key = derive(await shopRoot(shop), "attempts");
  const who = Uint8Array.from(createHmac("sha256", key).update(from).digest());
  const endsAt = new Date(now.getTime() + within);
  const { rows } = await pool().query<{ count: number }>(COUNT, [shop, what, who, endsAt, now]);
  return (rows[0]?.count ?? 1) <= most;
}

/** Removes counts whose time is over, everywhere. */
export async function forgetAttempts(now: Date): Promise<void> {
  await prisma().$executeRaw`DELETE FROM "AttemptCount" WHERE "endsAt" <= ${now}`;
}
