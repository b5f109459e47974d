import type { DeliveryStatus } from "../inbox/topics.ts";
import type { JobName } from "../jobs/jobs.ts";
import type {
  HoldGround,
  RequestKind,
  RequestOutcome,
  RequestSource,
  RequestStatus,
  System,
  TaskStatus,
  VerifiedBy,
} from "../law/requests.ts";
import type { Reminder } from "../law/reminders.ts";
import type { Decision } from "../requests/decision.ts";
import type { StaffRole } from "../staff/roles.ts";

/** The colour of a badge: what Polaris calls its tone. */
export type BadgeTone = "info" | "success" | "attention" | "warning" | "critical";

/** A state in words, and its colour; no colour for what is merely over. */
export interface Badged {
  label: string;
  tone?: BadgeTone;
}

export const KIND_WORDS: Readonly<Record<RequestKind, string>> = {
  access: "Access",
  portability: "Portability",
  correct: "Correction",
  delete: "Erasure",
  restrict: "Restriction",
  object: "Objection",
  "opt-out-of-sale": "Opt-out of sale",
  "limit-sensitive": "Limit sensitive data",
  "withdraw-consent": "Consent withdrawal",
  appeal: "Appeal",
};

export const STATUS_WORDS: Readonly<Record<RequestStatus, Badged>> = {
  unverified: { label: "Not verified", tone: "attention" },
  open: { label: "Open", tone: "info" },
  "on-hold": { label: "On hold", tone: "warning" },
  done: { label: "Done", tone: "success" },
  superseded: { label: "Superseded" },
  refused: { label: "Refused" },
  expired: { label: "Expired" },
};

export const SOURCE_WORDS: Readonly<Record<RequestSource, string>> = {
  retention: "Retention rule",
  shopify: "Shopify",
  form: "Your store's form",
  staff: "Your staff",
  choices: "Your privacy choices page",
  signal: "A browser signal",
};

export const VERIFIED_WORDS: Readonly<Record<VerifiedBy, string>> = {
  mailbox: "they opened the link in their mailbox",
  account: "they were signed in at your store",
  staff: "a member of your staff looked",
  shopify: "Shopify passed it on, on your store's word",
  "not-needed": "not needed for this request",
};

export const OUTCOME_WORDS: Readonly<Record<RequestOutcome, string>> = {
  "package-ready": "the package was ready",
  erased: "the customer was erased",
  "erased-before": "the customer had been erased before",
  "superseded-by-erasure": "the customer was erased meanwhile",
  corrected: "the data was corrected",
  restricted: "the use of the data is restricted",
  "objection-kept": "the objection is in force",
  "opted-out": "the customer is opted out of sale and sharing",
  "sensitive-limited": "the use of sensitive data is limited",
  "consent-withdrawn": "the consent is withdrawn",
  "appeal-granted": "the appeal was granted",
  "appeal-refused": "the appeal was refused",
  "nothing-found": "nothing was found about the person",
  partial: "answered in part",
  refused: "refused, with the reason",
  merged: "it was the same as another request",
  "never-verified": "the person never confirmed who they are",
};

export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  approved: "Deletion approved",
  "identity-accepted": "Identity accepted",
  "changes-approved": "Corrections approved",
  refused: "Refused",
  limited: "Answered only in part",
  extended: "Deadline extended",
  asked: "Customer asked",
  resumed: "Clock started again",
  "appeal-granted": "Appeal granted",
  "appeal-refused": "Appeal refused",
};

export const REMINDER_WORDS: Readonly<Record<Reminder, string>> = {
  half: "half of the time is over",
  most: "most of the time is over",
  "last-day": "the last day has come",
  overdue: "the deadline has passed",
};

export const ROLE_WORDS: Readonly<Record<StaffRole, string>> = {
  owner: "owner",
  "privacy-staff": "privacy staff",
  "read-only": "read-only",
};

const SYSTEM_WORDS: Readonly<Record<string, string>> = { candor: "Candor", shopify: "Shopify" };

/** A system's name: a processor's is its id where the page has no better one. */
export function systemName(system: System): string {
  return SYSTEM_WORDS[system] ?? system.replace(/^processor:/, "");
}

export const TASK_WORDS: Readonly<Record<TaskStatus, Badged>> = {
  waiting: { label: "Waiting" },
  running: { label: "Running", tone: "info" },
  pending: { label: "At work there", tone: "info" },
  "by-hand": { label: "Yours to do", tone: "attention" },
  searching: { label: "Searching for residue", tone: "info" },
  shredding: { label: "Destroying the key", tone: "info" },
  held: { label: "On hold", tone: "warning" },
  failed: { label: "Failed", tone: "critical" },
  "given-up": { label: "Given up", tone: "critical" },
  skipped: { label: "Skipped" },
  done: { label: "Done", tone: "success" },
};

export const GROUND_WORDS: Readonly<Record<HoldGround, string>> = {
  "legal-claim": "A legal claim (GDPR art. 17(3)(e))",
  "legal-obligation": "A duty to keep records (GDPR art. 17(3)(b))",
  "authority-order": "An order by an authority",
  "accuracy-contested": "The customer contests the data (GDPR art. 18(1)(a))",
};

export const DELIVERY_WORDS: Readonly<Record<DeliveryStatus, Badged>> = {
  queued: { label: "Queued", tone: "info" },
  done: { label: "Done", tone: "success" },
  "needs-look": { label: "Needs a look", tone: "attention" },
};

export const JOB_WORDS: Readonly<Record<JobName, string>> = {
  "delivery.carry-out": "Carrying out a webhook delivery",
  "request.task": "Working on a request",
  "request.task-elsewhere": "Collecting data",
  "request.take-form": "Reading a shopper’s form",
  "request.await-proof": "Waiting for a mailbox to be proven",
  "request.forget": "Destroying the key of an erasure that is complete",
  "request.wake": "Taking up requests whose time has come",
  "request.tick": "Reminders and pauses",
  "request.pack": "Writing a request's package",
  "request.offer-package": "Mailing the way to a package",
  "erasure.finish": "Searching for residue and destroying keys",
  "shop.erase": "Erasing the store",
  "package.expire": "Removing old packages",
  "inbox.forget-keys": "Removing keys of deliveries",
  "evidence.seal": "Sealing evidence",
  "database.upkeep": "Looking after the database",
  "consent.check-storefront": "Looking at your storefront",
  "consent.publish": "Publishing the consent settings",
  "consent.follow-policy": "Telling the banner of a new policy",
  "policy.watch": "Looking at your policy in Shopify",
  "retention.run": "Carrying out your retention rules",
  "retention.erase": "Erasing customers who are past their period",
  "request.certify": "Writing a request’s certificate",
  "integration.send": "Telling your own tools of changes",
  "policy.announce": "Telling customers of a new policy",
  "policy.check-links": "Looking where your policy’s links lead",
  "consent.purge": "Removing old consent records",
  "register.read-shopify": "Reading your store’s settings at Shopify",
  "sessions.renew": "Renewing access to Shopify",
  "mail.send": "Sending a mail",
  "mail.upkeep": "Looking after the outbox",
};

/** The words for a code that may come from a later version: the code itself where there are none. */
export function wordsFor(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}
