/**
 * What a person may ask for, in the law's own terms: GDPR art. 15–18, 20–21 and 7(3), CCPA §1798.105–.121, state
 * privacy acts (appeal).
 */
export const REQUEST_KINDS = [
  "access",
  "portability",
  "correct",
  "delete",
  "restrict",
  "object",
  "opt-out-of-sale",
  "limit-sensitive",
  "withdraw-consent",
  "appeal",
] as const;
/** One kind of request. */
export type RequestKind = (typeof REQUEST_KINDS)[number];

/**
 * How a request came in: "choices" is the page of privacy choices, "signal" Global Privacy Control. "retention": nobody
 * asked, but the store's own rule says that the person's data is kept no longer (GDPR art. 5(1)(e)).
 */
export const REQUEST_SOURCES = ["shopify", "form", "staff", "choices", "signal", "retention"] as const;
/** How a request came in. */
export type RequestSource = (typeof REQUEST_SOURCES)[number];

/** For whom a person asks: themselves, someone who authorised them (CCPA regulations §7063), or their child. */
export const BEHALVES = ["self", "agent", "parent"] as const;
/** For whom a person asks. */
export type Behalf = (typeof BEHALVES)[number];

/**
 * How it is known that the person is who they say: a link mailed to them, their account at the store, staff who looked,
 * Shopify who asked the merchant. A signal or a choice needs no proof (CCPA regulations §7060(b)).
 */
export const VERIFIED_BY = ["mailbox", "account", "staff", "shopify", "not-needed"] as const;
/** How it is known that the person is who they say. */
export type VerifiedBy = (typeof VERIFIED_BY)[number];

/**
 * What must happen outside before a request goes on: the person opens the link, staff look at a proof of identity,
 * decide, or approve what another decided; the person says what they mean; Shopify's own wait is over.
 */
export const WAITS_FOR = ["mailbox", "identity", "decision", "approval", "clarification", "shopify"] as const;
/** What must happen outside before a request goes on. */
export type WaitsFor = (typeof WAITS_FOR)[number];

/** Where a request stands. "unverified", "open" and "on-hold" are running, the others are over. */
export const REQUEST_STATUSES = ["unverified", "open", "on-hold", "done", "superseded", "refused", "expired"] as const;
/** Where a request stands. */
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** How a request ended. */
export const REQUEST_OUTCOMES = [
  "package-ready",
  "erased",
  "erased-before",
  "superseded-by-erasure",
  "corrected",
  "restricted",
  "objection-kept",
  "opted-out",
  "sensitive-limited",
  "consent-withdrawn",
  "appeal-granted",
  "appeal-refused",
  "nothing-found",
  "partial",
  "refused",
  "merged",
  "never-verified",
] as const;
/** How a request ended. */
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** A system that has a part in a request; a processor by its id in the store's list. */
export type System = "candor" | "shopify" | `processor:${string}`;

/**
 * Where one system's part of a request stands. "pending": the system took it and is asked again later; "by-hand": staff
 * must do it; "given-up": it failed for good, until someone tries again. An erasure is "searching" while what is left of the person is looked
 * for, then "shredding" until their key is gone.
 */
export const TASK_STATUSES = [
  "waiting",
  "running",
  "pending",
  "by-hand",
  "searching",
  "shredding",
  "held",
  "failed",
  "given-up",
  "skipped",
  "done",
] as const;
/** Where one system's part of a request stands. */
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** Why a store must keep a person's data for now (GDPR art. 17(3), 18(1)(b)–(c)). */
export const HOLD_GROUNDS = ["legal-claim", "legal-obligation", "authority-order", "accuracy-contested"] as const;
/** Why a store must keep a person's data for now. */
export type HoldGround = (typeof HOLD_GROUNDS)[number];
