import { prisma } from "../db/database.server.ts";
import type { Cover } from "../package/cover.ts";
import { adminFor } from "../shopify/admin-graphql.server.ts";
import { SHOP_FACTS } from "../shopify/operations/shop.ts";
import { ShopifyRefused } from "../shopify/shopify-refused.ts";

/** What a package says of the store; from Shopify while it can be asked, else the domain alone. */
export async function readShopFacts(shop: string): Promise<Cover["shop"]> {
  const plain = { name: shop, domain: shop, contactEmail: null, timeZone: "UTC" };
  const known = await prisma().shop.findUnique({ where: { shop } });
  if (!known?.installedAt || known.uninstalledAt) return { ...plain, name: known?.name ?? shop };
  try {
    const admin = await adminFor(shop);
    const { shop: facts } = await admin(SHOP_FACTS, {});
    const { name, contactEmail, ianaTimezone: timeZone, primaryDomain, shopAddress } = facts;
    const place = { timeZone, countryCode: shopAddress.countryCodeV2, shipsTo: [...facts.shipsToCountries] };
    await prisma().shop.update({
      where: { shop },
      data: { name, ...place, storefrontUrl: new URL(primaryDomain.url).origin },
    });
    return { name, domain: primaryDomain.host, contactEmail, timeZone };
  } catch (error) {
    if (error instanceof ShopifyRefused) return { ...plain, name: known.name ?? shop };
    throw error;
  }
}
