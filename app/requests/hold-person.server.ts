import { v7 } from "uuid";
import { inTransaction, prisma, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { taskQueue } from "../jobs/jobs.ts";
import { enqueue } from "../jobs/queue.server.ts";
import type { HoldGround } from "../law/requests.ts";
import { pseudonym, sealFor } from "../vault/subject-key.server.ts";

/** Why, and until when it is looked at again, a person's data must be kept. */
export interface NewHold {
  ground: HoldGround;
  /** Staff's own words; sealed, because they may name the person. */
  reason: string;
  reviewOn: Date;
}

/** Where a hold's reason belongs. */
export const holdColumn = (hold: string) => `LegalHold.sealedReason ${hold}`;

/**
 * Pauses erasure of the person whom a request is about (GDPR art. 17(3), 18). "gone" once the person is erased,
 * "held" when a hold is in force already.
 */
export async function placeHold(
  shop: string,
  request: string,
  { ground, reason, reviewOn }: NewHold,
  { staff, now }: { staff: string; now: Date },
): Promise<"placed" | "held" | "gone"> {
  const row = await prisma().privacyRequest.findUnique({ where: { shop_id: { shop, id: request } } });
  if (!row?.subject) return "gone";
  const { subject } = row;
  const id = v7();
  const sealedReason = await sealFor(shop, subject, holdColumn(id), Buffer.from(reason));
  return inTransaction(async (tx) => {
    if ((await tx.legalHold.count({ where: { shop, subject, releasedAt: null } })) > 0) return "held";
    await tx.legalHold.create({ data: { shop, id, subject, ground, placedAt: now, reviewOn, sealedReason } });
    const facts = {
      ...{ hold: id, ground, reviewOn: reviewOn.toISOString().slice(0, 10) },
      staff: await pseudonym(shop, `staff ${staff}`),
    };
    const about = { at: now, request, subject: await pseudonym(shop, subject) };
    await appendEvidence(tx, shop, { ...about, kind: "hold.placed", facts });
    return "placed";
  });
}

/** Releases a hold; erasures that it paused go on at once. "unknown" when there is no such hold in force. */
export async function releaseHold(
  shop: string,
  hold: string,
  { staff, now }: { staff: string; now: Date },
): Promise<"released" | "unknown"> {
  return inTransaction(async (tx) => {
    const row = await tx.legalHold.findUnique({ where: { shop_id: { shop, id: hold } } });
    if (!row || row.releasedAt) return "unknown";
    const { subject, ground } = row;
    await tx.legalHold.update({ where: { shop_id: { shop, id: hold } }, data: { releasedAt: now } });
    const facts = { hold, ground, staff: await pseudonym(shop, `staff ${staff}`) };
    const pseudonymous = await pseudonym(shop, subject);
    const theirs = await tx.privacyRequest.findMany({ where: { shop, subject }, select: { id: true } });
    for (const { id: request } of theirs)
      await appendEvidence(tx, shop, { kind: "hold.released", at: now, request, subject: pseudonymous, facts });
    await goOn(tx, shop, { hold, ground, subject, reviewOn: row.reviewOn }, now);
    return "released";
  });
}

interface Released {
  hold: string;
  ground: string;
  subject: string;
  reviewOn: Date;
}

/** What the hold kept back goes on, also in a request that was answered in part because of it. */
async function goOn(tx: Tx, shop: string, { hold, ground, subject, reviewOn }: Released, now: Date): Promise<void> {
  const facts = { hold, ground, reviewOn: reviewOn.toISOString().slice(0, 10) };
  const opened = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "PrivacyRequest" SET "status" = 'open' WHERE "shop" = ${shop} AND "subject" = ${subject}::uuid
      AND "kind" = 'delete' AND "status" = 'on-hold' RETURNING "id"::text`;
  for (const { id } of opened)
    await appendEvidence(tx, shop, { kind: "request.released", at: now, request: id, facts });
  const held = await tx.$queryRaw<{ request: string; system: string }[]>`
    UPDATE "RequestTask" t SET "status" = 'waiting', "startedAt" = ${now} FROM "PrivacyRequest" r
    WHERE r."shop" = ${shop} AND r."subject" = ${subject}::uuid AND t."shop" = r."shop" AND t."request" = r."id"
      AND t."status" = 'held' RETURNING t."request"::text, t."system"`;
  for (const { request, system } of held) await enqueue(tx, taskQueue(system), { shop, request, system });
}
