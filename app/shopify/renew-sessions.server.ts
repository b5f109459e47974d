import { adminFor } from "./admin-graphql.server.ts";
import { ShopifyRefused } from "./shopify-refused.ts";

/**
 * Uses a store's offline token once, which renews it: a refresh token dies after 90 days without use, and with it
 * the power to keep the store's duties. A store that withdrew access is left to its uninstall message.
 */
export async function renewSession(shop: string): Promise<void> {
  try {
    await adminFor(shop);
  } catch (error) {
    if (!(error instanceof ShopifyRefused)) throw error;
  }
}
