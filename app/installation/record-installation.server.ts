import { inTransaction, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import type { DeliveryHandlers } from "../inbox/carry-out-delivery.server.ts";
import { taskQueue } from "../jobs/jobs.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { askForShopify } from "../register/read-shopify.server.ts";
import { missingScopes } from "./missing-scopes.ts";
import { settings } from "../env.server.ts";

/** What Shopify said of a store when it gave a token. */
export interface Installed {
  scopes: readonly string[];
}

/**
 * Records that a store has the app: called whenever it gets a token; only the first after an uninstall is news, and
 * has its storefront settings published and its register begun.
 */
export async function recordInstalled(shop: string, { scopes }: Installed, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await tx.shop.findUnique({ where: { shop } });
    const isNews = !before?.installedAt || before.uninstalledAt !== null;
    const state = { scopes: [...scopes], uninstalledAt: null, ...(isNews && { installedAt: now }) };
    await tx.shop.upsert({ where: { shop }, create: { shop, ...state }, update: state });
    if (!isNews) return;
    await appendEvidence(tx, shop, { kind: "app.installed", at: now, facts: { scopes: sorted(scopes) } });
    await enqueue(tx, "consent.publish", { shop }, { singletonKey: shop });
    await askForShopify(tx, shop);
  });
}

/** What the webhooks about the installation itself start. */
export const recordChanges: Pick<DeliveryHandlers, "app/uninstalled" | "app/scopes_update" | "shop/redact"> = {
  "app/uninstalled": async (tx, shop, delivery) => {
    const known = await tx.shop.findUnique({ where: { shop } });
    // a late message about an earlier uninstall
    if (known?.installedAt && known.installedAt > delivery.triggeredAt) return "installed-again";
    await tx.session.deleteMany({ where: { shop } });
    if (known) await tx.shop.update({ where: { shop }, data: { uninstalledAt: delivery.triggeredAt, scopes: [] } });
    await stopWork(tx, shop);
    const facts = { delivery: delivery.id };
    await appendEvidence(tx, shop, { kind: "app.uninstalled", at: delivery.receivedAt, facts });
    return undefined;
  },
  "app/scopes_update": async (tx, shop, delivery, { scopes }) => {
    await tx.shop.updateMany({ where: { shop }, data: { scopes } });
    const missing = missingScopes(settings().scopes, scopes);
    const facts = { granted: sorted(scopes), missing };
    await appendEvidence(tx, shop, { kind: "app.scopes-updated", at: delivery.receivedAt, facts });
    return undefined;
  },
  "shop/redact": async (tx, shop, delivery) => {
    await enqueue(tx, "shop.erase", { shop, delivery: delivery.id });
    return undefined;
  },
};

/** Tasks at Shopify are looked at again at once: they end with the installation, and what was found so far is delivered. */
async function stopWork(tx: Tx, shop: string): Promise<void> {
  const tasks = await tx.requestTask.findMany({
    where: { shop, system: "shopify", status: { in: ["waiting", "running", "failed"] } },
  });
  for (const { request, system } of tasks) await enqueue(tx, taskQueue(system), { shop, request, system });
}

function sorted(scopes: readonly string[]): string[] {
  return [...scopes].sort();
}
