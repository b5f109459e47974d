import { inTransaction, prisma, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { proxyPath } from "../installation/proxy-path.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { adminFor } from "../shopify/admin-graphql.server.ts";
import { withAffordableSize } from "../shopify/collect-pages.server.ts";
import { CUSTOMERS_TO_TELL } from "../shopify/operations/customer.ts";
import { pseudonym } from "../vault/subject-key.server.ts";
import type { Announcement, AnnouncementState } from "./announcement.ts";
import type { TellReason } from "./why-tell.ts";

const CUSTOMERS_A_PAGE = 100;
/** A job writes this many pages at most, then another goes on: a worker can be stopped in between. */
const PAGES_A_JOB = 20;
/** While more mails than this wait, no further are written: the outbox is there for other mails too. */
const MOST_WAITING = 2_000;
/** For so long (ms). */
const PAUSE_MS = 60_000;

/** Notes, with a new version, that customers must be told of it, and why. */
export async function noteAnnouncement(
  tx: Tx,
  shop: string,
  { number, why, now }: { number: number; why: TellReason; now: Date },
): Promise<void> {
  // whoever is told of the newest version needs no mail about an older one
  await tx.policyAnnouncement.deleteMany({ where: { shop, state: "due" satisfies AnnouncementState } });
  await tx.policyAnnouncement.create({ data: { shop, number, why, state: "due", createdAt: now } });
}

/** What is due, or being done; null when nothing is. */
export async function readAnnouncement(shop: string): Promise<Announcement | null> {
  const state = { in: ["due", "running"] satisfies AnnouncementState[] };
  const row = await prisma().policyAnnouncement.findFirst({ where: { shop, state }, orderBy: { number: "desc" } });
  if (!row) return null;
  const why = row.why === "law" ? "law" : "promised";
  return { number: row.number, why, told: row.told, state: row.state === "due" ? "due" : "running" };
}

/** Has customers told by mail. False when somebody decided already. */
export async function startAnnouncing(shop: string, number: number): Promise<boolean> {
  return inTransaction(async (tx) => {
    if (!(await move(tx, shop, number, { from: "due", to: "running" }))) return false;
    await enqueue(tx, "policy.announce", { shop, number });
    return true;
  });
}

/** Keeps that the store told its customers in another way, as with a newsletter. False when somebody decided already. */
export async function toldOtherwise(
  shop: string,
  number: number,
  { staff, now }: { staff: string; now: Date },
): Promise<boolean> {
  const who = await pseudonym(shop, `staff ${staff}`);
  return inTransaction(async (tx) => {
    if (!(await move(tx, shop, number, { from: "due", to: "otherwise" }))) return false;
    const facts = { number, told: 0, how: "otherwise", staff: who } as const;
    await appendEvidence(tx, shop, { kind: "policy.announced", at: now, facts });
    return true;
  });
}

async function move(
  tx: Tx,
  shop: string,
  number: number,
  { from, to }: Record<"from" | "to", AnnouncementState>,
): Promise<boolean> {
  const { count } = await tx.policyAnnouncement.updateMany({
    where: { shop, number, state: from },
    data: { state: to },
  });
  return count === 1;
}

/**
 * The job: writes a mail to every customer who has an address, page by page as Shopify lists them. A page's mails and the
 * place after it are kept together, and a mail has one key for each customer: cut off anywhere, it goes on where it was,
 * and nobody gets two. Throws `ShopifyRefused`.
 */
export async function announcePolicy(shop: string, number: number, now: Date): Promise<void> {
  for (let page = 0; page < PAGES_A_JOB; page += 1) {
    const row = await prisma().policyAnnouncement.findUnique({ where: { shop_number: { shop, number } } });
    if (row?.state !== "running") return;
    if ((await waiting(shop)) > MOST_WAITING) return goOn(shop, number, new Date(now.getTime() + PAUSE_MS));
    if (!(await tellPage(shop, number, row.cursor, now))) return;
  }
  await goOn(shop, number, now);
}

function goOn(shop: string, number: number, startAfter: Date): Promise<void> {
  return inTransaction(async (tx) => {
    await enqueue(tx, "policy.announce", { shop, number }, { startAfter });
  });
}

function waiting(shop: string): Promise<number> {
  return prisma().mailMessage.count({ where: { shop, template: "policy-changed", status: "queued" } });
}

/** Answers whether there are more. */
async function tellPage(shop: string, number: number, cursor: string | null, now: Date): Promise<boolean> {
  const admin = await adminFor(shop);
  const { result } = await withAffordableSize(CUSTOMERS_A_PAGE, (first) =>
    admin(CUSTOMERS_TO_TELL, { first, after: cursor }),
  );
  const { nodes, pageInfo } = result.customers;
  const facts = await factsOf(shop, number);
  const mails = await Promise.all(
    nodes.map(async ({ id, locale, defaultEmailAddress }) => ({
      ...({ request: null, subject: null, template: "policy-changed", language: locale, facts } as const),
      to: defaultEmailAddress?.emailAddress ?? "",
      key: `policy ${String(number)} ${await pseudonym(shop, `customer ${id}`)}`,
    })),
  );
  return inTransaction(async (tx) => {
    let told = 0;
    for (const mail of mails) if ((await queueMail(tx, shop, mail)) === "queued") told += 1;
    const { hasNextPage, endCursor } = pageInfo;
    const state: AnnouncementState = hasNextPage ? "running" : "done";
    const data = { cursor: endCursor, state, told: { increment: told } };
    const row = await tx.policyAnnouncement.update({ where: { shop_number: { shop, number } }, data });
    if (hasNextPage) return true;
    const evidence = { number, told: row.told, how: "mail", staff: "" } as const;
    await appendEvidence(tx, shop, { kind: "policy.announced", at: now, facts: evidence });
    return false;
  });
}

async function factsOf(shop: string, number: number): Promise<{ link: string; effective: string }> {
  const version = await prisma().policyVersion.findUniqueOrThrow({ where: { shop_number: { shop, number } } });
  const link = `https://${shop}${await proxyPath(shop)}/policy?version=${String(number)}`;
  return { link, effective: version.effectiveOn.toISOString().slice(0, "YYYY-MM-DD".length) };
}
