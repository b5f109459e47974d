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

/** How a request came in. */
export const REQUEST_SOURCES = ["shopify", "form", "staff", "signal"] as const;
/** How a request came in. */
export type RequestSource = (typeof REQUEST_SOURCES)[number];

/** Where a request stands. "open" and "on-hold" are running, the others are over. */
export const REQUEST_STATUSES = ["open", "on-hold", "done", "superseded", "refused"] as const;
/** Where a request stands. */
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** How a request ended. */
export const REQUEST_OUTCOMES = ["package-ready", "erased", "erased-before", "superseded-by-erasure"] as const;
/** How a request ended. */
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** The systems that have a part in a request. */
export const SYSTEMS = ["candor", "shopify"] as const;
/** A system that has a part in a request. */
export type System = (typeof SYSTEMS)[number];

/**
 * Where one system's part of a request stands. An erasure is "searching" while what is left of the person is looked
 * for, then "shredding" until their key is gone.
 */
export const TASK_STATUSES = [
  "waiting",
  "running",
  "searching",
  "shredding",
  "held",
  "failed",
  "skipped",
  "done",
] as const;
/** Where one system's part of a request stands. */
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** Why a store must keep a person's data for now (GDPR art. 17(3), 18(1)(b)–(c)). */
export const HOLD_GROUNDS = ["legal-claim", "legal-obligation", "authority-order", "accuracy-contested"] as const;
/** Why a store must keep a person's data for now. */
export type HoldGround = (typeof HOLD_GROUNDS)[number];
