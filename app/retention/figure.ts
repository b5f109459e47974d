import type { RetentionCategory } from "../register/retention-rules.ts";
import type { RulePlan } from "./plan-retention.ts";

/** How many records are past their period. `checkedAt`: when that was counted; null: not yet, or nobody can count them. */
export interface RuleFigure extends RulePlan {
  past: number;
  checkedAt: Date | null;
  /** Requests for the erasure of such records that are under way. */
  underWay: number;
  /** When staff last looked through what only a person can end; null: never, or no person has to. */
  lookedAt: Date | null;
  isLookDue: boolean;
}

/** What staff must end by hand is looked through at least this often (ms). */
const LOOK_EVERY_MS = 365 * 86_400_000;

/** Whether staff should look through records that only a person can end. Drafts are counted: those are due when there are any. */
export function isLookDue(
  { category, ender }: Pick<RulePlan, "category" | "ender">,
  { past, lookedAt }: { past: number; lookedAt: Date | null },
  now: Date,
): boolean {
  if (ender !== "staff") return false;
  if (category === "draft-orders") return past > 0;
  return lookedAt === null || now.getTime() - lookedAt.getTime() > LOOK_EVERY_MS;
}

/** The home page's figure. */
export interface RetentionSummary {
  /** Records past their period, of what can be counted. */
  past: number;
  /** Kinds of records that staff should look through. */
  looks: number;
}

/** Sums up a store's rules. */
export function summarise(figures: readonly RuleFigure[]): RetentionSummary {
  return {
    past: figures.reduce((sum, { past }) => sum + past, 0),
    looks: figures.filter(({ isLookDue }) => isLookDue).length,
  };
}

/** A run that staff approved. `state`: "first-approval" still needs another person's (four eyes). */
export interface RetentionRun {
  id: string;
  category: RetentionCategory;
  state: "first-approval" | "running" | "done";
  cutOff: Date;
  opened: number;
  createdAt: Date;
}

/** A customer whose profile is past its period, as a dry run shows them. */
export interface Sample {
  /** Masked. */
  who: string;
  lastChange: Date;
}
