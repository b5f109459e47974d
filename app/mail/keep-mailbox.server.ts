import { inTransaction, pool } from "../db/database.server.ts";
import { settings } from "../env.server.ts";
import { allSteps } from "../jobs/each-by-itself.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { destroyMailKeys, listMailKeys, writtenAt } from "./mail-key.server.ts";
import { NO_SERVER } from "./mail-status.ts";

const DAY_MS = 86_400_000;
/** A refused mail can be tried again for this long. Days. */
const REFUSED_KEPT_DAYS = 30;
/** Mails about requests are remembered as long as the requests' records must be (CCPA regulations §7101: 24 months). Days. */
const REMEMBERED_DAYS = 3 * 365;
/** A mail's key is made before its row is committed. Milliseconds. */
const BEING_WRITTEN_MS = 3_600_000;
const AT_ONCE = 500;

/**
 * Looks after the outbox: queues what waited for a mail server once there is one, forgets what refused mails were about
 * after a month, removes rows past their period, and destroys keys of mails that are over.
 */
export async function keepMailbox(now: Date): Promise<void> {
  await allSteps(
    async () => {
      if (settings().mail) while (await queueSome());
    },
    () => forgetOld(now),
    () => forgetKeys(now),
  );
}

async function forgetOld(now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  await pool().query(
    `UPDATE "MailMessage" SET "sealedContent" = NULL WHERE "status" = 'rejected' AND "doneAt" < $1
     AND "sealedContent" IS NOT NULL`,
    [before(REFUSED_KEPT_DAYS)],
  );
  await pool().query(
    `DELETE FROM "MailMessage" WHERE "status" IN ('sent', 'rejected', 'withdrawn') AND "createdAt" < $1`,
    [before(REMEMBERED_DAYS)],
  );
}

async function queueSome(): Promise<boolean> {
  return inTransaction(async (tx) => {
    const rows = await tx.$queryRaw<{ shop: string; id: string }[]>`
      UPDATE "MailMessage" m SET "cause" = NULL FROM (
        SELECT "shop", "id" FROM "MailMessage" WHERE "status" = 'queued' AND "cause" = ${NO_SERVER}
        ORDER BY "createdAt" LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED) w
      WHERE m."shop" = w."shop" AND m."id" = w."id" RETURNING m."shop", m."id"::text`;
    for (const { shop, id } of rows) await enqueue(tx, "mail.send", { shop, message: id });
    return rows.length === AT_ONCE;
  });
}

/** Keys without a mail that still needs them: it went, was withdrawn, or its transaction was rolled back. */
async function forgetKeys(now: Date): Promise<void> {
  const old = (await listMailKeys()).filter((id) => writtenAt(id) < now.getTime() - BEING_WRITTEN_MS);
  const { rows } = await pool().query<{ id: string }>(
    `SELECT "id"::text FROM "MailMessage" WHERE "id" = ANY($1::uuid[]) AND "sealedContent" IS NOT NULL`,
    [old],
  );
  const needed = new Set(rows.map(({ id }) => id));
  await destroyMailKeys(old.filter((id) => !needed.has(id)));
}
