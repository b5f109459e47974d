import { v7 } from "uuid";
import { inTransaction, type Tx } from "../db/database.server.ts";
import type { Behalf, RequestKind } from "../law/requests.ts";
import { askerOf, type Asker } from "./asker.server.ts";
import { keepAttachment } from "./attachments.server.ts";
import { keepDecision } from "./keep-decision.server.ts";
import { PROOF_MS } from "./link-purpose.ts";
import { openRequest } from "./open-request.server.ts";
import { proveIdentity } from "./prove-identity.server.ts";
import type { SentFile } from "./request-form.server.ts";
import { sendProofLink } from "./send-proof-link.server.ts";
import { readAddresses, type Addresses } from "./storefront-addresses.server.ts";

/** A request that reached the store by mail, letter or telephone. */
export interface EnteredRequest {
  kind: RequestKind;
  behalf: Behalf;
  /** The person whom it is about; an address or a telephone number at least. */
  email: string | null;
  phone: string | null;
  /** Where whoever asks is written to, when it is not the person. */
  asker: string | null;
  /** ISO 3166; null when nobody knows. */
  region: string | null;
  language: string;
  /** When it reached the store: the clock starts then. */
  receivedAt: Date;
  message: string;
  file: SentFile | null;
  /** Staff know who asks, for this reason (kept sealed); null: a link is mailed. */
  knownBecause: string | null;
}

/** Who enters it, and when. */
export interface Entering {
  /** Their Shopify user id. */
  staff: string;
  now: Date;
}

/**
 * Opens a request that staff enter, with its clock from the day on which it arrived. Either staff say how they know who
 * asks, and its systems begin, or whoever asks gets a link that proves their mailbox. Answers the request's id.
 */
export async function enterRequest(shop: string, entered: EnteredRequest, by: Entering): Promise<string> {
  const addresses = await readAddresses(shop);
  return inTransaction(async (tx) => {
    const { now } = by;
    const id = await open(tx, shop, entered, now);
    const asker = await askerOf(tx, shop, id);
    if (!asker) return id;
    const { file } = entered;
    if (file) await keepAttachment(tx, shop, { request: id, subject: asker.subject, purpose: "letter", file }, now);
    await goOn(tx, shop, { id, asker, knownBecause: entered.knownBecause }, { ...by, addresses });
    return id;
  });
}

async function goOn(
  tx: Tx,
  shop: string,
  { id, asker, knownBecause }: { id: string; asker: Asker; knownBecause: string | null },
  { staff, now, addresses }: Entering & { addresses: Addresses },
): Promise<void> {
  if (knownBecause !== null) {
    const about = { id, subject: asker.subject };
    await keepDecision(tx, shop, { about, decision: "identity-accepted", reason: knownBecause }, { staff, now });
    await proveIdentity(tx, shop, id, { by: "staff", addresses, now });
  } else if (asker.email !== null) {
    const waitsUntil = new Date(now.getTime() + PROOF_MS);
    await sendProofLink(
      tx,
      shop,
      { ...asker, id, email: asker.email, waitsUntil },
      { purpose: "verify", addresses, now },
    );
  }
}

async function open(tx: Tx, shop: string, entered: EnteredRequest, now: Date): Promise<string> {
  const { kind, behalf, email, phone, asker, region, language, receivedAt, message } = entered;
  const identity = { ...(email !== null && { email }), ...(phone !== null && { phone }) };
  const mailbox = email === null ? {} : { mailbox: email };
  return openRequest(tx, shop, {
    ...{ kind, source: "staff", externalId: `entered ${v7()}`, identity, orders: [], receivedAt, behalf, language },
    ...(region !== null && { region }),
    ...{ waitsFor: "mailbox", waitsUntil: new Date(now.getTime() + PROOF_MS) },
    detail: {
      ...(message !== "" && { message }),
      ...(asker === null ? mailbox : { representative: { name: "", email: asker } }),
    },
  });
}
