import { inTransaction, pool } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { findSubjects, readSubject } from "../vault/subjects.server.ts";
import type { RunningTask } from "./running-task.ts";

/** Everybody on file who is the person of a request: the same person may be there under several identifiers. */
export async function subjectsOf(shop: string, subject: string): Promise<string[]> {
  const identity = await readSubject(shop, subject);
  return [...new Set([subject, ...(await findSubjects(shop, identity ?? {}))])];
}

/**
 * Whether a legal hold stops an erasure, anywhere. If so the request is on hold, with evidence; its tasks go on when the
 * hold is released.
 */
export async function isHeldBack(shop: string, task: RunningTask, subjects: readonly string[]): Promise<boolean> {
  const { rows } = await pool().query(
    `SELECT 1 FROM "LegalHold" WHERE "shop" = $1 AND "subject" = ANY($2) AND "releasedAt" IS NULL LIMIT 1`,
    [shop, subjects],
  );
  if (rows.length === 0) return false;
  await noteHold(shop, task.request, subjects);
  return true;
}

async function noteHold(shop: string, request: string, subjects: readonly string[]): Promise<void> {
  await inTransaction(async (tx) => {
    const where = { shop, id: request, status: "open" };
    const changed = await tx.privacyRequest.updateMany({ where, data: { status: "on-hold" } });
    const held = await tx.legalHold.findFirst({ where: { shop, subject: { in: [...subjects] }, releasedAt: null } });
    if (changed.count === 0 || !held) return;
    const facts = { hold: held.id, ground: held.ground, reviewOn: held.reviewOn.toISOString().slice(0, 10) };
    await appendEvidence(tx, shop, { kind: "request.held", at: new Date(), request, facts });
  });
}
