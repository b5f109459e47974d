import type { Tx } from "../db/database.server.ts";
import type { RequestKind, RequestOutcome, RequestSource, System } from "../law/requests.ts";
import { queueMail, readHeld, releaseMail, type NewMail } from "../mail/queue-mail.server.ts";
import type { MailFacts, MailTemplate } from "../mail/templates.ts";
import { askerOf } from "./asker.server.ts";
import { readKept, type KeptRecords } from "./kept-facts.server.ts";
import { givesPackage } from "./next-move.ts";
import { systemNames } from "./system-names.server.ts";

/**
 * Where a person asked the store, and so expects its answer by mail. What Shopify passes on, the merchant answers; a
 * signal and a choice are answered at once, where they were made.
 */
const TOLD: readonly RequestSource[] = ["form", "staff"];

type PlainDone = Extract<
  MailTemplate,
  "done-corrected" | "done-restricted" | "done-objected" | "done-opted-out" | "done-limited" | "done-withdrawn"
>;

/** The mail that tells of an outcome with nothing more to say than that. */
const PLAIN: Readonly<Partial<Record<RequestOutcome, PlainDone>>> = {
  corrected: "done-corrected",
  restricted: "done-restricted",
  "objection-kept": "done-objected",
  "opted-out": "done-opted-out",
  "sensitive-limited": "done-limited",
  "consent-withdrawn": "done-withdrawn",
};

/** What is told of an answer. */
interface Told {
  id: string;
  kind: RequestKind;
  outcome: RequestOutcome;
  done: readonly System[];
  /** Systems that are not done yet. */
  missing: readonly System[];
}

/** The last mail of an erasure, written while somebody knows the address. */
const lastKey = (request: string) => `${request} done-deleted`;

/**
 * Writes the mail that tells a person how their request ended, inside the transaction that ends it; once for each
 * outcome. A package has its own mail, with the way to it (`offerPackage`); staff's decisions have theirs.
 */
export async function tellAnswer(tx: Tx, shop: string, told: Told): Promise<void> {
  const { id, kind, outcome } = told;
  if (outcome === "erased") {
    await releaseMail(tx, shop, lastKey(id));
    return;
  }
  if (givesPackage(kind)) return;
  const reader = await readerOf(tx, shop, id);
  if (!reader) return;
  const about = { ...reader, request: id };
  const plain = PLAIN[outcome];
  if (plain !== undefined) await queueMail(tx, shop, { ...about, template: plain, key: `${id} ${plain}`, facts: {} });
  if (outcome === "nothing-found")
    await queueMail(tx, shop, {
      ...about,
      template: "done-nothing-found",
      key: `${id} nothing-found`,
      facts: { kind },
    });
  if (outcome === "partial") await tellPart(tx, shop, about, told);
}

type About = Pick<NewMail<"partial">, "to" | "language" | "subject" | "request">;

async function tellPart(tx: Tx, shop: string, about: About, { id, kind, done, missing }: Told): Promise<void> {
  const facts = { kind, done: await systemNames(tx, shop, done), missing: await systemNames(tx, shop, missing) };
  await queueMail(tx, shop, { ...about, template: "partial", key: `${id} partial`, facts });
}

/** Whom to write to: who asked; after an erasure here, the address that its last mail waits with. */
async function readerOf(tx: Tx, shop: string, id: string): Promise<Omit<About, "request"> | undefined> {
  const { source } = await tx.privacyRequest.findUniqueOrThrow({ where: { shop_id: { shop, id } } });
  if (!TOLD.some((one) => one === source)) return undefined;
  const held = await readHeld(tx, shop, lastKey(id));
  if (held) return { ...held, subject: null };
  const asker = await askerOf(tx, shop, id);
  return asker?.email == null ? undefined : { to: asker.email, language: asker.language, subject: asker.subject };
}

/**
 * Writes the last mail of these persons' erasures, to be released once they are done: afterwards nobody knows where it
 * goes. It is sealed under a key of its own that is destroyed when it went. Inside the transaction that removes them.
 */
export async function holdLastMails(tx: Tx, shop: string, subjects: readonly string[]): Promise<void> {
  const erasures = await tx.privacyRequest.findMany({
    where: {
      ...{ shop, subject: { in: [...subjects] }, kind: "delete", source: { in: [...TOLD] } },
      status: { notIn: ["unverified", "refused", "expired", "superseded"] },
    },
    select: { id: true },
  });
  for (const { id } of erasures) {
    const asker = await askerOf(tx, shop, id);
    if (asker?.email == null) continue;
    await queueMail(tx, shop, {
      ...{ request: id, subject: null, to: asker.email, template: "done-deleted", language: asker.language },
      ...{ key: lastKey(id), facts: restFacts(await readKept(tx, shop, id)), isHeld: true },
    });
  }
}

function restFacts({ invoices, grounds }: KeptRecords): MailFacts<"done-deleted"> {
  return {
    ...(invoices && { invoicesUntil: invoices.until, invoicesLaw: invoices.law }),
    ...(grounds.length > 0 && { ground: grounds }),
  };
}
