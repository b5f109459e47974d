/** The webhook topics that Candor handles, as in shopify.app.toml. */
export const TOPICS = [
  "customers/data_request",
  "customers/redact",
  "shop/redact",
  "app/uninstalled",
  "app/scopes_update",
] as const;

/** A webhook topic that Candor handles. */
export type Topic = (typeof TOPICS)[number];

/** Whether a topic from outside is handled. */
export function isTopic(topic: string): topic is Topic {
  return (TOPICS as readonly string[]).includes(topic);
}

/** Where a delivery stands. */
export const DELIVERY_STATUSES = ["queued", "done", "needs-look"] as const;
/** Where a delivery stands. */
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Why a person should look at a delivery, with the sentence that they read. */
export const DELIVERY_NOTES = {
  "unknown-topic": "Candor has no handler for this topic. Check the subscriptions in shopify.app.toml.",
  unparsable: "The signature is right, but the body can't be read. Ask Shopify support with the event id.",
  "unknown-shop": "This store never installed Candor here. Its duty was carried out all the same.",
  "installed-again": "The store installed Candor again after this message was sent, so nothing was erased.",
} as const;

/** Why a person should look at a delivery. */
export type DeliveryNote = keyof typeof DELIVERY_NOTES;
