import { inTransaction, prisma, type Tx } from "../db/database.server.ts";
import { certify, keepCertificate } from "../evidence/certificate.server.ts";
import { lockHead } from "../evidence/lock-head.server.ts";
import { isInstalledAtShopify } from "../shopify/is-installed.server.ts";
import { shredShop } from "../vault/shop-root.server.ts";
import { mayEraseShop, type InstallationFacts } from "./may-erase-shop.ts";

/** Millions of rows take their time. Milliseconds. */
const LARGE_SHOP_MS = 3_600_000;

/**
 * Erases a store: its rows in every table, its jobs, then its keys. What remains is one signed certificate. Does
 * nothing, and marks the delivery for staff, when the store has installed the app again. Safe to repeat.
 */
export async function eraseShop(shop: string, delivery: string, now: Date): Promise<void> {
  if (!(await isAllowed(shop, delivery))) return;
  await inTransaction(async (tx) => {
    const head = await lockHead(tx, shop);
    const removed = await removeRows(tx, shop);
    const total = Object.values(removed).reduce((sum, count) => sum + count, 0);
    if (total > 0) await keepCertificate(tx, await certify(shop, { removed, head }, now));
  }, LARGE_SHOP_MS);
  await shredShop(shop);
}

async function isAllowed(shop: string, delivery: string): Promise<boolean> {
  const answer = mayEraseShop(await readFacts(shop, delivery));
  if (answer === "yes") return true;
  if (answer === "ask" && !(await isInstalledAtShopify(shop))) return true;
  await prisma().delivery.updateMany({
    where: { shop, id: delivery },
    data: { status: "needs-look", note: "installed-again" },
  });
  return false;
}

async function readFacts(shop: string, delivery: string): Promise<InstallationFacts> {
  const known = await prisma().shop.findUnique({ where: { shop } });
  const message = await prisma().delivery.findFirst({ where: { shop, id: delivery } });
  return {
    installedAt: known?.installedAt ?? null,
    uninstalledAt: known?.uninstalledAt ?? null,
    triggeredAt: message?.triggeredAt ?? message?.receivedAt ?? new Date(0),
  };
}

/** Every table with a column "shop", found in the catalogue: a table added later is not forgotten. */
async function removeRows(tx: Tx, shop: string): Promise<Record<string, number>> {
  const tables = await tx.$queryRaw<{ name: string }[]>`
    SELECT c.relname::text AS name FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'shop' AND NOT a.attisdropped
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    ORDER BY c.relname`;
  const removed: Record<string, number> = {};
  for (const { name } of tables)
    removed[name] = await tx.$executeRawUnsafe(`DELETE FROM "${name}" WHERE "shop" = $1`, shop);
  removed["jobs"] = await tx.$executeRaw`
    DELETE FROM pgboss.job WHERE data->>'shop' = ${shop} AND NOT (name = 'shop.erase' AND state = 'active')`;
  return removed;
}
