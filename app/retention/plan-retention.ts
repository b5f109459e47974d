import { legalMonths } from "../policy/lawful-retention.ts";
import type { Register } from "../register/facts.ts";
import {
  RETENTION_CATEGORIES,
  type RetentionCategory,
  type RetentionPeriod,
  type RetentionTrigger,
} from "../register/retention-rules.ts";

/**
 * Who ends records whose period is over. "candor": its own, by itself; "approval": customers at Shopify, by requests that
 * staff approve; "shopify": Shopify, by itself; "staff": a person, where no program may; "person": nobody before somebody
 * asks; "unsaid": nobody has said how long they may be kept.
 */
export type Ender = "candor" | "approval" | "shopify" | "staff" | "person" | "unsaid";

/** How one rule of the register is carried out. */
export interface RulePlan {
  category: RetentionCategory;
  period: RetentionPeriod;
  trigger: RetentionTrigger;
  ender: Ender;
  /** Records of before this moment are past their period; null when no moment can be told. */
  cutOff: Date | null;
  /** Months for which a law has them kept, where it asks for longer than the rule. */
  lawMonths: number | null;
}

const ENDERS: Readonly<Record<RetentionCategory, Ender>> = {
  orders: "staff",
  "abandoned-checkouts": "shopify",
  "draft-orders": "staff",
  "customer-profiles": "approval",
  "marketing-contacts": "staff",
  "support-messages": "staff",
  reviews: "staff",
  "visit-data": "staff",
  "server-logs": "shopify",
  "privacy-choices": "candor",
  "privacy-requests": "candor",
};

/** Records of requests must be there for 24 months (CCPA regulations §7101(a)), whatever a rule says. */
const REQUESTS_KEPT_MONTHS = 24;

/** How each rule of a register is carried out at a moment, in the order of the categories. */
export function planRetention(register: Register, now: Date): RulePlan[] {
  return RETENTION_CATEGORIES.flatMap((category) => {
    const rule = register.retention.find((one) => one.category === category);
    if (!rule) return [];
    const { period, trigger } = rule;
    const least = leastMonths(register, category);
    const isShort = least !== null && isPeriod(period) && isBefore(least, period, now);
    const lasting = isShort ? { months: least } : period;
    const cutOff = isPeriod(lasting) ? momentBefore(lasting, now) : null;
    return [{ category, period, trigger, ender: enderOf(category, period), cutOff, lawMonths: isShort ? least : null }];
  });
}

/** How one kind of records is; undefined when the store has none. */
export function planFor(register: Register, category: RetentionCategory, now: Date): RulePlan | undefined {
  return planRetention(register, now).find((one) => one.category === category);
}

type Lasting = Exclude<RetentionPeriod, "until-asked" | null>;

const isPeriod = (period: RetentionPeriod): period is Lasting => period !== null && period !== "until-asked";

function enderOf(category: RetentionCategory, period: RetentionPeriod): Ender {
  if (period === "until-asked") return "person";
  return period === null ? "unsaid" : ENDERS[category];
}

function leastMonths(register: Register, category: RetentionCategory): number | null {
  if (category === "privacy-requests") return REQUESTS_KEPT_MONTHS;
  return category === "orders" ? legalMonths(register) : null;
}

function isBefore(months: number, period: Lasting, now: Date): boolean {
  return momentBefore({ months }, now) < momentBefore(period, now);
}

/**
 * The moment a period before another, in UTC. Calendar months: a month before 31 March is the last of February. Orders
 * count from the end of their year, which is at most this late.
 */
export function momentBefore(period: Lasting, now: Date): Date {
  if ("days" in period) return new Date(now.getTime() - period.days * 86_400_000);
  const moved = new Date(now);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() - period.months);
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(now.getUTCDate(), last));
  return moved;
}
