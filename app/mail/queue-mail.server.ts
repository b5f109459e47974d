import { v7 } from "uuid";
import type { Tx } from "../db/database.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { readSubjectIn } from "../vault/subjects.server.ts";
import { openContent, sealContent } from "./mail-key.server.ts";
import type { MailStatus } from "./mail-status.ts";
import { isAddress } from "./neutralise.ts";
import { TEMPLATES, templateRules, type MailFacts, type MailTemplate } from "./templates.ts";
import { languageFor, personTexts } from "./texts.server.ts";
import { writeValue, type FactValue } from "./write-value.ts";

/** A mail to be sent once. */
export interface NewMail<T extends MailTemplate> {
  /** The request that it is about; null for none. */
  request: string | null;
  /** The person on file whom it is for or about; null when there is none (yet). */
  subject: string | null;
  /** Where it goes; left out for the person's own address on file, and for mails to the store's contact. */
  to?: string;
  template: T;
  /** The reader's language, as any tag: `de`, `pt-BR`, `zh_TW`; English where it is unknown. */
  language: string | null;
  /** What makes it exactly-once in this store, such as `<request> verified`; no personal data. */
  key: string;
  facts: MailFacts<T>;
  /** Not to be sent before `releaseMail`, but written now, while the person can still be found. */
  isHeld?: boolean;
}

/**
 * Writes a mail into the outbox inside the caller's transaction, with its job: it is sent if, and only if, the
 * transaction is kept, and once however often the same key comes. "known": a mail with this key is there already.
 * "no-address": nobody to send it to, so nothing was written. Throws `TypeError` when the facts do not fit the mail.
 */
export async function queueMail<T extends MailTemplate>(
  tx: Tx,
  shop: string,
  mail: NewMail<T>,
): Promise<"queued" | "known" | "no-address"> {
  const language = languageFor(mail.template, mail.language);
  checkFacts(mail.template, mail.facts);
  const to = await addressOf(tx, shop, mail);
  if (to === undefined) return "no-address";
  const id = v7();
  const status: MailStatus = mail.isHeld === true ? "held" : "queued";
  const added = await tx.$executeRaw`
    INSERT INTO "MailMessage" ("shop", "id", "key", "request", "subject", "template", "language", "status", "createdAt")
    VALUES (${shop}, ${id}::uuid, ${mail.key}, ${mail.request}::uuid, ${mail.subject}::uuid, ${mail.template},
      ${language}, ${status}, now())
    ON CONFLICT ("shop", "key") DO NOTHING`;
  if (added === 0) return "known";
  const sealed = await sealContent(shop, id, { to, facts: mail.facts });
  await tx.$executeRaw`
    UPDATE "MailMessage" SET "sealedContent" = ${sealed} WHERE "shop" = ${shop} AND "id" = ${id}::uuid`;
  if (status === "queued") await enqueue(tx, "mail.send", { shop, message: id });
  return "queued";
}

/** Lets a held mail go, inside the caller's transaction. Answers whether one was waiting under this key. */
export async function releaseMail(tx: Tx, shop: string, key: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "MailMessage" SET "status" = 'queued' WHERE "shop" = ${shop} AND "key" = ${key} AND "status" = 'held'
    RETURNING "id"::text`;
  for (const { id } of rows) await enqueue(tx, "mail.send", { shop, message: id });
  return rows.length > 0;
}

/** Where a held mail will go, and in which language; undefined when none is held under this key. */
export async function readHeld(
  tx: Tx,
  shop: string,
  key: string,
): Promise<{ to: string; language: string } | undefined> {
  const row = await tx.mailMessage.findFirst({ where: { shop, key, status: "held" satisfies MailStatus } });
  const content = row?.sealedContent ? await openContent(shop, row.id, row.sealedContent) : undefined;
  return row && content?.to != null ? { to: content.to, language: row.language } : undefined;
}

/**
 * Takes back mails of a request that have not gone yet, such as a reminder that is no longer needed. Their keys are
 * destroyed by the next clean-up. Answers how many there were.
 */
export async function withdrawMails(
  tx: Tx,
  shop: string,
  { request, templates }: { request: string; templates: readonly MailTemplate[] },
): Promise<number> {
  return tx.$executeRaw`
    UPDATE "MailMessage" SET "status" = 'withdrawn', "sealedContent" = NULL, "doneAt" = now()
    WHERE "shop" = ${shop} AND "request" = ${request}::uuid AND "template" = ANY(${[...templates]}::text[])
      AND "status" IN ('held', 'queued', 'rejected')`;
}

/** Writes each value once for nobody, so that a fact of the wrong kind is the caller's failure, not the worker's. */
function checkFacts(template: MailTemplate, facts: object): void {
  const { needs, may = {} } = templateRules(template);
  const given = facts as Readonly<Record<string, FactValue>>;
  const reader = { language: "en", timeZone: "UTC", words: personTexts("en") } as const;
  for (const name of Object.keys(given))
    if (!(name in needs || name in may)) throw new TypeError(`the mail ${template} has no fact ${name}`);
  for (const [name, type] of Object.entries({ ...may, ...needs })) {
    const written = writeValue(type, given[name], reader);
    if (written === null && name in needs) throw new TypeError(`the mail ${template} needs the fact ${name}`);
  }
}

async function addressOf<T extends MailTemplate>(
  tx: Tx,
  shop: string,
  { template, to, subject }: NewMail<T>,
): Promise<string | null | undefined> {
  if (to !== undefined) return isAddress(to.trim()) ? to.trim() : undefined;
  if (TEMPLATES[template].to === "store") return null;
  const email = subject === null ? undefined : (await readSubjectIn(tx, shop, subject))?.email?.trim();
  return email !== undefined && isAddress(email) ? email : undefined;
}
