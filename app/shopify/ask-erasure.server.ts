import type { AdminGraphql } from "./admin-graphql.server.ts";
import { accepted } from "./accepted.server.ts";
import { REQUEST_ERASURE } from "./operations/change-customer.ts";
import { ShopifyRefused } from "./shopify-refused.ts";

/**
 * Asks Shopify to erase a customer (global id). "denied": the token's member of staff may not, or it has none. Asked
 * again while Shopify waits, nothing changes.
 */
export async function askErasure(admin: AdminGraphql, customerId: string): Promise<"asked" | "denied"> {
  try {
    accepted("the erasure", (await admin(REQUEST_ERASURE, { customerId })).customerRequestDataErasure);
    return "asked";
  } catch (error) {
    if (error instanceof ShopifyRefused && error.code === "ACCESS_DENIED") return "denied";
    throw error;
  }
}
