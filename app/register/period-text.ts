import type { RetentionFact } from "./facts.ts";
import { RETENTION_WORDS, TRIGGER_WORDS, type RetentionPeriod } from "./retention-rules.ts";

const count = (many: number, unit: string) => `${many} ${unit}${many === 1 ? "" : "s"}`;

/** A length in plain English: "14 months", "8 years", "30 days". Whole years are said in years from two years on. */
export function periodText(period: Exclude<RetentionPeriod, "until-asked" | null>): string {
  if ("days" in period) return count(period.days, "day");
  const { months } = period;
  return months >= 24 && months % 12 === 0 ? count(months / 12, "year") : count(months, "month");
}

/** How long a kind of records is kept, as a sentence; undefined when nobody has said. */
export function retentionSentence({ category, period, trigger }: RetentionFact): string | undefined {
  if (period === null) return undefined;
  const what = RETENTION_WORDS[category];
  const subject = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  if (period === "until-asked") return `${subject}: until you ask the store to delete them.`;
  return `${subject}: ${periodText(period)} ${TRIGGER_WORDS[trigger]}.`;
}
