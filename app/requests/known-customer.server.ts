import { inTransaction } from "../db/database.server.ts";
import { ShopifyRefused } from "../shopify/shopify-refused.ts";
import { correctSubject } from "../vault/correct-subject.server.ts";
import type { Identity } from "../vault/identity.ts";
import { readSubject } from "../vault/subjects.server.ts";
import { findAtShopify } from "./customer-of.server.ts";

/**
 * Whom a request is about, with the customer's number where Shopify knows a customer with just their address. Choices of
 * customers who were signed in are found by that number alone; the person keeps it, because Shopify no longer tells it
 * once they are erased there. Nothing is guessed: a telephone number, or an address that is only alike, names nobody.
 */
export async function withCustomer(shop: string, subject: string, identity: Identity): Promise<Identity> {
  const { customerId, email } = identity;
  if (customerId !== undefined || email === undefined) return identity;
  const found = await customerWith(shop, { email });
  // whoever was erased here meanwhile has no key any more, and is not written down again
  if (found === null || !(await readSubject(shop, subject))) return identity;
  const learned = { customerId: found };
  await inTransaction((tx) => correctSubject(tx, shop, subject, learned));
  return { ...identity, ...learned };
}

/** Null also where Shopify can't be asked: the request's own parts say so. */
async function customerWith(shop: string, identity: Identity): Promise<string | null> {
  try {
    const at = await findAtShopify(shop, identity);
    return at === "uninstalled" ? null : at.person.customerId;
  } catch (error) {
    if (error instanceof ShopifyRefused) return null;
    throw error;
  }
}
