import { orderRetention } from "../law/retention.ts";
import { listed, withFact } from "../register/change-facts.ts";
import { TERM_NAMES } from "../register/element-words.ts";
import { TERM_OF } from "../register/elements.ts";
import type { Register, RetentionFact } from "../register/facts.ts";
import { usualRetention } from "../register/preset-register.ts";
import { RETENTION_CATEGORIES, RETENTION_PRESETS, type RetentionCategory } from "../register/retention-rules.ts";

const MENDED = { status: "confirmed", origin: "mend", ref: "" } as const;
/** Where no rule is known: within what most tax laws ask for. */
const USUAL_ORDER_YEARS = 7;

/** Months for which the store's tax law keeps invoices after the end of their year; null where it was not looked up. */
export function legalMonths({ store }: Register): number | null {
  const rule = orderRetention(store.country === "" ? null : store.country);
  return rule && rule.years.invoices * 12;
}

/** How a kind of records may be kept without anybody's objection. */
export function lawfulRetention(register: Register, category: RetentionCategory): RetentionFact {
  const usual = usualRetention(category, MENDED);
  if (category !== "orders") return usual;
  return { ...usual, period: { months: legalMonths(register) ?? USUAL_ORDER_YEARS * 12 } };
}

/** Kinds of records that hold an element of the store and have no rule; every element lies in one that has. */
export function categoriesWithoutRule({ retention, elements }: Register): RetentionCategory[] {
  const open = retention.filter(({ period }) => period === null).map(({ category }) => category);
  const named = new Set(retention.map(({ category }) => category));
  const lost = elements.flatMap(({ element }) => {
    const places = RETENTION_CATEGORIES.filter((category) => RETENTION_PRESETS[category].elements.includes(element));
    return places.some((category) => named.has(category)) ? [] : places.slice(0, 1);
  });
  return [...new Set([...open, ...lost])];
}

/** A register whose elements all have a term and a period, after some were added. What stands is left as it is. */
export function withPlaces(register: Register): Register {
  const named = new Set(register.retention.map(({ category }) => category));
  const lost = categoriesWithoutRule(register).filter((category) => !named.has(category));
  const kept = lost.reduce((result, category) => withFact(result, lawfulRetention(result, category)), register);
  const terms = new Set(register.terms.map(({ term }) => term));
  const undefinedTerms = new Set(
    register.elements.map(({ element }) => TERM_OF[element]).filter((term) => !terms.has(term)),
  );
  return [...undefinedTerms].reduce(
    (result, term) => withFact(result, listed("terms", { ...MENDED, term, name: TERM_NAMES[term] })),
    kept,
  );
}
