import { prisma, type Tx } from "../db/database.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { adminFor, type AdminGraphql } from "../shopify/admin-graphql.server.ts";
import { STORE_LANGUAGES, STORE_SETUP } from "../shopify/operations/store-setup.ts";
import { ShopifyRefused } from "../shopify/shopify-refused.ts";
import { keepFound } from "./change-register.server.ts";
import { factsFromShop } from "./facts-from-shop.ts";

/** Asks for a look at one store soon; one that waits already is enough. */
export async function askForShopify(tx: Tx, shop: string): Promise<void> {
  await enqueue(tx, "register.read-shopify", { shop }, { singletonKey: shop });
}

/** The job: looks at a store while it has the app. Throws `ShopifyRefused`. */
export async function readInstalledAtShopify(shop: string, now: Date): Promise<void> {
  const known = await prisma().shop.findUnique({ where: { shop }, select: { installedAt: true, uninstalledAt: true } });
  if (!known?.installedAt || known.uninstalledAt) return;
  await readAtShopify(shop, await adminFor(shop), now);
}

/**
 * Takes into a store's register what Shopify's own settings show: who it is, where it sells, in which languages, what
 * sends its goods. Answers the ids of facts that changed. Throws `ShopifyRefused` when Shopify does not answer; a
 * missing scope only leaves its part unknown.
 */
export async function readAtShopify(shop: string, admin: AdminGraphql, now: Date): Promise<string[]> {
  const [{ shop: setup }, languages] = [await admin(STORE_SETUP, {}), await readLanguages(admin)];
  const { primaryDomain, domains, shopAddress, fulfillmentServices, paymentSettings } = setup;
  const facts = factsFromShop({
    ...{ name: setup.name, contactEmail: setup.contactEmail },
    domains: [...new Set([primaryDomain.host, ...domains.map(({ host }) => host)])],
    ...{ company: shopAddress.company ?? null, country: shopAddress.countryCodeV2 ?? null },
    shipsTo: setup.shipsToCountries,
    asksForTextsAtCheckout: setup.marketingSmsConsentEnabledAtCheckout,
    fulfilment: fulfillmentServices.filter(({ type }) => type === "THIRD_PARTY").map(({ handle }) => handle),
    wallets: paymentSettings.supportedDigitalWallets,
    languages,
  });
  const seen = ["markets", "sightings", "purposes"] as const;
  const wholly = languages === null ? seen : [...seen, "languages" as const];
  return keepFound(shop, facts, { origin: "shopify", wholly, now, staff: null });
}

async function readLanguages(admin: AdminGraphql) {
  try {
    const { shopLocales } = await admin(STORE_LANGUAGES, {});
    return shopLocales.map(({ locale, primary }) => ({ locale, primary }));
  } catch (error) {
    if (error instanceof ShopifyRefused && error.code === "ACCESS_DENIED") return null;
    throw error;
  }
}
