import { inTransaction, prisma, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { openRequest } from "../requests/open-request.server.ts";
import { adminFor } from "../shopify/admin-graphql.server.ts";
import { withAffordableSize } from "../shopify/collect-pages.server.ts";
import { STALE_CUSTOMERS } from "../shopify/operations/stale.ts";
import { pseudonym } from "../vault/subject-key.server.ts";
import { changedBefore } from "./count-past.server.ts";

const A_PAGE = 50;
/** A job takes this many pages at most, then another goes on: a worker can be stopped in between. */
const PAGES_A_JOB = 20;
/** While more erasures than this are under way, no further are opened: the requests of people come first. */
const MOST_UNDER_WAY = 500;
/** For so long (ms). */
const PAUSE_MS = 10 * 60_000;

interface Run {
  shop: string;
  id: string;
  cutOff: Date;
  cursor: string | null;
}

/**
 * The job of an approved run: opens a request for erasure for each customer whose profile is past its period, page by
 * page. Each goes the usual way: holds stop it, invoices stay as long as the law says, every system is asked and looked
 * at. A page's requests and the place after it are kept together, and a customer is asked for once: cut off anywhere, it
 * goes on where it was. Throws `ShopifyRefused`.
 */
export async function eraseInactive(shop: string, id: string, now: Date): Promise<void> {
  for (let page = 0; page < PAGES_A_JOB; page += 1) {
    const run = await prisma().retentionRun.findUnique({ where: { shop_id: { shop, id } } });
    if (run?.state !== "running") return;
    if ((await underWay(shop)) > MOST_UNDER_WAY) return goOn(run, new Date(now.getTime() + PAUSE_MS));
    if (!(await takePage(run, now))) return;
  }
  await goOn({ shop, id }, now);
}

function goOn({ shop, id }: Pick<Run, "shop" | "id">, startAfter: Date): Promise<void> {
  return inTransaction(async (tx) => {
    await enqueue(tx, "retention.erase", { shop, run: id }, { startAfter });
  });
}

function underWay(shop: string): Promise<number> {
  return prisma().privacyRequest.count({ where: { shop, source: "retention", status: "open" } });
}

/** Answers whether there are more. */
async function takePage(run: Run, now: Date): Promise<boolean> {
  const { shop, cutOff, cursor } = run;
  const admin = await adminFor(shop);
  const query = changedBefore(cutOff);
  const { result } = await withAffordableSize(A_PAGE, (first) =>
    admin(STALE_CUSTOMERS, { first, after: cursor, query }),
  );
  const { nodes, pageInfo } = result.customers;
  const people = await Promise.all(
    nodes.map(async ({ id, defaultEmailAddress }) => ({
      externalId: `retention ${await pseudonym(shop, `customer ${id}`)}`,
      identity: { customerId: id.split("/").at(-1) ?? id, ...emailOf(defaultEmailAddress) },
    })),
  );
  return inTransaction(async (tx) => {
    for (const person of people) await ask(tx, shop, person, now);
    return note(tx, run, { ...pageInfo, opened: people.length }, now);
  });
}

const emailOf = (address: { emailAddress: string } | null) => (address ? { email: address.emailAddress } : {});

async function ask(
  tx: Tx,
  shop: string,
  { externalId, identity }: { externalId: string; identity: { customerId: string; email?: string } },
  now: Date,
): Promise<void> {
  const wanted = { kind: "delete", source: "retention", verifiedBy: "staff", orders: [] } as const;
  await openRequest(tx, shop, { ...wanted, externalId, identity, receivedAt: now });
}

async function note(
  tx: Tx,
  { shop, id }: Run,
  { hasNextPage, endCursor, opened }: { hasNextPage: boolean; endCursor: string | null; opened: number },
  now: Date,
): Promise<boolean> {
  const state = hasNextPage ? "running" : "done";
  const data = { cursor: endCursor, state, opened: { increment: opened } };
  const row = await tx.retentionRun.update({ where: { shop_id: { shop, id } }, data });
  if (hasNextPage) return true;
  const facts = { run: id, requests: row.opened };
  await appendEvidence(tx, shop, { kind: "retention.carried-out", at: now, facts });
  return false;
}
