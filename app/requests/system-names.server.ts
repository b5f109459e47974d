import type { Tx } from "../db/database.server.ts";
import { systemTitle } from "./shopper/system-title.ts";

/** Systems as a person knows them; the store's own by the store's name. */
export async function systemNames(tx: Tx, shop: string, systems: readonly string[]): Promise<string[]> {
  const sender = await tx.mailSettings.findUnique({ where: { shop }, select: { senderName: true, storeName: true } });
  const store = sender?.senderName ?? sender?.storeName ?? shop.replace(/\.myshopify\.com$/, "");
  const processors = await tx.processor.findMany({ where: { shop }, select: { id: true, name: true } });
  const named = new Map(processors.map(({ id, name }) => [`processor:${id}`, name]));
  return systems.map((system) => named.get(system) ?? (systemTitle(system) || store));
}
