import { inTransaction, prisma } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { allSteps } from "../jobs/each-by-itself.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { readStoreRegister } from "../register/change-register.server.ts";
import { forgetClosed, forgetFiles } from "../requests/forget-closed.server.ts";
import { adminFor } from "../shopify/admin-graphql.server.ts";
import { countPast } from "./count-past.server.ts";
import { planFor, planRetention, type RulePlan } from "./plan-retention.ts";

/** Asks for a run of one store soon; one that waits already is enough. */
export async function askForRun(shop: string): Promise<void> {
  await inTransaction((tx) => enqueue(tx, "retention.run", { shop }, { singletonKey: shop }));
}

/**
 * Carries a store's retention rules out: ends what Candor itself keeps, and counts what is past its period at Shopify.
 * Consent records have a job of their own, because their months go for all stores at once. Safe to repeat.
 */
export async function runRetention(shop: string, now: Date): Promise<void> {
  const register = await readStoreRegister(shop);
  await allSteps(
    () => forgetRequests(shop, planFor(register, "privacy-requests", now), now),
    () => forgetOldFiles(shop, now),
    () => countAtShopify(shop, planRetention(register, now), now),
  );
}

async function forgetRequests(shop: string, plan: RulePlan | undefined, now: Date): Promise<void> {
  if (!plan?.cutOff) return;
  const records = await forgetClosed(shop, plan.cutOff);
  if (records > 0) await say(shop, { category: "privacy-requests", records, before: plan.cutOff }, now);
}

async function forgetOldFiles(shop: string, now: Date): Promise<void> {
  const records = await forgetFiles(shop, now);
  if (records > 0) await say(shop, { category: "request-files", records, before: now }, now);
}

async function say(
  shop: string,
  { category, records, before }: { category: string; records: number; before: Date },
  now: Date,
): Promise<void> {
  const facts = { category, records, before: before.toISOString().slice(0, "YYYY-MM-DD".length) };
  await inTransaction((tx) => appendEvidence(tx, shop, { kind: "retention.ended", at: now, facts }));
}

async function countAtShopify(shop: string, plans: readonly RulePlan[], now: Date): Promise<void> {
  const known = await prisma().shop.findUnique({ where: { shop }, select: { installedAt: true, uninstalledAt: true } });
  if (!known?.installedAt || known.uninstalledAt) return;
  const admin = await adminFor(shop);
  for (const { category, cutOff } of plans) {
    const past = cutOff === null ? 0 : await countPast(admin, category, cutOff);
    if (past === null) continue;
    const row = { past, checkedAt: now };
    const where = { shop_category: { shop, category } };
    await prisma().retentionFigure.upsert({ where, create: { shop, category, ...row }, update: row });
  }
}
