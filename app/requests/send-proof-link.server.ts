import type { Tx } from "../db/database.server.ts";
import type { RequestKind } from "../law/requests.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import type { Addresses } from "./storefront-addresses.server.ts";
import { mayMail, type MayMail } from "./link-limits.server.ts";
import type { PROOFS } from "./link-purpose.ts";
import { makeLink } from "./links.server.ts";
import { mailboxIndex } from "./request-form.server.ts";

/** A request whose asker's mailbox has to be proven. */
export interface Unproven {
  id: string;
  kind: RequestKind;
  subject: string;
  language: string | null;
  /** The address of whoever asks. */
  email: string;
  /** Until when the link works: as long as the request waits. */
  waitsUntil: Date;
}

/**
 * Mails a link that proves a mailbox, inside the caller's transaction, unless the hour of the mailbox or of the shop is
 * full: then nothing is sent, and the answer says why. Earlier links of the request go on working.
 */
export async function sendProofLink(
  tx: Tx,
  shop: string,
  { id, kind, subject, language, email, waitsUntil }: Unproven,
  { purpose, addresses, now }: { purpose: (typeof PROOFS)[number]; addresses: Addresses; now: Date },
): Promise<MayMail> {
  const mailbox = await mailboxIndex(shop, email);
  const may = await mayMail(tx, shop, mailbox, now);
  if (may !== "yes") return may;
  const token = await makeLink(tx, shop, { request: id, purpose, mailbox, sentAt: now, expiresAt: waitsUntil });
  await queueMail(tx, shop, {
    ...{ request: id, subject, to: email, template: purpose, language },
    key: `${id} ${purpose} ${now.toISOString()}`,
    facts: { kind, link: addresses.link(purpose, token), expires: waitsUntil.toISOString() },
  });
  return may;
}
