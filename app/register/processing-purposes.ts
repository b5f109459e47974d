import type { LegalBasis } from "../law/legal-bases.ts";
import { ANALYTICS, MARKETING, NO_PURPOSES, PREFERENCES, SALE, type PurposeSet } from "../law/purposes.ts";
import type { DataElement } from "./elements.ts";

/**
 * What a store uses data for, as the record of processing lists it (GDPR art. 30(1)(b)). Finer than the four purposes
 * that the banner asks about: `PURPOSE_PRESETS` says which of those each needs.
 */
export const PROCESSING_PURPOSES = [
  "payment",
  "delivery",
  "invoices",
  "service-messages",
  "customer-account",
  "support",
  "returns",
  "fraud-screening",
  "security",
  "preferences",
  "analytics",
  "ad-measurement",
  "targeted-ads",
  "email-marketing",
  "sms-marketing",
  "personalisation",
  "reviews",
  "loyalty",
  "privacy-duties",
  "legal-claims",
] as const;
/** One purpose of the record of processing. */
export type ProcessingPurpose = (typeof PROCESSING_PURPOSES)[number];

/** The interest behind a use that rests on legitimate interests (GDPR art. 13(1)(d)). Codes, so that all languages have words. */
export const INTERESTS = [
  "preventing-fraud",
  "keeping-the-shop-secure",
  "answering-questions",
  "improving-the-shop",
  "informing-customers",
  "showing-what-buyers-think",
  "defending-claims",
  "advertising-the-shop",
] as const;
/** The interest behind a use. */
export type Interest = (typeof INTERESTS)[number];

/** How a Shopify store usually does something. */
export interface PurposePreset {
  basis: LegalBasis;
  /** Only with legitimate interests. */
  interest: Interest | null;
  /** The purposes that the banner must have a yes for; 0 when it needs none of them. */
  needs: PurposeSet;
  elements: readonly DataElement[];
  /** Done by practically every store; the others are added by answers, vendors or what is seen. */
  isUsual: boolean;
}

const WHO = ["name", "email", "phone"] as const satisfies readonly DataElement[];
const WHERE = ["billing-address", "shipping-address"] as const satisfies readonly DataElement[];
const VISIT = [
  "ip-address",
  "browser",
  "time-zone",
  "cookie-id",
  "page-view",
  "product-view",
  "search-term",
  "referrer",
  "interaction",
] as const satisfies readonly DataElement[];

const contract = (elements: readonly DataElement[], isUsual = true): PurposePreset => ({
  ...{ basis: "contract", interest: null, needs: NO_PURPOSES, elements, isUsual },
});
const duty = (elements: readonly DataElement[]): PurposePreset => ({
  ...{ basis: "legal-obligation", interest: null, needs: NO_PURPOSES, elements, isUsual: true },
});
const interested = (interest: Interest, elements: readonly DataElement[], isUsual = true): PurposePreset => ({
  ...{ basis: "legitimate-interests", interest, needs: NO_PURPOSES, elements, isUsual },
});
const consented = (needs: PurposeSet, elements: readonly DataElement[], isUsual = false): PurposePreset => ({
  ...{ basis: "consent", interest: null, needs, elements, isUsual },
});

/**
 * How each purpose usually stands. E-mail and text marketing rest on consent (ePrivacy Directive art. 13(1)); the banner
 * is not where it is given, so they need none of its purposes.
 */
export const PURPOSE_PRESETS: Readonly<Record<ProcessingPurpose, PurposePreset>> = {
  payment: contract([...WHO, "billing-address", "payment-card", "payment-summary", "order-lines"]),
  delivery: contract([...WHO, "shipping-address", "company-name", "order-lines", "order-note", "delivery-status"]),
  invoices: duty([...WHO, ...WHERE, "company-name", "payment-summary", "order-lines"]),
  "service-messages": contract([...WHO, "order-lines", "delivery-status", "language-setting"]),
  "customer-account": contract([...WHO, ...WHERE, "account-credentials", "wish-list"]),
  support: contract([...WHO, "order-lines", "support-message", "photo"]),
  returns: contract([...WHO, "shipping-address", "order-lines", "payment-summary"], false),
  "fraud-screening": interested("preventing-fraud", [
    ...WHO,
    ...WHERE,
    "ip-address",
    "approximate-location",
    "browser",
    "time-zone",
    "payment-summary",
    "order-lines",
    "risk-assessment",
  ]),
  security: interested("keeping-the-shop-secure", [
    "ip-address",
    "browser",
    "internet-provider",
    "access-time",
    "cookie-id",
    "page-view",
    "cart",
  ]),
  preferences: consented(PREFERENCES, ["cookie-id", "language-setting", "product-view", "wish-list"], true),
  analytics: consented(ANALYTICS, [...VISIT, "approximate-location", "cart"], true),
  "ad-measurement": consented(MARKETING, [...VISIT, "cart", "order-lines"]),
  "targeted-ads": consented(MARKETING | SALE, [...VISIT, "cart", "email", "order-lines", "inferred-preferences"]),
  "email-marketing": consented(NO_PURPOSES, [
    "name",
    "email",
    "marketing-consent",
    "message-engagement",
    "order-lines",
  ]),
  "sms-marketing": consented(NO_PURPOSES, ["name", "phone", "marketing-consent", "message-engagement", "order-lines"]),
  personalisation: consented(MARKETING, ["cookie-id", "product-view", "order-lines", "inferred-preferences"]),
  reviews: interested("showing-what-buyers-think", ["name", "email", "order-lines", "review", "photo"], false),
  loyalty: contract(["name", "email", "order-lines", "loyalty-balance", "date-of-birth"], false),
  "privacy-duties": duty(["name", "email", "phone", "privacy-choice", "privacy-request", "cookie-id"]),
  "legal-claims": interested("defending-claims", [
    ...WHO,
    ...WHERE,
    "order-lines",
    "payment-summary",
    "support-message",
  ]),
};

/** Advertising, whatever it is called: never on legitimate interests where a yes is needed (ePrivacy Directive art. 5(3)). */
export const ADVERTISING_PURPOSES: readonly ProcessingPurpose[] = ["targeted-ads", "ad-measurement"];
