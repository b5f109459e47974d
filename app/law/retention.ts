/** Records that commercial and tax law makes a store keep. An order's receipt is an invoice. */
export const KEPT_RECORDS = ["invoices", "books", "letters"] as const;
/** One kind of record. */
export type KeptRecord = (typeof KEPT_RECORDS)[number];

/** How long a country makes a store keep its records. */
export interface OrderRetention {
  /** Years after the end of the calendar year in which the record was made. */
  readonly years: Readonly<Record<KeptRecord, number>>;
  /** The law that says so, for staff and for the person. */
  readonly law: string;
}

const same = (years: number): OrderRetention["years"] => ({ invoices: years, books: years, letters: years });

/**
 * By the country where the store is established, because its books are kept under that country's law. Other countries
 * have such rules too: what is not here was not looked up. Sources: AO §147 and HGB §257 as changed by the fourth
 * bureaucracy relief act (invoices eight years since 2025-01-01); Code de commerce L123-22; Codice civile art. 2220;
 * BAO §132; OR art. 958f; HMRC, Corporation Tax accounting records (six years from the end of the financial year).
 */
const RETENTION: Readonly<Record<string, OrderRetention>> = {
  DE: { years: { invoices: 8, books: 10, letters: 6 }, law: "AO §147, HGB §257" },
  FR: { years: same(10), law: "Code de commerce, art. L123-22" },
  IT: { years: same(10), law: "Codice civile, art. 2220" },
  AT: { years: same(7), law: "BAO §132" },
  CH: { years: same(10), law: "OR art. 958f" },
  GB: { years: same(6), law: "Companies Act 2006 s. 388 and HMRC record-keeping rules" },
};

/** How long a country's law keeps orders; null where the rule was not looked up. */
export function orderRetention(country: string | null): OrderRetention | null {
  return RETENTION[country ?? ""] ?? null;
}

/** The last day ("YYYY-MM-DD") on which the invoice of a day must be kept; null where no rule is known. */
export function invoiceKeptUntil(country: string | null, day: string): string | null {
  const rule = orderRetention(country);
  const year = Number(day.slice(0, "YYYY".length));
  return rule && `${String(year + rule.years.invoices)}-12-31`;
}

/** What of an order stays while its invoice must be kept (Directive 2006/112/EC art. 226 says what an invoice holds). */
export const WHAT_STAYS = [
  "order number and date",
  "items, amounts and taxes",
  "name and billing address on the invoice",
  "payment method, without account or card number",
] as const;

/** What goes all the same. */
export const WHAT_GOES = [
  "e-mail address and phone number",
  "delivery address where it is not the billing address",
  "notes, tags and metafields",
  "browser, IP address and visits that led to the order",
  "marketing consent and segments",
] as const;
