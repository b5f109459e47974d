import { createHmac } from "node:crypto";

/** What a delivery says about itself beside its body. */
export interface Envelope {
  shop: string;
  topic: string;
  eventId: string;
  webhookId: string;
  /** ISO time of the event; the same at every retry. */
  triggeredAt: string;
  apiVersion: string;
}

/** Base64 of HMAC-SHA256 over the raw bytes (https://shopify.dev/docs/apps/build/webhooks/verify-deliveries). */
export const signature = (body: Buffer, secret: string): string =>
  createHmac("sha256", secret).update(body).digest("base64");

/**
 * The headers of a delivery. `family` is what they begin with: `X-Shopify-` today, `shopify-` in Shopify's newer
 * documents (https://shopify.dev/docs/apps/build/webhooks/delivery-structure).
 */
export function deliveryHeaders(
  envelope: Envelope,
  hmac: string | undefined,
  family: "X-Shopify-" | "shopify-" = "X-Shopify-",
): Record<string, string> {
  return {
    "Content-Type": "application/json",
    "User-Agent": "Shopify-Captain-Hook",
    [`${family}Topic`]: envelope.topic,
    [`${family}Shop-Domain`]: envelope.shop,
    [`${family}Webhook-Id`]: envelope.webhookId,
    [`${family}Event-Id`]: envelope.eventId,
    [`${family}Triggered-At`]: envelope.triggeredAt,
    [`${family}API-Version`]: envelope.apiVersion,
    ...(hmac === undefined ? {} : { [`${family}Hmac-SHA256`]: hmac }),
  };
}
