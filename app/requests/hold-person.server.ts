import { v7 } from "uuid";
import { inTransaction, prisma } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
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
    const paused = await tx.privacyRequest.findMany({ where: { shop, status: "on-hold", kind: "delete", subject } });
    for (const { id } of paused) {
      await tx.privacyRequest.update({ where: { shop_id: { shop, id } }, data: { status: "open" } });
      const reviewOn = row.reviewOn.toISOString().slice(0, 10);
      const released = { hold, ground, reviewOn };
      await appendEvidence(tx, shop, { kind: "request.released", at: now, request: id, facts: released });
      await enqueue(tx, "request.task", { shop, request: id, system: "candor" });
    }
    return "released";
  });
}
