/** Everything about the store and its reach that can be wrong. */
export const STORE_ISSUES = [
  "store-unnamed",
  "store-country-unknown",
  "markets-unknown",
  "contact-missing",
  "second-contact-missing",
  "eu-representative-needed",
  "uk-representative-needed",
  "minimum-age-unsaid",
  "ads-to-children",
  "sale-unsaid",
  "ccpa-reach-unsaid",
] as const;

/** About purposes, their bases, and the elements that they need. */
export const PURPOSE_ISSUES = [
  "element-without-purpose",
  "term-undefined",
  "term-named-twice",
  "purpose-without-basis",
  "purpose-without-elements",
  "ads-on-legitimate-interests",
  "consent-needed",
  "messages-without-consent",
  "interest-unnamed",
  "balancing-missing",
  "special-category-without-consent",
  "decision-unsaid",
  "decision-without-review",
  "disclosures-unsaid",
] as const;

/** About recipients. */
export const VENDOR_ISSUES = [
  "vendor-not-in-register",
  "cookie-not-in-register",
  "service-not-in-register",
  "vendor-unconfirmed",
  "vendor-without-purpose",
  "vendor-purpose-missing",
  "vendor-element-missing",
  "vendor-country-unknown",
  "transfer-without-basis",
  "vendor-role-unknown",
  "processor-without-contract",
  "vendor-link-missing",
] as const;

/** About advertising, the banner and signals. */
export const SIGNAL_ISSUES = [
  "ads-unsaid",
  "ads-without-vendor",
  "ads-without-opt-out",
  "purpose-not-offered",
  "ad-vendor-without-opt-out",
  "ads-choices-link-missing",
  "do-not-track-unsaid",
  "do-not-track-contradicted",
  "opt-out-signal-unsaid",
  "opt-out-signal-contradicted",
] as const;

/** About how long data is kept. */
export const RETENTION_ISSUES = [
  "retention-missing",
  "retention-without-end",
  "retention-below-minimum",
  "retention-too-long",
] as const;

/** About the policy as a text. */
export const TEXT_ISSUES = [
  "effective-date-missing",
  "review-overdue",
  "language-missing",
  "link-empty",
  "anonymous-identifier",
  "recipients-by-example",
  "rights-for-europe-only",
  "section-empty",
  "answer-later-than-law",
  "claim-unconfirmed",
] as const;

/** Everything that can be wrong with a register. */
export const ISSUE_CODES = [
  ...STORE_ISSUES,
  ...PURPOSE_ISSUES,
  ...VENDOR_ISSUES,
  ...SIGNAL_ISSUES,
  ...RETENTION_ISSUES,
  ...TEXT_ISSUES,
] as const;
/** One thing that can be wrong. */
export type IssueCode = (typeof ISSUE_CODES)[number];
