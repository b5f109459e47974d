import { prisma } from "../db/database.server.ts";
import { adminFor } from "./admin-graphql.server.ts";
import { ShopifyRefused } from "./shopify-refused.ts";

/**
 * Uses every store's offline token once, which renews it: a refresh token dies after 90 days without use, and with it
 * the power to keep the store's duties. Stores that withdrew access are left to their uninstall message.
 */
export async function renewSessions(): Promise<void> {
  const rows = await prisma().session.findMany({ where: { isOnline: false }, select: { shop: true } });
  for (const { shop } of rows) {
    try {
      await adminFor(shop);
    } catch (error) {
      if (!(error instanceof ShopifyRefused)) throw error;
    }
  }
}
