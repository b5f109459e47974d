import { Temporal } from "temporal-polyfill";

/**
 * Why Shopify waits before it erases a customer. Each wait has a day on which it ends:
 * - "shopify-cancel-window": the first 10 days, in which the merchant can take the request back.
 * - "shopify-recent-order": until 180 days after the last order, while it may be charged back or returned.
 * https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance and
 * https://help.shopify.com/en/manual/privacy-and-security/privacy/processing-customer-data-requests
 */
export const SHOPIFY_WAITS = ["shopify-cancel-window", "shopify-recent-order"] as const;
/** Why Shopify waits. */
export type ShopifyWait = (typeof SHOPIFY_WAITS)[number];

const CANCEL_DAYS = 10;
const ORDER_DAYS = 180;

/** The wait of an erasure that was asked for at Shopify: its reason and its end, the longer one where both apply. */
export function shopifyWait(askedAt: Date, lastOrderAt: Date | null): { wait: ShopifyWait; until: Date } {
  const cancel = { wait: "shopify-cancel-window", until: daysAfter(askedAt, CANCEL_DAYS) } as const;
  if (lastOrderAt === null) return cancel;
  const order = { wait: "shopify-recent-order", until: daysAfter(lastOrderAt, ORDER_DAYS) } as const;
  return order.until > cancel.until ? order : cancel;
}

function daysAfter(from: Date, days: number): Date {
  const start = Temporal.Instant.fromEpochMilliseconds(from.getTime());
  return new Date(start.toZonedDateTimeISO("UTC").add({ days }).epochMilliseconds);
}
