import type { Tx } from "../db/database.server.ts";
import { GROUND_IDS } from "../law/refusal-articles.ts";
import { invoiceKeptUntil, orderRetention } from "../law/retention.ts";
import type { MailFacts } from "../mail/templates.ts";

/** What stays after a deletion, as its mail says it. */
export type KeptFacts = Omit<MailFacts<"done-deleted">, "kept">;

/**
 * What stays of a person after a deletion: their invoices, as the law of the store's country wants it, and what staff
 * decided to keep, with the ground. Empty where nothing is known to stay.
 */
export async function readKeptFacts(tx: Tx, shop: string, request: string, now: Date): Promise<KeptFacts> {
  const store = await tx.shop.findUnique({ where: { shop }, select: { countryCode: true } });
  const country = store?.countryCode ?? null;
  const until = invoiceKeptUntil(country, now.toISOString().slice(0, "YYYY-MM-DD".length));
  const limit = await tx.requestDecision.findFirst({
    where: { shop, request, decision: "limited" },
    orderBy: { at: "desc" },
  });
  const ground = GROUND_IDS.find((id) => id === limit?.ground);
  return {
    ...(until !== null && { invoicesUntil: until, invoicesLaw: orderRetention(country)?.law }),
    // where the law of the store's country is known, the invoices have a sentence of their own
    ...(ground !== undefined && !(ground === "legal-obligation" && until !== null) && { ground }),
  };
}
