import { createTransport, type Transporter } from "nodemailer";
import { settings } from "../env.server.ts";
import { readSmtpError, type NotSent, type SmtpError } from "./smtp-answer.ts";

/** A mail as it goes to the server. */
export interface Outgoing {
  /** The same for every try, so that a repeat is recognised as one. */
  messageId: string;
  fromName: string;
  from: string;
  to: string;
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
  language: string;
}

/** How long the server may take to begin, and to go on. Milliseconds. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

let current: { url: string; transport: Transporter } | undefined;

/** Connections are kept for the next mails. Without TLS only to this machine, or where SMTP_URL says `ignoreTLS=true`. */
function transportTo(url: string): Transporter {
  if (current?.url === url) return current.transport;
  current?.transport.close();
  const { hostname, protocol, searchParams } = new URL(url);
  const isHere = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  const needsTls = protocol === "smtp:" && !isHere && searchParams.get("ignoreTLS") !== "true";
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    ...PATIENCE,
    requireTLS: needsTls,
    // a mail is text that we made: it never needs a file or an address to be fetched
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  current = { url, transport };
  return transport;
}

/** Hands a mail to the mail server of the settings. Answers "sent", or why not. Needs `settings().mail`. */
export async function deliver(mail: Outgoing): Promise<"sent" | NotSent> {
  const server = settings().mail;
  if (!server) throw new Error("no mail server is set");
  try {
    await transportTo(server.serverUrl).sendMail({
      messageId: mail.messageId,
      from: { name: mail.fromName, address: mail.from },
      to: { name: "", address: mail.to },
      ...(mail.replyTo !== null && { replyTo: { name: mail.fromName, address: mail.replyTo } }),
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: {
        "Content-Language": mail.language,
        // RFC 3834: out-of-office notes stay away
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
      },
    });
    return "sent";
  } catch (error) {
    return readSmtpError(error as SmtpError);
  }
}

/** Whether the mail server lets Candor in; why not, in plain words. */
export async function checkServer(): Promise<"ok" | NotSent> {
  const server = settings().mail;
  if (!server) throw new Error("no mail server is set");
  try {
    await transportTo(server.serverUrl).verify();
    return "ok";
  } catch (error) {
    return readSmtpError(error as SmtpError);
  }
}

/** Ends the connections to the mail server; the next mail opens new ones. */
export function closeMailServer(): void {
  current?.transport.close();
  current = undefined;
}
