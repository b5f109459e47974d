/** How a store is reached about privacy, and who stands for it (GDPR art. 13(1)(a)–(b), 27, 37). */
export const CONTACT_KINDS = [
  "email",
  "post",
  "form",
  "privacy-officer",
  "eu-representative",
  "uk-representative",
  "data-protection-officer",
] as const;
/** How a store is reached about privacy. */
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** Decisions that a program makes or prepares. */
export const DECISION_KINDS = ["fraud-screening", "payment-credit-check", "recommendations", "pricing"] as const;
/** A decision that a program makes or prepares. */
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** On which ground data goes to authorities, courts and others who are no vendors. */
export const DISCLOSURE_GROUNDS = ["legal-duty", "authority-request", "protect-rights", "business-transfer"] as const;
/** On which ground data is disclosed. */
export type DisclosureGround = (typeof DISCLOSURE_GROUNDS)[number];

/** Links of a policy to pages of others. */
export const LINK_KINDS = [
  "cookies-explained",
  "ads-explained",
  "ads-choices-us",
  "ads-choices-ca",
  "ads-choices-eu",
  "shopify-privacy",
] as const;
/** A link of a policy. */
export type LinkKind = (typeof LINK_KINDS)[number];

/** Where each link usually leads: the industry's own pages. */
export const USUAL_LINKS: Readonly<Record<LinkKind, string>> = {
  "cookies-explained": "https://allaboutcookies.org/",
  "ads-explained": "https://thenai.org/how-online-advertising-works/",
  "ads-choices-us": "https://optout.aboutads.info/",
  "ads-choices-ca": "https://youradchoices.ca/",
  "ads-choices-eu": "https://www.youronlinechoices.eu/",
  "shopify-privacy": "https://www.shopify.com/legal/privacy",
};

/** What a store says that it does when a browser sends "do not track" or Global Privacy Control. */
export const SIGNAL_RESPONSES = ["ignored", "where-required", "everywhere"] as const;
/** What a store says that it does on a signal. */
export type SignalResponse = (typeof SIGNAL_RESPONSES)[number];

/**
 * Words of a policy that cannot stand: a unique identifier called anonymous (GDPR recital 26); recipients named by
 * example only (art. 13(1)(e)); rights for one region where others have them; a heading with nothing under it.
 */
export const WORDINGS = ["anonymous-identifier", "examples-only", "rights-for-europe-only", "empty-section"] as const;
/** Words that cannot stand. */
export type Wording = (typeof WORDINGS)[number];

/** How data is protected, in general (GDPR art. 30(1)(g), 32). */
export const SECURITY_MEASURES = [
  "encryption-in-transit",
  "encryption-at-rest",
  "access-by-role",
  "two-step-sign-in",
  "backups",
  "staff-duty-of-secrecy",
] as const;
/** One way in which data is protected. */
export type SecurityMeasure = (typeof SECURITY_MEASURES)[number];
