import { prisma } from "../db/database.server.ts";
import { readStoreRegister } from "../register/change-register.server.ts";
import { countUnderWay } from "./count-past.server.ts";
import { isLookDue, summarise, type RetentionRun, type RetentionSummary, type RuleFigure } from "./figure.ts";
import { planRetention } from "./plan-retention.ts";

/** A store's retention rules, with what was counted last. */
export async function readRetention(shop: string, now: Date): Promise<RuleFigure[]> {
  const [register, figures, underWay] = await Promise.all([
    readStoreRegister(shop),
    prisma().retentionFigure.findMany({ where: { shop } }),
    countUnderWay(shop),
  ]);
  const known = new Map(figures.map((row) => [row.category, row]));
  return planRetention(register, now).map((plan) => {
    const row = known.get(plan.category);
    const asked = plan.ender === "approval" ? underWay : 0;
    const past = Math.max(0, (row?.past ?? 0) - asked);
    const lookedAt = row?.lookedAt ?? null;
    const seen = { past, lookedAt, checkedAt: row?.checkedAt ?? null, underWay: asked };
    return { ...plan, ...seen, isLookDue: isLookDue(plan, seen, now) };
  });
}

/** The figure of the home page. */
export async function readRetentionSummary(shop: string, now: Date): Promise<RetentionSummary> {
  return summarise(await readRetention(shop, now));
}

const RUNS = 10;

/** The newest runs that staff approved. */
export async function listRuns(shop: string): Promise<RetentionRun[]> {
  const rows = await prisma().retentionRun.findMany({ where: { shop }, orderBy: { createdAt: "desc" }, take: RUNS });
  return rows.map(({ id, category, state, cutOff, opened, createdAt }) => ({
    ...{ id, cutOff, opened, createdAt },
    category: category as RetentionRun["category"],
    state: state as RetentionRun["state"],
  }));
}
