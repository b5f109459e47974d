/**
 * Where a mail stands. "held": written, but not to be sent before something else has happened; "queued": waits for its
 * turn, or for another try after a failure; "rejected": the mail server refuses it for good; "withdrawn": its person was
 * erased, or what it says was overtaken, before it went.
 */
export const MAIL_STATUSES = ["held", "queued", "sending", "sent", "rejected", "withdrawn"] as const;

/** Where a mail stands. */
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** Why nothing is sent where the operator named no mail server. */
export const NO_SERVER =
  "No mail server is set up, so nothing is sent. Whoever runs Candor sets SMTP_URL and MAIL_FROM.";
