import { inTransaction, prisma, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { taskQueue } from "../jobs/jobs.ts";
import { enqueue } from "../jobs/queue.server.ts";
import type { AdminGraphql } from "../shopify/admin-graphql.server.ts";
import { askErasure } from "../shopify/ask-erasure.server.ts";
import { findPerson } from "../shopify/collect-person.server.ts";
import { pseudonym } from "../vault/subject-key.server.ts";
import { personOf } from "./task-person.server.ts";
import type { Acting } from "./settle-task.server.ts";

/**
 * Asks Shopify to erase the person of a request, as a member of staff (`admin` acts as them). "denied": Shopify does not
 * let them; "no-customer": it has no record of the person; "settled": there is nothing to ask.
 */
export async function askShopifyAsStaff(
  shop: string,
  request: string,
  admin: AdminGraphql,
  acting: Acting,
): Promise<"asked" | "denied" | "no-customer" | "settled"> {
  const customerId = await customerOf(shop, request, admin);
  if (customerId === "unknown") return "settled";
  if (customerId === null) return "no-customer";
  if ((await askErasure(admin, customerId)) === "denied") return "denied";
  return (await noteAsked(shop, request, acting)) ? "asked" : "settled";
}

/**
 * Keeps that a member of staff asked Shopify in its own admin: Candor looks from now on, and calls the person gone only
 * when they are. "settled" when Shopify's part is over already.
 */
export async function noteAsked(shop: string, request: string, { staff, now }: Acting): Promise<boolean> {
  const facts = { system: "shopify" as const, staff: await pseudonym(shop, `staff ${staff}`) };
  return inTransaction(async (tx) => {
    if (!(await setAsked(tx, shop, request, now))) return false;
    await appendEvidence(tx, shop, { kind: "request.asked", at: now, request, facts });
    await enqueue(tx, taskQueue("shopify"), { shop, request, system: "shopify" });
    return true;
  });
}

async function setAsked(tx: Tx, shop: string, request: string, now: Date): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE "RequestTask" t SET "status" = 'waiting', "cause" = NULL, "result" = NULL, "nextTryAt" = NULL,
      "askedAt" = ${now}
    FROM "PrivacyRequest" r
    WHERE t."shop" = ${shop} AND t."request" = ${request}::uuid AND t."system" = 'shopify'
      AND t."status" IN ('by-hand', 'failed', 'given-up', 'pending')
      AND r."shop" = t."shop" AND r."id" = t."request" AND r."kind" = 'delete'`;
  return changed === 1;
}

/** Their global id at Shopify; null when it has no record; "unknown" when nobody knows any more who it is. */
async function customerOf(shop: string, request: string, admin: AdminGraphql): Promise<string | null> {
  const row = await prisma().privacyRequest.findUnique({
    where: { shop_id: { shop, id: request } },
    select: { subject: true, kind: true },
  });
  const identity = row?.kind === "delete" ? await personOf(shop, { request, subject: row.subject }) : undefined;
  if (!identity) return "unknown";
  return (await findPerson(admin, { ...identity, orderIds: [] })).customerId;
}
