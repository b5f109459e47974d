import { adminFor } from "./admin-graphql.server.ts";
import { ShopifyRefused } from "./shopify-refused.ts";
import { INSTALLATION } from "./operations/shop.ts";

/**
 * Whether Shopify still lets the app in, asked of Shopify itself. Throws `ShopifyRefused` when Shopify can't be
 * reached: not knowing is not a no.
 */
export async function isInstalledAtShopify(shop: string): Promise<boolean> {
  try {
    const admin = await adminFor(shop);
    await admin(INSTALLATION, {});
    return true;
  } catch (error) {
    if (error instanceof ShopifyRefused && error.code === "NOT_INSTALLED") return false;
    throw error;
  }
}
