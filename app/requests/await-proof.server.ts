import { inTransaction, prisma, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { eachByItself } from "../jobs/each-by-itself.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import type { RequestOutcome } from "../law/requests.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { shredSubject } from "../vault/subject-key.server.ts";
import { askerOf, type Asker } from "./asker.server.ts";
import { forgetStranger } from "./forget-stranger.server.ts";
import { readAddresses, type Addresses } from "./storefront-addresses.server.ts";
import { REMIND_MS } from "./link-purpose.ts";
import { sendProofLink } from "./send-proof-link.server.ts";
import { takeFairly } from "./take-fairly.server.ts";

/** Requests that one look takes up; the next look comes minutes later. */
const AT_ONCE = 500;

/** Finds the requests whose time it is to be reminded of or to end, and those whose link had to wait; a job for each. */
export async function awaitProofs(now: Date): Promise<void> {
  const remindBefore = new Date(now.getTime() - REMIND_MS);
  const hasLink = (more: string) =>
    `EXISTS (SELECT FROM "RequestLink" l WHERE l."shop" = r."shop" AND l."request" = r."id"${more})`;
  const isDue = `(r."status" = 'unverified' AND r."waitsFor" = 'mailbox' AND (r."waitsUntil" IS NULL
        OR r."waitsUntil" <= $1 OR NOT ${hasLink("")}
        OR (${hasLink(` AND l."sentAt" <= $2`)} AND NOT ${hasLink(` AND l."purpose" = 'verify-reminder'`)})))
      OR (r."status" = 'expired' AND r."subject" IS NOT NULL
        AND NOT EXISTS (SELECT FROM "DataSubject" d WHERE d."shop" = r."shop" AND d."id" = r."subject"))`;
  const due = await takeFairly(isDue, [now, remindBefore], { now, atMost: AT_ONCE });
  await eachByItself("request.await-proof", due, ({ shop, request }) =>
    inTransaction((tx) => enqueue(tx, "request.await-proof", { shop, request }, { singletonKey: request })),
  );
}

/**
 * Does what the time asks for with a request whose mailbox is not proven: mails the link that had to wait for a free
 * hour, reminds once after 24 hours, ends the request after seven days. Ending it forgets what a stranger typed, and whom
 * they named when nothing else of them is on file. Safe to repeat.
 */
export async function awaitProof(shop: string, id: string, now: Date): Promise<void> {
  const addresses = await readAddresses(shop);
  await inTransaction((tx) => goOn(tx, shop, id, { addresses, now }));
  await shredForgotten(shop, id);
}

interface Waiting {
  /** None: at once. */
  waitsUntil: Date | null;
  firstSentAt: Date | null;
  isReminded: boolean;
}

interface Means {
  addresses: Addresses;
  now: Date;
}

async function goOn(tx: Tx, shop: string, id: string, means: Means): Promise<void> {
  const waiting = await lockWaiting(tx, shop, id);
  if (!waiting) return;
  const { waitsUntil, firstSentAt, isReminded } = waiting;
  const asker = await askerOf(tx, shop, id);
  if (waitsUntil === null || waitsUntil <= means.now || !asker) return expire(tx, shop, { id, asker }, means);
  if (asker.email === null) return;
  const isDue = firstSentAt === null || firstSentAt.getTime() + REMIND_MS <= means.now.getTime();
  if (!isDue || isReminded) return;
  const purpose = firstSentAt === null ? "verify" : "verify-reminder";
  await sendProofLink(tx, shop, { ...asker, id, email: asker.email, waitsUntil }, { purpose, ...means });
}

async function lockWaiting(tx: Tx, shop: string, id: string): Promise<Waiting | undefined> {
  const [row] = await tx.$queryRaw<{ waitsUntil: Date | null }[]>`
    SELECT "waitsUntil" FROM "PrivacyRequest" WHERE "shop" = ${shop} AND "id" = ${id}::uuid
      AND "status" = 'unverified' AND "waitsFor" = 'mailbox' FOR UPDATE`;
  if (!row) return undefined;
  const [sent] = await tx.$queryRaw<Omit<Waiting, "waitsUntil">[]>`
    SELECT min("sentAt") AS "firstSentAt", coalesce(bool_or("purpose" = 'verify-reminder'), false) AS "isReminded"
    FROM "RequestLink" WHERE "shop" = ${shop} AND "request" = ${id}::uuid`;
  return { ...row, firstSentAt: sent?.firstSentAt ?? null, isReminded: sent?.isReminded ?? false };
}

async function expire(
  tx: Tx,
  shop: string,
  { id, asker }: { id: string; asker: Asker | undefined },
  { addresses, now }: Means,
): Promise<void> {
  const outcome: RequestOutcome = "never-verified";
  await tx.$executeRaw`
    UPDATE "PrivacyRequest" SET "status" = 'expired', "outcome" = ${outcome}, "closedAt" = ${now}, "waitsFor" = NULL
    WHERE "shop" = ${shop} AND "id" = ${id}::uuid`;
  await appendEvidence(tx, shop, { kind: "request.closed", at: now, request: id, facts: { outcome } });
  if (!asker) return;
  const { email, kind, language, subject } = asker;
  if (email !== null) {
    const mail = { request: id, subject: null, to: email, template: "expired", language } as const;
    await queueMail(tx, shop, { ...mail, key: `${id} expired`, facts: { kind, link: addresses.form } });
  }
  await forgetStranger(tx, shop, { request: id, subject });
}

/** Destroys the key of somebody whose rows are gone, then cuts the thread to them: a run that broke off is found again. */
async function shredForgotten(shop: string, id: string): Promise<void> {
  const [row] = await prisma().$queryRaw<{ subject: string }[]>`
    SELECT r."subject"::text FROM "PrivacyRequest" r
    WHERE r."shop" = ${shop} AND r."id" = ${id}::uuid AND r."status" = 'expired' AND r."subject" IS NOT NULL
      AND NOT EXISTS (SELECT FROM "DataSubject" d WHERE d."shop" = r."shop" AND d."id" = r."subject")`;
  if (!row) return;
  await shredSubject(shop, row.subject);
  await prisma().$executeRaw`
    UPDATE "PrivacyRequest" SET "subject" = NULL WHERE "shop" = ${shop} AND "subject" = ${row.subject}::uuid`;
}
