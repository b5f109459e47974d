import type { DataElement } from "./elements.ts";

/** Kinds of records that a store keeps for a time of their own. */
export const RETENTION_CATEGORIES = [
  "orders",
  "abandoned-checkouts",
  "draft-orders",
  "customer-profiles",
  "marketing-contacts",
  "support-messages",
  "reviews",
  "visit-data",
  "server-logs",
  "privacy-choices",
  "privacy-requests",
] as const;
/** A kind of records. */
export type RetentionCategory = (typeof RETENTION_CATEGORIES)[number];

/** When a period begins. */
export const RETENTION_TRIGGERS = [
  "collection",
  "order",
  "end-of-order-year",
  "last-activity",
  "withdrawal",
  "last-message",
  "request-closed",
] as const;
/**
 * When a period begins: the record is made; the order is placed; the calendar year of the order ends; the person last
 * ordered or signed in; they withdrew; the last message of a conversation; the request was closed.
 */
export type RetentionTrigger = (typeof RETENTION_TRIGGERS)[number];

/** How long: calendar months or days; "until-asked" as long as nobody asks for erasure; null: nobody has said. */
export type RetentionPeriod = { readonly months: number } | { readonly days: number } | "until-asked" | null;

/** How a kind of records is usually kept. */
export interface RetentionPreset {
  period: RetentionPeriod;
  trigger: RetentionTrigger;
  /** The elements that such records hold. */
  elements: readonly DataElement[];
}

const WHO = ["name", "email", "phone"] as const satisfies readonly DataElement[];
const WHERE = ["billing-address", "shipping-address", "company-name"] as const satisfies readonly DataElement[];

/** What a store begins with. Orders have no period until the country of the store, and so its tax law, is known. */
export const RETENTION_PRESETS: Readonly<Record<RetentionCategory, RetentionPreset>> = {
  orders: {
    ...{ period: null, trigger: "end-of-order-year" },
    elements: [
      ...WHO,
      ...WHERE,
      "payment-card",
      "payment-summary",
      "order-lines",
      "order-note",
      "delivery-status",
      "risk-assessment",
    ],
  },
  "abandoned-checkouts": { period: { months: 3 }, trigger: "collection", elements: [...WHO, ...WHERE, "cart"] },
  "draft-orders": { period: { months: 12 }, trigger: "collection", elements: [...WHO, ...WHERE, "order-lines"] },
  "customer-profiles": {
    ...{ period: { months: 36 }, trigger: "last-activity" },
    elements: [...WHO, ...WHERE, "account-credentials", "wish-list", "loyalty-balance", "date-of-birth"],
  },
  "marketing-contacts": {
    ...{ period: { months: 24 }, trigger: "last-activity" },
    elements: ["name", "email", "phone", "marketing-consent", "message-engagement", "inferred-preferences"],
  },
  "support-messages": {
    ...{ period: { months: 24 }, trigger: "last-message" },
    elements: ["name", "email", "phone", "support-message", "photo", "survey-answer", "health-data"],
  },
  reviews: { period: "until-asked", trigger: "collection", elements: ["name", "email", "review", "photo"] },
  "visit-data": {
    ...{ period: { months: 14 }, trigger: "collection" },
    elements: [
      "ip-address",
      "browser",
      "time-zone",
      "language-setting",
      "approximate-location",
      "cookie-id",
      "page-view",
      "product-view",
      "search-term",
      "referrer",
      "interaction",
      "cart",
    ],
  },
  "server-logs": {
    ...{ period: { days: 30 }, trigger: "collection" },
    elements: ["ip-address", "browser", "internet-provider", "access-time", "page-view"],
  },
  "privacy-choices": { period: { months: 24 }, trigger: "withdrawal", elements: ["cookie-id", "privacy-choice"] },
  "privacy-requests": { period: { months: 36 }, trigger: "request-closed", elements: [...WHO, "privacy-request"] },
};

/** Each kind of records in plain English. */
export const RETENTION_WORDS: Readonly<Record<RetentionCategory, string>> = {
  orders: "orders and invoices",
  "abandoned-checkouts": "unfinished checkouts",
  "draft-orders": "draft orders",
  "customer-profiles": "customer profiles and accounts",
  "marketing-contacts": "marketing contacts",
  "support-messages": "messages to the store",
  reviews: "reviews",
  "visit-data": "data of visits",
  "server-logs": "server logs",
  "privacy-choices": "privacy choices",
  "privacy-requests": "privacy requests",
};

/** When a period begins, in plain English after a length: "3 years after …". */
export const TRIGGER_WORDS: Readonly<Record<RetentionTrigger, string>> = {
  collection: "after they were made",
  order: "after the order",
  "end-of-order-year": "after the end of the year of the order",
  "last-activity": "after the last order or sign-in",
  withdrawal: "after the choice was changed or lapsed",
  "last-message": "after the last message",
  "request-closed": "after the request was closed",
};
