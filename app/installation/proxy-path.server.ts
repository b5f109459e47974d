import { inTransaction, prisma } from "../db/database.server.ts";
import { enqueue } from "../jobs/queue.server.ts";

/** Where shopify.app.toml puts the app's proxy. */
const USUAL_PATH = "/apps/privacy";

/**
 * The paths that Shopify allows: one of four beginnings, then a name.
 * https://shopify.dev/docs/apps/build/online-store/app-proxies
 */
export const PROXY_PATH = /^\/(?:a|apps|community|tools)\/[\w-]{1,60}$/;

/** Where Shopify's app proxy answers on a store's storefront, "/apps/privacy". A merchant may move it. */
export async function proxyPath(shop: string): Promise<string> {
  const row = await prisma().shop.findUnique({ where: { shop }, select: { proxyPath: true } });
  return row?.proxyPath ?? USUAL_PATH;
}

/**
 * Keeps where the app proxy answers: links in mails and policies need it, and the banner, which is published again with
 * it. The path is one that Shopify signed, or staff gave. A store that is not known stays so.
 */
export async function learnProxyPath(shop: string, path: string): Promise<void> {
  if (!PROXY_PATH.test(path) || (await proxyPath(shop)) === path) return;
  await inTransaction(async (tx) => {
    const { count } = await tx.shop.updateMany({ where: { shop }, data: { proxyPath: path } });
    if (count > 0) await enqueue(tx, "consent.publish", { shop }, { singletonKey: shop });
  });
}
