import { privacyPage } from "./privacy-page.ts";
import { readShopFacts } from "../installation/read-shop-facts.server.ts";

/** The store's privacy page, with what Shopify says of the store now. */
export async function writePrivacyPage(shop: string): Promise<string> {
  const { name, contactEmail } = await readShopFacts(shop);
  return privacyPage({ name, contactEmail });
}
