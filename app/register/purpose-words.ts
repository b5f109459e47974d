import type { LegalBasis } from "../law/legal-bases.ts";
import type { Interest, ProcessingPurpose } from "./processing-purposes.ts";

/** Each purpose in plain English, as what the store does. */
export const PROCESSING_PURPOSE_WORDS: Readonly<Record<ProcessingPurpose, string>> = {
  payment: "taking payment",
  delivery: "delivering orders",
  invoices: "invoices and bookkeeping",
  "service-messages": "order confirmations and other service messages",
  "customer-account": "customer accounts",
  support: "answering questions",
  returns: "returns and refunds",
  "fraud-screening": "screening orders for fraud",
  security: "keeping the shop secure",
  preferences: "remembering preferences",
  analytics: "measuring how the shop is used",
  "ad-measurement": "measuring advertising",
  "targeted-ads": "advertising that fits a person’s interests",
  "email-marketing": "marketing by e-mail",
  "sms-marketing": "marketing by text message",
  personalisation: "recommendations",
  reviews: "reviews of products",
  loyalty: "loyalty points and rewards",
  "privacy-duties": "answering privacy requests and keeping privacy choices",
  "legal-claims": "legal claims",
};

/** Each legal basis in plain English, for people who are no lawyers. */
export const BASIS_WORDS: Readonly<Record<LegalBasis, string>> = {
  consent: "your consent",
  contract: "the contract with you",
  "legal-obligation": "a legal duty",
  "vital-interests": "vital interests",
  "public-task": "a public task",
  "legitimate-interests": "legitimate interests",
};

/** Each interest in plain English. */
export const INTEREST_WORDS: Readonly<Record<Interest, string>> = {
  "preventing-fraud": "preventing fraud",
  "keeping-the-shop-secure": "keeping the shop secure",
  "answering-questions": "answering questions",
  "improving-the-shop": "improving the shop",
  "informing-customers": "telling customers about similar products",
  "showing-what-buyers-think": "showing what buyers think of products",
  "defending-claims": "establishing and defending legal claims",
  "advertising-the-shop": "advertising the shop",
};

/**
 * The balancing note that each interest begins with: why the use is needed, what a person may expect, what protects
 * them (GDPR art. 6(1)(f), recital 47). A store may write its own.
 */
export const BALANCING_NOTES: Readonly<Record<Interest, string>> = {
  "preventing-fraud":
    "Without the check stolen cards could be used. Buyers expect it; only data of the order is used; a person looks at refusals.",
  "keeping-the-shop-secure":
    "Attacks cannot be noticed without these records. They are short-lived and are used for nothing else.",
  "answering-questions":
    "Who writes expects an answer. Only what the person wrote, and the order it is about, is used.",
  "improving-the-shop": "Counts of use show what does not work. No profile of a person is made, and each may object.",
  "informing-customers":
    "Customers may expect news about similar products. Every message has a way to stop, and so had the order form.",
  "showing-what-buyers-think":
    "Buyers are asked once after an order. Publishing is up to them, and they may take it back.",
  "defending-claims":
    "A store must be able to show what was agreed. The data is locked away otherwise, and goes when claims lapse.",
  "advertising-the-shop":
    "Only outside places that ask for consent, with a way to opt out; sensitive data and minors are left out.",
};
