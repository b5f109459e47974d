import { inTransaction, type Tx } from "../db/database.server.ts";
import { customerContact } from "../shopify/customer-contact.server.ts";
import type { Identity } from "../vault/identity.ts";
import { askerOf } from "./asker.server.ts";
import { keepAttachment } from "./attachments.server.ts";
import { findRunning } from "./find-running.server.ts";
import { readAddresses, type Addresses } from "./storefront-addresses.server.ts";
import { mayMail } from "./link-limits.server.ts";
import { PROOF_MS } from "./link-purpose.ts";
import { mergeRequest } from "./merge-request.server.ts";
import { openRequest, type NewRequest } from "./open-request.server.ts";
import type { RequestDetail } from "./request-detail.ts";
import { proveIdentity, tellState } from "./prove-identity.server.ts";
import { destroyFormKey, dropForm, mailboxIndex, openForm, type WaitingForm } from "./request-form.server.ts";
import { sendProofLink } from "./send-proof-link.server.ts";

type Form = WaitingForm & { receivedAt: Date };

/**
 * Makes a request of a form that waits: a customer who was signed in is known, everybody else gets a link that proves
 * their mailbox first. Who asks again for what is under way already gets the same answers, and the first request goes on.
 * The job may run again: the form's row goes in the same commit.
 */
export async function takeForm(shop: string, id: string, now: Date): Promise<void> {
  const form = await openForm(shop, id);
  if (form) {
    const identity = await identityOf(shop, form);
    const addresses = await readAddresses(shop);
    await inTransaction(async (tx) => {
      if (await dropForm(tx, shop, id)) await takeIn(tx, shop, { id, form, identity }, { addresses, now });
    });
  }
  await destroyFormKey(id);
}

/** Whom a request is about. Shopify says where a customer who was signed in can be written to. */
async function identityOf(shop: string, { asked, customerId }: Form): Promise<Identity> {
  if (customerId !== null) return { customerId, ...(await customerContact(shop, customerId)) };
  return { email: asked.person ?? asked.email ?? "" };
}

interface Taken {
  id: string;
  form: Form;
  identity: Identity;
}

interface Means {
  addresses: Addresses;
  now: Date;
}

async function takeIn(tx: Tx, shop: string, taken: Taken, means: Means): Promise<void> {
  const { form } = taken;
  const request = await openRequest(tx, shop, newRequest(taken));
  if (request === "known") return;
  const asker = await askerOf(tx, shop, request);
  if (!asker) return;
  const { subject, kind, behalf } = asker;
  const { now } = means;
  const { file } = form;
  if (file) await keepAttachment(tx, shop, { request, subject, purpose: "proof", file }, now);
  const running = behalf === "self" ? await findRunning(tx, shop, { subject, kind, but: request }) : undefined;
  if (running) await mergeRequest(tx, shop, { request, into: running.id, now });
  const isOpen = running !== undefined && running.status !== "unverified";
  await goOn(tx, shop, { request: running?.id ?? request, isOpen, form }, means);
}

/** What happens next with the request that counts: the new one, or the one that was there. */
async function goOn(
  tx: Tx,
  shop: string,
  { request, isOpen, form }: { request: string; isOpen: boolean; form: Form },
  { addresses, now }: Means,
): Promise<void> {
  const asker = await askerOf(tx, shop, request);
  if (!asker) return;
  if (isOpen) {
    const isAllowed =
      asker.email !== null && (await mayMail(tx, shop, await mailboxIndex(shop, asker.email), now)) === "yes";
    const key = `${request} received ${now.toISOString()}`;
    if (isAllowed) await tellState(tx, shop, { id: request, asker, template: "received", key }, { addresses, now });
  } else if (form.customerId !== null) {
    await proveIdentity(tx, shop, request, { by: "account", addresses, now });
  } else if (asker.email !== null) {
    const row = await tx.privacyRequest.findUniqueOrThrow({ where: { shop_id: { shop, id: request } } });
    if (row.waitsFor !== "mailbox" || !row.waitsUntil) return;
    const unproven = { ...asker, id: request, email: asker.email, waitsUntil: row.waitsUntil };
    await sendProofLink(tx, shop, unproven, { purpose: "verify", addresses, now });
  }
}

function newRequest({ id, form, identity }: Taken): NewRequest {
  const { asked, language, receivedAt } = form;
  return {
    ...{ kind: asked.kind, source: "form", externalId: `form ${id}`, identity, orders: [] },
    ...{ receivedAt, behalf: asked.behalf, language, detail: detailOf(asked) },
    ...(asked.region !== null && { region: asked.region }),
    waitsFor: "mailbox",
    waitsUntil: new Date(receivedAt.getTime() + PROOF_MS),
  };
}

function detailOf({ behalf, email, name, message, changes }: Form["asked"]): Omit<RequestDetail, "orders"> {
  const isOwn = behalf === "self";
  return {
    ...(message !== null && { message }),
    ...(changes !== null && { changes }),
    ...(isOwn && name !== null && { name }),
    ...(isOwn && email !== null && { mailbox: email }),
    ...(!isOwn && { representative: { name: name ?? "", email: email ?? "" } }),
  };
}
