import { prisma } from "../db/database.server.ts";
import { proxyPath } from "../installation/proxy-path.server.ts";
import { readShopFacts } from "../installation/read-shop-facts.server.ts";
import { linkPath, type LinkPurpose } from "./link-purpose.ts";

/** Writes addresses on the storefront. */
export interface Addresses {
  /** Of a link, from its token. */
  link: (purpose: LinkPurpose, token: string) => string;
  /** Of the form. */
  form: string;
}

/**
 * How links in mails begin: the store's own domain, where people know the store, and the app proxy's path there. Asks
 * Shopify once, then the database knows; the store's myshopify domain leads to whatever domain it has later. Call it
 * outside a transaction.
 */
export async function readAddresses(shop: string): Promise<Addresses> {
  const where = { shop };
  const select = { storefrontUrl: true } as const;
  const known = await prisma().shop.findUnique({ where, select });
  if (known?.storefrontUrl == null) await readShopFacts(shop);
  const store = known?.storefrontUrl == null ? await prisma().shop.findUnique({ where, select }) : known;
  const base = store?.storefrontUrl ?? `https://${shop}`;
  const path = await proxyPath(shop);
  return { link: (purpose, token) => base + linkPath(path, purpose, token), form: `${base}${path}/request` };
}
