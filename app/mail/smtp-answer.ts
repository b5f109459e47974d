/** What became of a mail that was not accepted. Causes hold no address: servers like to quote it in their answers. */
export type NotSent = { kind: "rejected"; code: number; cause: string } | { kind: "later"; cause: string };

/** What nodemailer tells of a failure, of which only codes are used. */
export interface SmtpError {
  /** nodemailer's or the system's, such as EENVELOPE or ECONNREFUSED. */
  code?: unknown;
  responseCode?: unknown;
  response?: unknown;
  /** The command that failed, such as "RCPT TO". */
  command?: unknown;
}

/** Enhanced status codes (RFC 3463) in words; the longest that fits is taken. */
const MEANINGS: Readonly<Record<string, string>> = {
  "1.1": "There is no such mailbox.",
  "1.2": "The domain of the address does not exist.",
  "1.6": "The mailbox has moved, and nobody knows where.",
  "1.10": "The domain of the address takes no mail.",
  "2.1": "The mailbox is switched off.",
  "2.2": "The mailbox is full.",
  "3.4": "The mail is too large.",
  "7": "The receiving server refuses it by its own rules (spam protection, or SPF, DKIM or DMARC are missing).",
};

/** Failures before any mail was offered. They are the operator's to mend, and end by themselves once they are. */
const TROUBLE: Readonly<Record<string, string>> = {
  EAUTH: "The mail server does not accept the user name or password. See SMTP_URL.",
  ETLS: "The mail server offers no encryption (TLS). See SMTP_URL.",
  EDNS: "The mail server's name is not known. See SMTP_URL.",
  ENOTFOUND: "The mail server's name is not known. See SMTP_URL.",
  ECONNECTION: "The mail server does not answer. See SMTP_URL.",
  ECONNREFUSED: "The mail server does not answer. See SMTP_URL.",
  ESOCKET: "The mail server does not answer, or the connection broke off. See SMTP_URL.",
  ETIMEDOUT: "The mail server did not answer in time.",
  EPROTOCOL: "The mail server gave an answer that makes no sense.",
};

/** A 5xx to one of these is about this very mail; to any other command, about Candor and its sender. */
const ABOUT_THE_MAIL = /^(RCPT TO|DATA|BDAT)/i;

/**
 * Reads why a mail was not accepted (RFC 5321, section 4.2): a 5xx answer to recipient or content is final, everything
 * else is worth another try.
 */
export function readSmtpError(error: SmtpError): NotSent {
  const later = (cause: string): NotSent => ({ kind: "later", cause });
  const known = typeof error.code === "string" ? TROUBLE[error.code] : undefined;
  if (error.code === "EAUTH" && known !== undefined) return later(known);
  const code = typeof error.responseCode === "number" ? error.responseCode : 0;
  if (code < 400) return later(known ?? "The mail could not be handed to the mail server.");
  if (code < 500) return later(`The mail server asks to try again later (${code}).`);
  return readRefusal(error, code) ?? later(`The mail server does not serve Candor (${code}).`);
}

function readRefusal(error: SmtpError, code: number): NotSent | undefined {
  const command = typeof error.command === "string" ? error.command : "";
  if (ABOUT_THE_MAIL.test(command)) return { kind: "rejected", code, cause: meaning(error, code) };
  if (!command.startsWith("MAIL FROM")) return undefined;
  return { kind: "later", cause: `The mail server does not let MAIL_FROM send (${code}).` };
}

function meaning(error: SmtpError, code: number): string {
  const said = typeof error.response === "string" ? error.response : "";
  const enhanced = /^5\d\d[ -]5\.(\d{1,3})\.(\d{1,3})\b/.exec(said);
  const [, subject = "", detail = ""] = enhanced ?? [];
  const known = MEANINGS[`${subject}.${detail}`] ?? MEANINGS[subject] ?? "The receiving server refuses it for good.";
  return `${known.replace(/\.$/, "")} (${[code, ...(enhanced ? [`5.${subject}.${detail}`] : [])].join(", ")}).`;
}
