import { v7 } from "uuid";
import { inTransaction, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { readStoreRegister } from "../register/change-register.server.ts";
import type { RetentionCategory } from "../register/retention-rules.ts";
import { readDeskRules } from "../staff/desk-rules.server.ts";
import { pseudonym } from "../vault/subject-key.server.ts";
import { planFor } from "./plan-retention.ts";

const CATEGORY = "customer-profiles" satisfies RetentionCategory;

/** "approved": it runs; "another": a second person must approve it too (four eyes); "same": not the same one twice. */
export type Approval = "approved" | "another" | "same" | "running" | "no-rule";

/**
 * Approves that everybody is erased whose profile at Shopify is past its period. What is erased is decided when it runs,
 * by the moment that was approved: who came back meanwhile is left alone. Where the store wants four eyes on deletions, two
 * people approve.
 */
export async function approveRun(shop: string, { staff, now }: { staff: string; now: Date }): Promise<Approval> {
  const plan = planFor(await readStoreRegister(shop), CATEGORY, now);
  if (plan?.ender !== "approval" || !plan.cutOff) return "no-rule";
  const { cutOff } = plan;
  const who = await pseudonym(shop, `staff ${staff}`);
  return inTransaction(async (tx) => {
    // two people who click at once approve one after the other
    await tx.$queryRaw`SELECT 1 FROM "Shop" WHERE "shop" = ${shop} FOR UPDATE`;
    const open = await tx.retentionRun.findFirst({ where: { shop, state: { not: "done" } } });
    if (open?.state === "running") return "running";
    if (open)
      return open.approvedBy === who ? "same" : second(tx, shop, { run: open.id, before: open.cutOff, who }, now);
    return first(tx, shop, { cutOff, who }, now);
  });
}

async function first(
  tx: Tx,
  shop: string,
  { cutOff, who }: { cutOff: Date; who: string },
  now: Date,
): Promise<Approval> {
  const { fourEyes } = await readDeskRules(shop, tx);
  const run = v7();
  const row = { shop, id: run, category: CATEGORY, cutOff, approvedBy: who, createdAt: now };
  await tx.retentionRun.create({ data: { ...row, state: fourEyes ? "first-approval" : "running" } });
  await prove(tx, shop, { run, before: cutOff, staff: who }, now);
  if (fourEyes) return "another";
  await enqueue(tx, "retention.erase", { shop, run });
  return "approved";
}

async function second(
  tx: Tx,
  shop: string,
  { run, before, who }: { run: string; before: Date; who: string },
  now: Date,
): Promise<Approval> {
  await tx.retentionRun.update({ where: { shop_id: { shop, id: run } }, data: { state: "running" } });
  await prove(tx, shop, { run, before, staff: who }, now);
  await enqueue(tx, "retention.erase", { shop, run });
  return "approved";
}

async function prove(
  tx: Tx,
  shop: string,
  { run, before, staff }: { run: string; before: Date; staff: string },
  now: Date,
): Promise<void> {
  const facts = { run, category: CATEGORY, before: before.toISOString().slice(0, "YYYY-MM-DD".length), staff };
  await appendEvidence(tx, shop, { kind: "retention.approved", at: now, facts });
}

/** Keeps that staff looked through records that only a person can end, and ended what was past its period. */
export async function noteLook(
  shop: string,
  category: RetentionCategory,
  { staff, now }: { staff: string; now: Date },
): Promise<void> {
  const who = await pseudonym(shop, `staff ${staff}`);
  await inTransaction(async (tx) => {
    const where = { shop_category: { shop, category } };
    const row = { lookedAt: now, past: 0 };
    await tx.retentionFigure.upsert({ where, create: { shop, category, checkedAt: null, ...row }, update: row });
    await appendEvidence(tx, shop, { kind: "retention.looked-through", at: now, facts: { category, staff: who } });
  });
}
