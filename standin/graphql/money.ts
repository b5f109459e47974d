import type { Fields } from "./context.ts";

/** The shop's one currency. */
export const CURRENCY = "USD";

/** Cents as Shopify's Decimal: "12.50". */
export const decimal = (cents: number): string => (cents / 100).toFixed(2);

export const money = (cents: number): Fields => ({ amount: decimal(cents), currencyCode: CURRENCY });

/** The same amount in the shop's currency and in the customer's, which are one here. */
export const bag = (cents: number): Fields => ({ shopMoney: money(cents), presentmentMoney: money(cents) });
