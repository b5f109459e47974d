import { prisma } from "../db/database.server.ts";
import type { RetentionCategory } from "../register/retention-rules.ts";
import type { AdminGraphql } from "../shopify/admin-graphql.server.ts";
import { COUNT_CUSTOMERS, COUNT_DRAFTS, STALE_CUSTOMERS } from "../shopify/operations/stale.ts";
import { mask } from "../vault/identity.ts";
import type { Sample } from "./figure.ts";

/**
 * Shopify's search for what nothing has changed since a moment. An order, an address and a sign-up all change a customer,
 * so whoever is found has done nothing since; who was changed by an app is found later, never too early.
 */
export const changedBefore = (moment: Date): string => `updated_at:<'${moment.toISOString()}'`;

/** How many customers, or open draft orders, are past their period at Shopify; null for what Shopify cannot count. */
export async function countPast(
  admin: AdminGraphql,
  category: RetentionCategory,
  cutOff: Date,
): Promise<number | null> {
  const query = changedBefore(cutOff);
  if (category === "customer-profiles") return (await admin(COUNT_CUSTOMERS, { query })).customersCount?.count ?? 0;
  if (category !== "draft-orders") return null;
  return (await admin(COUNT_DRAFTS, { query: `${query} status:open` })).draftOrdersCount?.count ?? 0;
}

/** Requests for erasure by a rule that are not over. */
export function countUnderWay(shop: string): Promise<number> {
  return prisma().privacyRequest.count({
    where: { shop, source: "retention", status: { in: ["unverified", "open", "on-hold"] } },
  });
}

const SAMPLES = 5;

/** Some of the customers who are past their period, masked. Nothing of them is kept. */
export async function sampleCustomers(admin: AdminGraphql, cutOff: Date): Promise<Sample[]> {
  const { customers } = await admin(STALE_CUSTOMERS, { first: SAMPLES, after: null, query: changedBefore(cutOff) });
  return customers.nodes.map(({ id, updatedAt, defaultEmailAddress }) => {
    const email = defaultEmailAddress?.emailAddress;
    const who = email == null ? `Customer …${id.slice(-3)}` : mask("email", email);
    return { who, lastChange: new Date(updatedAt) };
  });
}
