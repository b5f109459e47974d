import type { MailStatus } from "../../mail/mail-status.ts";
import type { MailTemplate } from "../../mail/templates.ts";
import type { Badged } from "../words.ts";

/** What each mail is about, for staff. */
export const MAIL_WORDS: Readonly<Record<MailTemplate, string>> = {
  received: "Request received",
  verify: "Please confirm",
  "verify-reminder": "Reminder to confirm",
  verified: "Confirmed, work has begun",
  "asked-for-you": "Someone asks in the person’s name",
  extended: "More time is needed",
  clarification: "A question",
  done: "Data ready to download",
  "open-package": "Link that opens the data",
  "done-deleted": "Data deleted",
  "done-corrected": "Data corrected",
  "done-restricted": "Use of data paused",
  "done-objected": "Objection respected",
  "done-opted-out": "No sale or sharing",
  "done-limited": "Sensitive data limited",
  "done-withdrawn": "Consent withdrawn",
  "done-nothing-found": "No data found",
  partial: "Done in part",
  refused: "Refused",
  "appeal-received": "Appeal received",
  "appeal-decided": "Appeal decided",
  expired: "Never confirmed, closed",
  "policy-changed": "Privacy policy changed",
  "processor-errand": "Errand for a processor",
  "staff-new-request": "To staff: new request",
  "staff-reminder": "To staff: request is due",
  "staff-hold-review": "To staff: a hold is to be reviewed",
  test: "Test mail",
};

/** Where a mail stands. */
export const MAIL_STATUS_WORDS: Readonly<Record<MailStatus, Badged>> = {
  held: { label: "Not yet due" },
  queued: { label: "Waiting", tone: "info" },
  sending: { label: "Being sent", tone: "info" },
  sent: { label: "Sent", tone: "success" },
  rejected: { label: "Refused", tone: "critical" },
  withdrawn: { label: "Withdrawn" },
};

/** Who gets a mail. */
export const RECIPIENT_WORDS: Readonly<Record<"person" | "store" | "processor", string>> = {
  person: "Customers",
  store: "Your contact address",
  processor: "Processors",
};
