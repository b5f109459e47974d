/**
 * Every element of personal data that a Shopify store may hold. A term of the policy covers a set of them; purposes,
 * vendors and sources name them one by one (GDPR art. 30(1)(c): "categories of personal data").
 */
export const ELEMENTS = [
  "ip-address",
  "browser",
  "time-zone",
  "language-setting",
  "internet-provider",
  "access-time",
  "approximate-location",
  "cookie-id",
  "page-view",
  "product-view",
  "search-term",
  "referrer",
  "interaction",
  "cart",
  "name",
  "email",
  "phone",
  "billing-address",
  "shipping-address",
  "company-name",
  "payment-card",
  "payment-summary",
  "order-lines",
  "order-note",
  "delivery-status",
  "risk-assessment",
  "account-credentials",
  "wish-list",
  "loyalty-balance",
  "date-of-birth",
  "marketing-consent",
  "message-engagement",
  "inferred-preferences",
  "support-message",
  "review",
  "survey-answer",
  "photo",
  "health-data",
  "privacy-choice",
  "privacy-request",
] as const;
/** One element of personal data. */
export type DataElement = (typeof ELEMENTS)[number];

/** The defined terms of a policy. Each element is in exactly one; "Personal Information" is all of them. */
export const TERMS = ["device", "order", "account", "marketing", "messages", "privacy"] as const;
/** A defined term of a policy. */
export type Term = (typeof TERMS)[number];

const each = <T extends Term>(term: T, ...elements: readonly DataElement[]) =>
  Object.fromEntries(elements.map((element) => [element, term]));

/** The term that covers each element. */
export const TERM_OF = {
  ...each("device", "ip-address", "browser", "time-zone", "language-setting", "internet-provider", "access-time"),
  ...each("device", "approximate-location", "cookie-id", "page-view", "product-view", "search-term", "referrer"),
  ...each("device", "interaction", "cart"),
  ...each("order", "name", "email", "phone", "billing-address", "shipping-address", "company-name"),
  ...each("order", "payment-card", "payment-summary", "order-lines", "order-note", "delivery-status"),
  ...each("order", "risk-assessment"),
  ...each("account", "account-credentials", "wish-list", "loyalty-balance", "date-of-birth"),
  ...each("marketing", "marketing-consent", "message-engagement", "inferred-preferences"),
  ...each("messages", "support-message", "review", "survey-answer", "photo", "health-data"),
  ...each("privacy", "privacy-choice", "privacy-request"),
} as Readonly<Record<DataElement, Term>>;

/** The elements that a term covers, in the order of `ELEMENTS`. */
export function elementsOf(term: Term): DataElement[] {
  return ELEMENTS.filter((element) => TERM_OF[element] === term);
}

/** Where an element comes from (GDPR art. 14(2)(f); CCPA §1798.110(c)(2)). */
export const DATA_SOURCES = ["person", "device", "vendor", "payment-provider", "advertising-partner", "store"] as const;
/**
 * Where an element comes from: the person gives it, their device sends it, a vendor, the payment provider or an
 * advertising partner passes it on, the store makes it.
 */
export type DataSource = (typeof DATA_SOURCES)[number];

/** Whether a person must give an element (GDPR art. 13(2)(e)): for the contract, by law, or as they like. */
export const PROVISIONS = ["contract", "law", "voluntary"] as const;
/** Whether a person must give an element. */
export type Provision = (typeof PROVISIONS)[number];

/** The categories of personal information of California's act (§1798.140(v)(1)(A)–(L), (ae)). */
export const CCPA_CATEGORIES = [
  "identifiers",
  "customer-records",
  "protected-classifications",
  "commercial",
  "internet-activity",
  "geolocation",
  "audio-visual",
  "inferences",
  "sensitive",
] as const;
/** A category of California's act. */
export type CcpaCategory = (typeof CCPA_CATEGORIES)[number];

/** The category of each element. Account credentials and health data are "sensitive" there (§1798.140(ae)(1)(A), (2)(B)). */
export const CCPA_CATEGORY_OF: Readonly<Record<DataElement, CcpaCategory>> = {
  "ip-address": "identifiers",
  browser: "internet-activity",
  "time-zone": "internet-activity",
  "language-setting": "internet-activity",
  "internet-provider": "internet-activity",
  "access-time": "internet-activity",
  "approximate-location": "geolocation",
  "cookie-id": "identifiers",
  "page-view": "internet-activity",
  "product-view": "internet-activity",
  "search-term": "internet-activity",
  referrer: "internet-activity",
  interaction: "internet-activity",
  cart: "commercial",
  name: "identifiers",
  email: "identifiers",
  phone: "customer-records",
  "billing-address": "customer-records",
  "shipping-address": "customer-records",
  "company-name": "customer-records",
  "payment-card": "customer-records",
  "payment-summary": "customer-records",
  "order-lines": "commercial",
  "order-note": "commercial",
  "delivery-status": "commercial",
  "risk-assessment": "inferences",
  "account-credentials": "sensitive",
  "wish-list": "commercial",
  "loyalty-balance": "commercial",
  "date-of-birth": "protected-classifications",
  "marketing-consent": "customer-records",
  "message-engagement": "internet-activity",
  "inferred-preferences": "inferences",
  "support-message": "customer-records",
  review: "customer-records",
  "survey-answer": "customer-records",
  photo: "audio-visual",
  "health-data": "sensitive",
  "privacy-choice": "customer-records",
  "privacy-request": "customer-records",
};

/** Data that needs explicit consent in Europe (GDPR art. 9(1)). */
export const SPECIAL_CATEGORIES: readonly DataElement[] = ["health-data"];
