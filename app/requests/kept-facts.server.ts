import type { Tx } from "../db/database.server.ts";
import { GROUND_IDS, type GroundId } from "../law/refusal-articles.ts";
import { invoiceKeptUntil, orderRetention } from "../law/retention.ts";

/** What stays of a person after a deletion. */
export interface KeptRecords {
  /** The last day ("YYYY-MM-DD") of their newest invoice, and the law that keeps it. */
  invoices: { until: string; law: string } | null;
  /** Why staff decided to keep something else, in the order of their decisions. */
  grounds: readonly GroundId[];
}

/**
 * What stays of a person after a deletion: their invoices, as the law of the store's country wants it, unless Shopify
 * showed that they never ordered; and what staff decided to keep, with each ground. The newest invoice counts from the
 * last order that Shopify showed; where it showed none, from the day of the request, which is never too early.
 */
export async function readKept(tx: Tx, shop: string, request: string): Promise<KeptRecords> {
  const store = await tx.shop.findUnique({ where: { shop }, select: { countryCode: true } });
  const about = await tx.privacyRequest.findUnique({
    where: { shop_id: { shop, id: request } },
    select: { receivedAt: true, hasOrdered: true, lastOrderOn: true },
  });
  const country = store?.countryCode ?? null;
  const until = about && invoicesUntil(country, about);
  const limits = await tx.requestDecision.findMany({
    where: { shop, request, decision: "limited" },
    orderBy: { at: "asc" },
  });
  const chosen = GROUND_IDS.filter((id) => limits.some(({ ground }) => ground === id));
  return {
    invoices: until === null ? null : { until, law: orderRetention(country)?.law ?? "" },
    // where the law of the store's country is known, the invoices have a sentence of their own
    grounds: chosen.filter((id) => until === null || id !== "legal-obligation"),
  };
}

interface Ordered {
  receivedAt: Date;
  hasOrdered: boolean | null;
  lastOrderOn: Date | null;
}

function invoicesUntil(country: string | null, { hasOrdered, lastOrderOn, receivedAt }: Ordered): string | null {
  if (hasOrdered === false) return null;
  return invoiceKeptUntil(country, (lastOrderOn ?? receivedAt).toISOString().slice(0, "YYYY-MM-DD".length));
}
