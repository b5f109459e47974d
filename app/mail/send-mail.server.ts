import { settings } from "../env.server.ts";
import { inTransaction, pool, prisma, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { PlainProblem, plainCause } from "../jobs/cause.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { isMailLanguage } from "./languages.ts";
import { destroyMailKeys, openContent, type MailContent } from "./mail-key.server.ts";
import { NO_SERVER, type MailStatus } from "./mail-status.ts";
import { reference } from "./reference.ts";
import { renderMail } from "./render-mail.server.ts";
import { readSender, type Sender } from "./sender.server.ts";
import type { NotSent } from "./smtp-answer.ts";
import { deliver } from "./smtp.server.ts";
import { isTemplate, TEMPLATES, type MailTemplate } from "./templates.ts";
import { currentWording, type CurrentWording } from "./wordings.server.ts";

/** Longer than a delivery can take: a mail that is "sending" for longer was left behind by a process that died. Milliseconds. */
const SURELY_OVER_MS = 90_000;

interface Claimed {
  id: string;
  request: string | null;
  template: string;
  language: string;
  sealedContent: Buffer;
}

/**
 * Sends a mail of the outbox, once. Safe to repeat: a mail that went is not sent again, and two processes never send the
 * same one. Only a process that dies between the server's "accepted" and the commit leads to a second copy, with the same
 * Message-ID, by which mailboxes know it. Throws a `PlainProblem` when it should be tried again.
 */
export async function sendMail(shop: string, id: string, now: Date): Promise<void> {
  if (!settings().mail) {
    await keepWaiting(shop, id, NO_SERVER);
    return;
  }
  const mail = await claim(shop, id, now);
  if (!mail) return waitForOther(shop, id, now);
  const content = await openContent(shop, id, mail.sealedContent);
  if (!content || !isTemplate(mail.template)) return withdraw(shop, id);
  try {
    await send(shop, { ...mail, template: mail.template }, content, now);
  } catch (error) {
    await keepWaiting(shop, id, plainCause(error));
    throw error;
  }
  await forgetContent(shop, id);
}

async function claim(shop: string, id: string, now: Date): Promise<Claimed | undefined> {
  const { rows } = await pool().query<Claimed>(
    `UPDATE "MailMessage" SET "status" = 'sending', "startedAt" = $3, "attempts" = "attempts" + 1
     WHERE "shop" = $1 AND "id" = $2 AND "sealedContent" IS NOT NULL
       AND ("status" = 'queued' OR ("status" = 'sending' AND "startedAt" < $4))
     RETURNING "id"::text, "request"::text, "template", "language", "sealedContent"`,
    [shop, id, now, new Date(now.getTime() - SURELY_OVER_MS)],
  );
  return rows[0];
}

/** Somebody else may be at it, or may have died at it: this job comes back when it is surely over. */
async function waitForOther(shop: string, id: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const row = await tx.mailMessage.findUnique({ where: { shop_id: { shop, id } } });
    if (row?.status !== "sending") return;
    const startAfter = new Date((row.startedAt ?? now).getTime() + SURELY_OVER_MS + 1_000);
    await enqueue(tx, "mail.send", { shop, message: id }, { startAfter });
  });
}

async function keepWaiting(shop: string, id: string, cause: string): Promise<void> {
  await prisma().mailMessage.updateMany({
    where: { shop, id, status: { in: ["queued", "sending"] } },
    data: { status: "queued" satisfies MailStatus, cause },
  });
}

async function withdraw(shop: string, id: string): Promise<void> {
  await prisma().mailMessage.updateMany({
    where: { shop, id, status: "sending" },
    data: { status: "withdrawn" satisfies MailStatus, sealedContent: null, doneAt: new Date() },
  });
}

type Known = Claimed & { template: MailTemplate };

async function send(shop: string, mail: Known, content: MailContent, now: Date): Promise<void> {
  const language = isMailLanguage(mail.language) ? mail.language : "en";
  const sender = await readSender(shop, now);
  const wording = await currentWording(shop, mail.template, language);
  const to = content.to ?? sender.contact;
  if (to === null) throw new PlainProblem("The store has no contact address. Set one on the page Mails.");
  const canReply = sender.contact !== null && TEMPLATES[mail.template].to !== "store";
  const written = renderMail({
    ...{ template: mail.template, language, wording, canReply, facts: content.facts },
    store: sender.name,
    timeZone: sender.timeZone,
    reference: mail.request === null ? null : reference(mail.request),
  });
  const { from, domain } = senderAddress();
  const answer = await deliver({
    ...written,
    ...{ to, from, language, fromName: sender.name },
    messageId: `<${mail.id}@${domain}>`,
    replyTo: canReply ? sender.contact : null,
  });
  await settle(shop, mail, { wording, sender }, answer);
}

function senderAddress(): { from: string; domain: string } {
  const from = settings().mail?.from ?? "";
  return { from, domain: from.slice(from.lastIndexOf("@") + 1) };
}

async function settle(
  shop: string,
  mail: Known,
  { wording }: { wording: CurrentWording; sender: Sender },
  answer: "sent" | NotSent,
): Promise<void> {
  if (answer !== "sent" && answer.kind === "later") throw new PlainProblem(answer.cause);
  const at = new Date();
  const done = answer === "sent" ? { status: "sent", cause: null } : { status: "rejected", cause: answer.cause };
  await inTransaction(async (tx) => {
    const data = { ...done, doneAt: at, wording: wording.hash, version: wording.version };
    const { count } = await tx.mailMessage.updateMany({ where: { shop, id: mail.id, status: "sending" }, data });
    if (count === 1) await prove(tx, shop, mail, { at, wording, answer });
  });
}

/** Mails to the store itself are no part of the answer to anybody, so they are not in the evidence. */
async function prove(
  tx: Tx,
  shop: string,
  { id, request, template, language }: Known,
  { at, wording, answer }: { at: Date; wording: CurrentWording; answer: "sent" | { code: number } },
): Promise<void> {
  if (request === null || TEMPLATES[template].to === "store") return;
  if (answer !== "sent") {
    const facts = { mail: id, template, code: answer.code };
    await appendEvidence(tx, shop, { kind: "mail.rejected", at, request, facts });
    return;
  }
  const facts = { mail: id, template, language, wording: wording.hash, version: wording.version };
  await appendEvidence(tx, shop, { kind: "mail.sent", at, request, facts });
}

/** Once a mail went, nobody needs to know any more what was in it. A refused one may still be tried again. */
async function forgetContent(shop: string, id: string): Promise<void> {
  const { count } = await prisma().mailMessage.updateMany({
    where: { shop, id, status: "sent" },
    data: { sealedContent: null },
  });
  if (count === 1) await destroyMailKeys([id]);
}
