import type { Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import type { VerifiedBy } from "../law/requests.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { askerOf, type Asker } from "./asker.server.ts";
import type { Addresses } from "./storefront-addresses.server.ts";
import { STATUS_MS } from "./link-purpose.ts";
import { makeLink } from "./links.server.ts";
import { mailboxIndex } from "./request-form.server.ts";
import { moveDeadline } from "./reckon-clock.server.ts";
import { startRequest } from "./start-request.server.ts";

/**
 * Says that the person of an unverified request is who they say, inside the caller's transaction, which holds the row:
 * its systems begin, and whoever asks is told by when they get an answer. False when the request is not waiting for that.
 */
export async function proveIdentity(
  tx: Tx,
  shop: string,
  id: string,
  { by, addresses, now }: { by: VerifiedBy; addresses: Addresses; now: Date },
): Promise<boolean> {
  const proven = await tx.$executeRaw`
    UPDATE "PrivacyRequest" SET "status" = 'open', "verifiedBy" = ${by}, "verifiedAt" = ${now},
      "acknowledgedAt" = coalesce("acknowledgedAt", ${now}), "waitsFor" = NULL, "waitsUntil" = NULL
    WHERE "shop" = ${shop} AND "id" = ${id}::uuid AND "status" = 'unverified'`;
  if (proven === 0) return false;
  await appendEvidence(tx, shop, { kind: "request.verified", at: now, request: id, facts: { by } });
  await moveDeadline(tx, shop, id, { reason: "identity proven", now });
  await startRequest(tx, shop, id);
  const asker = await askerOf(tx, shop, id);
  if (asker) await tellBegun(tx, shop, { id, asker, by }, { addresses, now });
  return true;
}

/** Writes to whoever asks that their request is under way, with a link to where it stands. */
async function tellBegun(
  tx: Tx,
  shop: string,
  { id, asker, by }: { id: string; asker: Asker; by: VerifiedBy },
  { addresses, now }: { addresses: Addresses; now: Date },
): Promise<void> {
  const template = by === "mailbox" ? "verified" : "received";
  await tellState(tx, shop, { id, asker, template, key: `${id} ${template}` }, { addresses, now });
}

/** Mails where a request stands, with a link to look again; nothing where no address is known. */
export async function tellState(
  tx: Tx,
  shop: string,
  { id, asker, template, key }: { id: string; asker: Asker; template: "verified" | "received"; key: string },
  { addresses, now }: { addresses: Addresses; now: Date },
): Promise<void> {
  const { email, subject, kind, language } = asker;
  if (email === null) return;
  const row = await tx.privacyRequest.findUniqueOrThrow({ where: { shop_id: { shop, id } } });
  const expiresAt = new Date(now.getTime() + STATUS_MS);
  const mailbox = await mailboxIndex(shop, email);
  const token = await makeLink(tx, shop, { request: id, purpose: "status", mailbox, sentAt: now, expiresAt });
  const facts = { kind, deadline: row.deadline.toISOString(), link: addresses.link("status", token) };
  await queueMail(tx, shop, { request: id, subject, to: email, template, language, key, facts });
}
