import type { RetentionFact } from "../register/facts.ts";

/** How long a rule keeps data, as days to compare with another; without an end it is longer than any. */
export function daysKept({ period }: RetentionFact): number {
  if (period === null || period === "until-asked") return Number.POSITIVE_INFINITY;
  return "days" in period ? period.days : period.months * 31;
}
