import type { Tx } from "../db/database.server.ts";

/** Mails with a link that one address may get in an hour, and those that one shop may cause in an hour. */
export const MOST_TO_MAILBOX = 5;
export const MOST_FROM_SHOP = 30;
const HOUR_MS = 3_600_000;

/** Whether a mail with a link may go; else whose hour is full. */
export type MayMail = "yes" | "mailbox-full" | "shop-full";

/**
 * Whether one more mail with a link may go to a mailbox (its blind index) now. Counts what went in the last hour; the
 * lock, held to the end of the caller's transaction, makes the count exact for any number of processes.
 */
export async function mayMail(tx: Tx, shop: string, mailbox: Uint8Array<ArrayBuffer>, now: Date): Promise<MayMail> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`request links ${shop}`}, 0))::text`;
  const since = new Date(now.getTime() - HOUR_MS);
  const [sent] = await tx.$queryRaw<{ all: number; own: number }[]>`
    SELECT count(*)::int AS "all", (count(*) FILTER (WHERE "mailbox" = ${mailbox}))::int AS "own" FROM "RequestLink"
    WHERE "shop" = ${shop} AND "sentAt" > ${since} AND "mailbox" IS NOT NULL`;
  if ((sent?.own ?? 0) >= MOST_TO_MAILBOX) return "mailbox-full";
  return (sent?.all ?? 0) >= MOST_FROM_SHOP ? "shop-full" : "yes";
}
