import type { AddressInfo } from "node:net";
import { simpleParser, type AddressObject, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { PAGE_CSS } from "../control/page-css.ts";
import { html } from "../http/html.ts";
import { sendHtml, sendJson, serve, type Listening } from "../http/serve.ts";

/** A mail that the app sent. */
interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** ISO time. */
  at: string;
  from: string;
  replyTo: string;
  /** The same for two copies of one mail. */
  messageId: string;
  /** Of the header Content-Language. */
  language: string;
}

/**
 * Mailboxes that are not well, by the part before the "@": what a mail server answers for them (RFC 5321, RFC 3463).
 * Servers quote the address in their answer; so does this one.
 */
const UNWELL: Readonly<Record<string, readonly [code: number, words: string]>> = {
  unknown: [550, "5.1.1 no such user"],
  full: [452, "4.2.2 mailbox full"],
  later: [451, "4.7.1 greylisted"],
};

/** Mails refused once they were read, by a word in their text. */
const SPAM = "GTUBE-STANDIN";

function page(mails: readonly Mail[]): string {
  const cards = mails.toReversed().map(
    (mail) =>
      html`<article class="card">
        <h3>${mail.subject}</h3>
        <p>To ${mail.to} · ${mail.at.replace("T", " ").slice(0, 19)}</p>
        <iframe
          sandbox
          title="${mail.subject}"
          srcdoc="${mail.html === "" ? html`<pre>${mail.text}</pre>`.html : mail.html}"
          style="width:100%;height:320px;border:1px solid #d5dbd6"
        ></iframe>
      </article>`,
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <link rel="icon" href="data:," />
        <title>Mailbox · Stand-in</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>
          ${{ html: PAGE_CSS }}
        </style>
      </head>
      <body>
        <header>
          <h1>Mailbox</h1>
          <p class="notice">Stand-in — not Shopify</p>
        </header>
        <main>
          <h2>Everything the app sent, newest first</h2>
          ${cards.length === 0 ? html`<p>No mail yet.</p>` : cards}
        </main>
      </body>
    </html>`.html;
}

function addresses(field: AddressObject | AddressObject[] | undefined): string {
  const lists = field === undefined ? [] : [field].flat();
  return lists.flatMap((list) => list.value.map((one) => one.address ?? "")).join(", ");
}

function refusal(code: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: code });
}

function toMail(parsed: ParsedMail, id: string): Mail {
  const language = parsed.headers.get("content-language");
  return {
    id,
    to: addresses(parsed.to),
    subject: parsed.subject ?? "",
    text: parsed.text ?? "",
    html: parsed.html || "",
    at: new Date().toISOString(),
    from: parsed.from?.text ?? "",
    replyTo: addresses(parsed.replyTo),
    messageId: parsed.messageId ?? "",
    language: typeof language === "string" ? language : "",
  };
}

async function listenSmtp(
  port: number,
  received: (mail: Mail) => void,
): Promise<{ port: number; close(): Promise<void> }> {
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData: (stream, _session, done) => {
      simpleParser(stream).then(
        (parsed) => {
          if (parsed.text?.includes(SPAM)) {
            done(refusal(554, "5.7.1 looks like spam"));
            return;
          }
          count += 1;
          received(toMail(parsed, String(count)));
          done();
        },
        (error: unknown) => {
          done(error instanceof Error ? error : new Error(String(error)));
        },
      );
    },
    onRcptTo: ({ address }, _session, done) => {
      const [code, words] = UNWELL[address.split("@")[0] ?? ""] ?? [];
      done(code === undefined ? undefined : refusal(code, `${words ?? ""} <${address}>`));
    },
    onAuth: (_auth, _session, done) => {
      done(null, { user: "app" });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = server.server.address() as AddressInfo;
  return {
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** Mail goes in by SMTP and is read on a page or as `/messages.json`, newest last (`DELETE` empties it). */
export async function serveMailbox(ports: {
  page: number;
  smtp: number;
}): Promise<{ page: Listening; smtp: number; close(): Promise<void> }> {
  let mails: Mail[] = [];
  const smtp = await listenSmtp(ports.smtp, (mail) => mails.push(mail));
  const listening = await serve(ports.page, (request, response, url) => {
    if (url.pathname !== "/messages.json") {
      sendHtml(response, page(mails));
      return;
    }
    if (request.method === "DELETE") mails = [];
    sendJson(response, mails);
  });
  return {
    page: listening,
    smtp: smtp.port,
    close: async () => {
      await Promise.all([smtp.close(), listening.close()]);
    },
  };
}
