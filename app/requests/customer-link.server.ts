import { inTransaction, prisma } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { pseudonym } from "../vault/subject-key.server.ts";
import { findAtShopify } from "./customer-of.server.ts";
import type { Acting } from "./settle-task.server.ts";
import { personOf } from "./task-person.server.ts";

/**
 * Where a request's customer is in Shopify admin. That somebody was led there is evidence. Null when Shopify has no
 * record of them, or nobody knows any more who it is.
 */
export async function customerLink(shop: string, request: string, { staff, now }: Acting): Promise<string | null> {
  const row = await prisma().privacyRequest.findUnique({ where: { shop_id: { shop, id: request } } });
  const identity = row && (await personOf(shop, { request, subject: row.subject }));
  const at = identity && (await findAtShopify(shop, identity));
  if (!at || at === "uninstalled" || at.person.customerId === null) return null;
  const facts = { staff: await pseudonym(shop, `staff ${staff}`), fields: ["customerId"] };
  await inTransaction((tx) =>
    appendEvidence(tx, shop, { kind: "request.personal-data-revealed", at: now, request, facts }),
  );
  const handle = shop.replace(/\.myshopify\.com$/, "");
  return `https://admin.shopify.com/store/${handle}/customers/${at.person.customerId.split("/").at(-1) ?? ""}`;
}
