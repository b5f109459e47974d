import { setTimeout as sleep } from "node:timers/promises";
import { prisma } from "../db/database.server.ts";
import { settings } from "../env.server.ts";
import { missingScopes } from "../installation/missing-scopes.ts";
import { adminFor } from "../shopify/admin-graphql.server.ts";
import { INSTALLATION } from "../shopify/operations/shop.ts";
import { ShopifyRefused } from "../shopify/shopify-refused.ts";
import { plainSentence } from "./plain-sentence.server.ts";
import type { Finding } from "./result.ts";

const STORES_ASKED = 3;
const PATIENCE_MS = 10_000;
/** Asked when no store has installed the app. */
const SHOPIFYS_HOST = "admin.shopify.com";
const CHECK = "Shopify";

/** Whether Shopify can be reached, and whether it lets the app into the stores that installed it (three at most). */
export async function examineShopify(): Promise<Finding[]> {
  const stores = await prisma().shop.findMany({
    where: { installedAt: { not: null }, uninstalledAt: null },
    orderBy: { installedAt: "desc" },
    take: STORES_ASKED,
  });
  const reach = await examineHost(stores[0]?.shop ?? SHOPIFYS_HOST);
  if (reach.status === "fail") return [reach];
  return [reach, ...(await Promise.all(stores.map(({ shop }) => examineStore(shop))))];
}

/** Any answer will do: it shows that names resolve, and that the way out is open. */
async function examineHost(host: string): Promise<Finding> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(`https://${host}/`, { method: "HEAD", redirect: "manual", signal });
    await answer.body?.cancel();
    return { status: "ok", check: CHECK, what: `${host} answers`, todo: null };
  } catch {
    const todo = "See that this machine resolves names and may open HTTPS connections to *.myshopify.com.";
    return { status: "fail", check: CHECK, what: `${host} does not answer`, todo };
  }
}

async function examineStore(shop: string): Promise<Finding> {
  try {
    const granted = await Promise.race([readScopes(shop), sleep(PATIENCE_MS, undefined, { ref: false })]);
    if (!granted) return { status: "warn", check: CHECK, what: `${shop} is slow to answer`, todo: "Try again later." };
    const missing = missingScopes(settings().scopes, granted);
    if (missing.length === 0) return { status: "ok", check: CHECK, what: `${shop} lets the app in`, todo: null };
    const todo = "Let the store's staff open the app, which asks for them.";
    return { status: "warn", check: CHECK, what: `${shop} has not granted ${missing.join(", ")}`, todo };
  } catch (error) {
    const isOut = error instanceof ShopifyRefused && error.code === "NOT_INSTALLED";
    const todo = isOut
      ? "Let the store's staff open the app, which renews its access."
      : "Look at https://www.shopifystatus.com, then try again.";
    return { status: isOut ? "warn" : "fail", check: CHECK, what: `${shop}: ${plainSentence(error)}`, todo };
  }
}

async function readScopes(shop: string): Promise<string[]> {
  const admin = await adminFor(shop);
  const { currentAppInstallation } = await admin(INSTALLATION, {});
  return currentAppInstallation.accessScopes.map(({ handle }) => handle);
}
