import { inTransaction, pool, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { allSteps, eachByItself } from "../jobs/each-by-itself.server.ts";
import { nextReminder, reminderDue } from "../law/reminders.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { adminLink } from "./admin-link.server.ts";
import { endPause } from "./ask-person.server.ts";
import { LONGEST_PAUSE_MS } from "./decision.ts";
import { isRunning, lockRequest, type LockedRequest } from "./lock-request.server.ts";
import { reckonClock } from "./reckon-clock.server.ts";
import { startRequest } from "./start-request.server.ts";
import { takeFairly } from "./take-fairly.server.ts";

/** Taken up in one go; what is left comes with the next minutes. */
const AT_ONCE = 500;

interface Hold {
  shop: string;
  hold: string;
}

/** What is done with a request that is found. */
type Doing = (tx: Tx, shop: string, id: string, now: Date) => Promise<void>;

/**
 * Does what the time asks for with the requests of all stores: reminds staff at half and four fifths of the time, a day
 * before its end and after it, each once; ends pauses that last too long; lets go on what Shopify's named waits kept back;
 * reminds of holds whose review is due. One request that fails keeps none of the others. Safe to repeat; `now` may be
 * any moment, so a test travels in time.
 */
export async function tickRequests(now: Date): Promise<void> {
  const pausedBefore = new Date(now.getTime() - LONGEST_PAUSE_MS);
  await allSteps(
    () => withEach(`r."pausedAt" <= $1`, pausedBefore, resume, now),
    () => withEach(`r."status" = 'open' AND r."waitsFor" = 'shopify' AND r."waitsUntil" <= $1`, now, letGoOn, now),
    () => withEach(`r."remindAt" <= $1`, now, remind, now),
    () => remindOfHolds(now),
  );
}

async function withEach(condition: string, moment: Date, doing: Doing, now: Date): Promise<void> {
  const due = await takeFairly(condition, [moment], { now, atMost: AT_ONCE });
  await eachByItself("request.tick", due, ({ shop, request }) => inTransaction((tx) => doing(tx, shop, request, now)));
}

async function remindOfHolds(now: Date): Promise<void> {
  await eachByItself("request.tick", await toReview(now), ({ shop, hold }) =>
    inTransaction((tx) => remindOfHold(tx, shop, hold, now)),
  );
}

async function resume(tx: Tx, shop: string, id: string, now: Date): Promise<void> {
  const row = await lockRequest(tx, shop, id);
  if (row) await endPause(tx, shop, row, now);
}

async function letGoOn(tx: Tx, shop: string, id: string, now: Date): Promise<void> {
  const row = await lockRequest(tx, shop, id);
  if (row?.waitsFor !== "shopify") return;
  await tx.privacyRequest.update({ where: { shop_id: { shop, id } }, data: { waitsFor: null, waitsUntil: null } });
  await startRequest(tx, shop, id, now);
}

/** While the person's mailbox is not proven there is nothing that staff could do. */
function isForStaff(row: LockedRequest): boolean {
  return isRunning(row) && row.waitsFor !== "mailbox";
}

async function remind(tx: Tx, shop: string, id: string, now: Date): Promise<void> {
  const row = await lockRequest(tx, shop, id);
  if (!row) return;
  const clock = await reckonClock(tx, shop, row, now);
  const reminder = isForStaff(row) && !clock.isPaused ? reminderDue(clock, now) : null;
  if (reminder !== null) await tell(tx, shop, { row, reminder }, now);
  const remindAt = isRunning(row) ? nextReminder(clock, now) : null;
  await tx.privacyRequest.update({ where: { shop_id: { shop, id } }, data: { remindAt } });
}

async function tell(
  tx: Tx,
  shop: string,
  { row, reminder }: { row: LockedRequest; reminder: string },
  now: Date,
): Promise<void> {
  const { id, kind, deadline } = row;
  const { count } = await tx.staffReminder.createMany({
    data: { shop, request: id, reminder, deadline, at: now },
    skipDuplicates: true,
  });
  if (count === 0) return;
  await appendEvidence(tx, shop, { kind: "request.staff-reminded", at: now, request: id, facts: { reminder } });
  await queueMail(tx, shop, {
    ...{ request: id, subject: null, template: "staff-reminder", language: null },
    key: `${id} ${reminder} ${deadline.toISOString()}`,
    facts: {
      ...{ kind, deadline: deadline.toISOString(), link: adminLink(shop, id) },
      overdue: reminder === "overdue",
    },
  });
}

async function toReview(now: Date): Promise<Hold[]> {
  const { rows } = await pool().query<Hold>(
    `SELECT h."shop", h."id"::text AS "hold" FROM "LegalHold" h
     WHERE h."releasedAt" IS NULL AND h."reviewOn" <= $1 AND NOT EXISTS (
       SELECT FROM "StaffReminder" s WHERE s."shop" = h."shop" AND s."request" = h."id"
         AND s."deadline" = h."reviewOn"::timestamptz)
     ORDER BY row_number() OVER (PARTITION BY h."shop" ORDER BY h."reviewOn", h."id") LIMIT ${String(AT_ONCE)}`,
    [now],
  );
  return rows;
}

/** A hold is reviewed once for its day; the reminder leads to a request of its person. */
async function remindOfHold(tx: Tx, shop: string, hold: string, now: Date): Promise<void> {
  const [row] = await tx.$queryRaw<{ reviewOn: Date; request: string | null }[]>`
    SELECT h."reviewOn", (SELECT r."id"::text FROM "PrivacyRequest" r WHERE r."shop" = h."shop"
      AND r."subject" = h."subject" ORDER BY r."receivedAt" DESC LIMIT 1) AS "request"
    FROM "LegalHold" h WHERE h."shop" = ${shop} AND h."id" = ${hold}::uuid AND h."releasedAt" IS NULL FOR UPDATE OF h`;
  if (!row) return;
  const { count } = await tx.staffReminder.createMany({
    data: { shop, request: hold, reminder: "hold-review", deadline: row.reviewOn, at: now },
    skipDuplicates: true,
  });
  if (count === 0 || row.request === null) return;
  const facts = { reviewOn: row.reviewOn.toISOString().slice(0, 10), link: adminLink(shop, row.request) };
  await queueMail(tx, shop, {
    ...{ request: row.request, subject: null, template: "staff-hold-review", language: null },
    ...{ key: `${hold} review ${facts.reviewOn}`, facts },
  });
}
