import { inTransaction, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import type { RequestKind } from "../law/requests.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { readSubjectIn } from "../vault/subjects.server.ts";
import { askerOf, type Asker } from "./asker.server.ts";
import { mayMail } from "./link-limits.server.ts";
import { PROOFS, STATUS_MS } from "./link-purpose.ts";
import { findLink, makeLink, useLinks, type WantedLink } from "./links.server.ts";
import { proveIdentity, tellState } from "./prove-identity.server.ts";
import { mailboxIndex } from "./request-form.server.ts";
import { readAddresses, type Addresses } from "./storefront-addresses.server.ts";

/** A request whose mailbox is proven now. */
export interface Verified {
  kind: RequestKind;
  /** By when it is answered; null while staff look at a proof first. */
  due: Date | null;
  /** The token of a link to where it stands. */
  statusToken: string;
}

/**
 * Uses a mailed link: the mailbox is proven, and none of the request's links works any more. Somebody who asks for
 * themselves is known by that, and the work begins. Of somebody who asks for another it is known who they are, but not
 * that they may: staff look at their proof, and the person is told and can say no. "dead" for every other token.
 */
export async function verifyMailbox(shop: string, token: string, now: Date): Promise<Verified | "dead"> {
  const addresses = await readAddresses(shop);
  return inTransaction(async (tx) => {
    const link = await findLink(shop, { token, purposes: PROOFS, now }, tx);
    if (!link) return "dead";
    const id = link.request;
    const isWaiting = await lockUnproven(tx, shop, id);
    const asker = await askerOf(tx, shop, id);
    if (!isWaiting || !asker || !(await useLinks(tx, shop, { request: id, purposes: PROOFS, now }))) return "dead";
    const isOwn = asker.behalf === "self";
    if (isOwn) await proveIdentity(tx, shop, id, { by: "mailbox", addresses, now });
    else await passToStaff(tx, shop, { id, asker }, { addresses, now });
    const { deadline } = await tx.privacyRequest.findUniqueOrThrow({ where: { shop_id: { shop, id } } });
    const expiresAt = new Date(now.getTime() + STATUS_MS);
    const statusToken = await makeLink(tx, shop, { request: id, purpose: "status", sentAt: now, expiresAt });
    return { kind: asker.kind, due: isOwn ? deadline : null, statusToken };
  });
}

async function lockUnproven(tx: Tx, shop: string, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "PrivacyRequest" WHERE "shop" = ${shop} AND "id" = ${id}::uuid AND "status" = 'unverified'
      AND "waitsFor" = 'mailbox' FOR UPDATE`;
  return rows.length === 1;
}

interface Means {
  addresses: Addresses;
  now: Date;
}

/** The mailbox of whoever asks for another is proven: now staff decide, and an adult person hears of it. */
async function passToStaff(
  tx: Tx,
  shop: string,
  { id, asker }: { id: string; asker: Asker },
  means: Means,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "PrivacyRequest" SET "waitsFor" = 'identity', "waitsUntil" = NULL,
      "acknowledgedAt" = coalesce("acknowledgedAt", ${means.now})
    WHERE "shop" = ${shop} AND "id" = ${id}::uuid`;
  await tellState(tx, shop, { id, asker, template: "received", key: `${id} received` }, means);
  if (asker.behalf === "agent") await tellPerson(tx, shop, { id, asker }, means);
}

async function tellPerson(
  tx: Tx,
  shop: string,
  { id, asker }: { id: string; asker: Asker },
  { addresses, now }: Means,
): Promise<void> {
  const { subject, kind, language } = asker;
  const email = (await readSubjectIn(tx, shop, subject))?.email;
  if (email === undefined) return;
  const mailbox = await mailboxIndex(shop, email);
  if ((await mayMail(tx, shop, mailbox, now)) === "mailbox-full") return;
  const expiresAt = new Date(now.getTime() + STATUS_MS);
  const token = await makeLink(tx, shop, { request: id, purpose: "object", mailbox, sentAt: now, expiresAt });
  await queueMail(tx, shop, {
    ...{ request: id, subject, to: email, template: "asked-for-you", language, key: `${id} asked-for-you` },
    facts: { kind, link: addresses.link("object", token) },
  });
}

/** What a link that proves a mailbox is about, while it works: for the page that asks to press the button. */
export async function readProof(shop: string, token: string, now: Date): Promise<RequestKind | undefined> {
  return kindBehind(shop, { token, purposes: PROOFS, now });
}

/** What somebody asks in a person's name, while the person can object. */
export async function readObjection(shop: string, token: string, now: Date): Promise<RequestKind | undefined> {
  return kindBehind(shop, { token, purposes: ["object"], now });
}

async function kindBehind(shop: string, wanted: WantedLink): Promise<RequestKind | undefined> {
  const link = await findLink(shop, wanted);
  return link && inTransaction(async (tx) => (await askerOf(tx, shop, link.request))?.kind);
}

/** Lets a person say that nobody asks for them with their leave: the request is refused. Whoever asked is told. */
export async function objectToAgent(shop: string, token: string, now: Date): Promise<"refused" | "dead"> {
  return inTransaction(async (tx) => {
    const link = await findLink(shop, { token, purposes: ["object"], now }, tx);
    if (!link || !(await useLinks(tx, shop, { request: link.request, purposes: ["object"], now }))) return "dead";
    const id = link.request;
    const asker = await askerOf(tx, shop, id);
    const refused = await tx.$executeRaw`
      UPDATE "PrivacyRequest" SET "status" = 'refused', "outcome" = 'refused', "closedAt" = ${now}, "waitsFor" = NULL,
        "waitsUntil" = NULL
      WHERE "shop" = ${shop} AND "id" = ${id}::uuid AND "status" IN ('unverified', 'open', 'on-hold')`;
    if (refused === 0) return "dead";
    const facts = { decision: "refused-by-the-person", ground: "agent-not-authorised", staff: "" };
    await appendEvidence(tx, shop, { kind: "request.decided", at: now, request: id, facts });
    await appendEvidence(tx, shop, { kind: "request.closed", at: now, request: id, facts: { outcome: "refused" } });
    if (asker?.email != null)
      await queueMail(tx, shop, {
        ...{ request: id, subject: asker.subject, to: asker.email, template: "refused", language: asker.language },
        ...{ key: `${id} refused`, facts: { kind: asker.kind, ground: "agent-not-authorised" } },
      });
    return "refused";
  });
}
