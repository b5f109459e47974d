/** A webhook delivery whose signature is right. Facts of the headers as they came; undefined when absent. */
export interface VerifiedDelivery {
  /** The store's myshopify domain, lower case; "unknown" when Shopify named none. */
  shop: string;
  topic: string;
  eventId: string | undefined;
  webhookId: string | undefined;
  apiVersion: string | undefined;
  triggeredAt: Date | undefined;
  /** The raw bytes that were signed. */
  body: Uint8Array;
}

/**
 * What makes a delivery the same as an earlier one. Shopify repeats an event with the same event id; one event can go
 * to several topics. Without an event id the webhook id serves, and without both the body's hash.
 * https://shopify.dev/docs/apps/build/webhooks/best-practices
 */
export function eventKey(
  delivery: Pick<VerifiedDelivery, "topic" | "eventId" | "webhookId">,
  bodyHash: string,
): string {
  return `${delivery.topic} ${delivery.eventId ?? delivery.webhookId ?? `body:${bodyHash}`}`;
}
