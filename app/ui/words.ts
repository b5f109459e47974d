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
} from "../law/requests.ts";

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
  open: { label: "Open", tone: "info" },
  "on-hold": { label: "On hold", tone: "warning" },
  done: { label: "Done", tone: "success" },
  superseded: { label: "Superseded" },
  refused: { label: "Refused" },
};

export const SOURCE_WORDS: Readonly<Record<RequestSource, string>> = {
  shopify: "Shopify",
  form: "Your store's form",
  staff: "Your staff",
  signal: "A browser signal",
};

export const OUTCOME_WORDS: Readonly<Record<RequestOutcome, string>> = {
  "package-ready": "the package was ready",
  erased: "the customer was erased",
  "erased-before": "the customer had been erased before",
  "superseded-by-erasure": "the customer was erased meanwhile",
};

export const SYSTEM_WORDS: Readonly<Record<System, string>> = { candor: "Candor", shopify: "Shopify" };

export const TASK_WORDS: Readonly<Record<TaskStatus, Badged>> = {
  waiting: { label: "Waiting" },
  running: { label: "Running", tone: "info" },
  searching: { label: "Searching for residue", tone: "info" },
  shredding: { label: "Destroying the key", tone: "info" },
  held: { label: "On hold", tone: "warning" },
  failed: { label: "Failed", tone: "critical" },
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
  "request.pack": "Writing a request's package",
  "erasure.finish": "Searching for residue and destroying keys",
  "shop.erase": "Erasing the store",
  "package.expire": "Removing old packages",
  "inbox.forget-keys": "Removing keys of deliveries",
  "evidence.seal": "Sealing evidence",
  "database.upkeep": "Looking after the database",
  "consent.check-storefront": "Looking at your storefront",
  "consent.publish": "Publishing the consent settings",
  "consent.purge": "Removing old consent records",
  "sessions.renew": "Renewing access to Shopify",
};

/** The words for a code that may come from a later version: the code itself where there are none. */
export function wordsFor(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}
