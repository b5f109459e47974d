import { withFact } from "../register/change-facts.ts";
import type { Register, RetentionFact } from "../register/facts.ts";
import { periodText } from "../register/period-text.ts";
import {
  RETENTION_CATEGORIES,
  RETENTION_WORDS,
  type RetentionCategory,
  type RetentionPeriod,
} from "../register/retention-rules.ts";
import { categoriesWithoutRule, lawfulRetention, legalMonths } from "./lawful-retention.ts";
import type { RETENTION_ISSUES } from "./issue-codes.ts";
import type { Finding, Rule, Situation } from "./issue.ts";

/** Longer than anybody needs: data of visits by CNIL's guidelines of 2020 (25 months), logs by good practice. Months. */
const LONGEST: Partial<Record<RetentionCategory, number>> = { "visit-data": 25, "server-logs": 12 };
/** Up to somebody else to end: what a person published stays until they take it back. */
const MAY_BE_OPEN: readonly RetentionCategory[] = ["reviews"];

/** Calendar months of a period, a month counted as 30 days; null when it has no end, or nobody has said. */
function months(period: RetentionPeriod): number | null {
  if (period === null || period === "until-asked") return null;
  return "months" in period ? period.months : period.days / 30;
}

const finding = (category: RetentionCategory): Finding => ({
  fact: `retention/${category}`,
  about: RETENTION_WORDS[category],
});
const rulesWith = (is: (fact: RetentionFact, situation: Situation) => boolean) => (situation: Situation) =>
  situation.register.retention.filter((fact) => is(fact, situation)).map(({ category }) => finding(category));

const where = () => ({ page: "question", question: "keeping" }) as const;
const button = (what: string) => `Keep ${what} as long as is usual`;
const mend = ({ register }: Situation, { fact }: Finding): Register | null => {
  const category = RETENTION_CATEGORIES.find((one) => fact === `retention/${one}`);
  return category ? withFact(register, lawfulRetention(register, category)) : null;
};

/** An order is kept from its own day, or from the end of its year: only the latter is how tax laws count. */
function isBelowMinimum({ category, period, trigger }: RetentionFact, { register }: Situation): boolean {
  const [least, length] = [legalMonths(register), months(period)];
  if (category !== "orders" || least === null || length === null) return false;
  return length < least || (trigger !== "end-of-order-year" && length < least + 12);
}

/** Rules about how long data is kept. */
export const RETENTION_RULES: Readonly<Record<(typeof RETENTION_ISSUES)[number], Rule>> = {
  "retention-missing": {
    ...{ severity: "blocking", law: "GDPR art. 13(2)(a); CCPA §1798.100(a)(3)" },
    find: ({ register }) => categoriesWithoutRule(register).map(finding),
    says: (what) => `It is not said how long you keep this: ${what}.`,
    ...{ button, mend, where },
  },
  "retention-without-end": {
    ...{ severity: "blocking", law: "GDPR art. 5(1)(e), 17(3)(b)" },
    find: rulesWith(({ category, period }) => period === "until-asked" && !MAY_BE_OPEN.includes(category)),
    says: (what) =>
      `You keep this until somebody asks: ${what}. Nothing may be kept without an end, and what tax law makes you keep cannot go when somebody asks.`,
    ...{ button, mend, where },
  },
  "retention-below-minimum": {
    ...{ severity: "blocking", law: "AO §147, HGB §257 and the like; GDPR art. 17(3)(b)" },
    find: rulesWith(isBelowMinimum),
    says: (what) => `You delete this sooner than your country’s tax law allows: ${what}.`,
    ...{ button: () => "Keep it as long as the law demands", mend, where },
  },
  "retention-too-long": {
    ...{ severity: "warning", law: "GDPR art. 5(1)(e)" },
    find: rulesWith(({ category, period }) => (months(period) ?? 0) > (LONGEST[category] ?? Infinity)),
    says: (what) =>
      `You keep this longer than anybody needs: ${what}. Authorities see ${periodText({ months: LONGEST["visit-data"] ?? 0 })} as the most for visits.`,
    ...{ button, mend, where },
  },
};
