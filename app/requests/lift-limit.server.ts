import { inTransaction, prisma } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import type { RequestKind } from "../law/requests.ts";
import { liftLimit } from "../shopify/limit-customer.server.ts";
import { pseudonym } from "../vault/subject-key.server.ts";
import { findAtShopify } from "./customer-of.server.ts";
import { LIMIT_OF } from "./limit-at-shopify.server.ts";
import type { Acting } from "./settle-task.server.ts";
import { personOf } from "./task-person.server.ts";

/**
 * Lifts what a request set on a person's customer record, because it no longer applies (GDPR art. 18(3): tell them
 * before). "nothing": it set nothing there. "unchanged": Shopify said yes, and a look shows otherwise.
 */
export async function liftRequest(
  shop: string,
  request: string,
  { staff, now }: Acting,
): Promise<"lifted" | "nothing" | "unchanged"> {
  const row = await prisma().privacyRequest.findUnique({ where: { shop_id: { shop, id: request } } });
  const limit = row?.status === "done" ? LIMIT_OF[row.kind as RequestKind] : undefined;
  const identity = row && limit && (await personOf(shop, { request, subject: row.subject }));
  if (!identity) return "nothing";
  const at = await findAtShopify(shop, identity);
  if (at === "uninstalled" || at.person.customerId === null) return "nothing";
  const seen = await liftLimit(at.admin, at.person.customerId, limit);
  if (seen !== "as-asked") return seen === "no-customer" ? "nothing" : "unchanged";
  const facts = { decision: `lifted ${limit}`, ground: "", staff: await pseudonym(shop, `staff ${staff}`) };
  await inTransaction((tx) => appendEvidence(tx, shop, { kind: "request.decided", at: now, request, facts }));
  return "lifted";
}
