import type { Tx } from "../db/database.server.ts";
import { authorityOf, type Authority } from "../law/authorities.ts";
import type { UsableGround } from "../law/refusal-grounds.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import type { DelayReason } from "../mail/templates.ts";
import { askerOf, type Asker } from "./asker.server.ts";
import { STATUS_MS } from "./link-purpose.ts";
import { makeLink } from "./links.server.ts";
import type { LockedRequest } from "./lock-request.server.ts";
import { mailboxIndex } from "./request-form.server.ts";
import type { Addresses } from "./storefront-addresses.server.ts";

/** What letters about a decision need besides the request. */
export interface Means {
  addresses: Addresses;
  now: Date;
}

type Reachable = Asker & { email: string };

/** Whoever asks, while an address of theirs is known. */
async function reachable(tx: Tx, shop: string, id: string): Promise<Reachable | undefined> {
  const asker = await askerOf(tx, shop, id);
  return asker && asker.email !== null ? { ...asker, email: asker.email } : undefined;
}

/** A link to where a request stands, from where a refusal is appealed against. */
async function statusLink(
  tx: Tx,
  shop: string,
  { id, email }: { id: string; email: string },
  { addresses, now }: Means,
): Promise<string> {
  const expiresAt = new Date(now.getTime() + STATUS_MS);
  const mailbox = await mailboxIndex(shop, email);
  const token = await makeLink(tx, shop, { request: id, purpose: "status", mailbox, sentAt: now, expiresAt });
  return addresses.link("status", token);
}

/** Name and postal address in one line. */
function authorityText({ name, post = [] }: Authority): string {
  return [name, ...post].join(", ");
}

function complaint({ region, law }: Pick<LockedRequest, "region" | "law">) {
  const [country = null, part = null] = (region ?? "").split("-").filter(Boolean);
  const authority = authorityOf(country, part, law === "gdpr");
  return authority ? { authority: authorityText(authority), authorityLink: authority.web } : {};
}

/** Tells that a request is refused: why, how to have somebody else decide, and where to complain (GDPR art. 12(4)). */
export async function tellRefused(
  tx: Tx,
  shop: string,
  row: LockedRequest,
  { ground, explanation, ...means }: { ground: UsableGround; explanation: string } & Means,
): Promise<void> {
  const asker = await reachable(tx, shop, row.id);
  if (!asker) return;
  const { email, subject, language, kind } = asker;
  const appealLink = await statusLink(tx, shop, { id: row.id, email }, means);
  await queueMail(tx, shop, {
    ...{ request: row.id, subject, to: email, template: "refused", language, key: `${row.id} refused` },
    facts: {
      ...{ kind, ground: ground.id, article: ground.article, appealLink },
      ...(explanation !== "" && { explanation }),
      ...complaint(row),
    },
  });
}

/** Tells that the answer takes longer, and why (GDPR art. 12(3)). */
export async function tellExtended(
  tx: Tx,
  shop: string,
  row: LockedRequest,
  { deadline, why, reason }: { deadline: Date; why: DelayReason; reason: string },
): Promise<"told" | "no-address"> {
  const asker = await reachable(tx, shop, row.id);
  if (!asker) return "no-address";
  const { email, subject, language, kind } = asker;
  await queueMail(tx, shop, {
    ...{ request: row.id, subject, to: email, template: "extended", language, key: `${row.id} extended` },
    facts: { kind, deadline: deadline.toISOString(), why, ...(reason !== "" && { reason }) },
  });
  return "told";
}

/** Asks the person what exactly they mean. `turn`: which question it is, from 1. */
export async function tellQuestion(
  tx: Tx,
  shop: string,
  row: LockedRequest,
  { question, turn, ...means }: { question: string; turn: number } & Means,
): Promise<"told" | "no-address"> {
  const asker = await reachable(tx, shop, row.id);
  if (!asker) return "no-address";
  const { email, subject, language, kind } = asker;
  const link = await statusLink(tx, shop, { id: row.id, email }, means);
  await queueMail(tx, shop, {
    ...{ request: row.id, subject, to: email, template: "clarification", language },
    ...{ key: `${row.id} clarification ${String(turn)}`, facts: { kind, question, link } },
  });
  return "told";
}

/** Tells how an appeal was decided, and when it was refused where to complain. */
export async function tellAppeal(
  tx: Tx,
  shop: string,
  { appeal, refused }: { appeal: LockedRequest; refused: LockedRequest },
  { isGranted, explanation }: { isGranted: boolean; explanation: string },
): Promise<void> {
  const asker = await reachable(tx, shop, appeal.id);
  if (!asker) return;
  const { email, subject, language } = asker;
  await queueMail(tx, shop, {
    ...{ request: appeal.id, subject, to: email, template: "appeal-decided", language },
    key: `${appeal.id} appeal-decided`,
    facts: { kind: refused.kind, explanation, ...(isGranted ? { granted: true } : complaint(refused)) },
  });
}
