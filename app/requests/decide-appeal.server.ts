import { inTransaction, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import type { RequestOutcome } from "../law/requests.ts";
import { may, type StaffRole } from "../staff/roles.ts";
import { staffPseudonym } from "../staff/staff-key.server.ts";
import { keepDecision, type Deciding } from "./keep-decision.server.ts";
import { isRunning, lockRequest, type LockedRequest } from "./lock-request.server.ts";
import { REFUSED_CAUSE } from "./refuse-request.server.ts";
import { startRequest } from "./start-request.server.ts";
import { tellAppeal } from "./tell-decision.server.ts";

/** How an appeal is decided. */
export interface AppealDecision {
  isGranted: boolean;
  /** Told to the person. */
  explanation: string;
}

/**
 * Decides an appeal: by somebody else than who refused, as long as the store has anybody else who may. Granted, the
 * request that was refused goes on as if it had not been. The person is told why, and when it stays refused where to
 * complain. "same-person": it was you who refused. "over": it is decided, or what it is about is gone.
 */
export async function decideAppeal(
  shop: string,
  id: string,
  { isGranted, explanation }: AppealDecision,
  by: Deciding,
): Promise<"decided" | "same-person" | "over"> {
  return inTransaction(async (tx) => {
    const appeal = await lockRequest(tx, shop, id);
    if (!appeal || appeal.kind !== "appeal" || !isRunning(appeal) || appeal.appealOf === null) return "over";
    const refused = await lockRequest(tx, shop, appeal.appealOf);
    if (refused?.status !== "refused") return "over";
    if (await mustLeaveItToOthers(tx, shop, refused.id, by.staff)) return "same-person";
    const decision = isGranted ? ("appeal-granted" as const) : ("appeal-refused" as const);
    await close(tx, shop, { id, outcome: decision }, by.now);
    await keepDecision(tx, shop, { about: appeal, decision, reason: explanation }, by);
    await appendEvidence(tx, shop, {
      ...{ kind: "request.closed", at: by.now, request: id },
      facts: { outcome: decision satisfies RequestOutcome },
    });
    await tellAppeal(tx, shop, { appeal, refused }, { isGranted, explanation });
    if (isGranted) await goOn(tx, shop, refused, by.now);
    return "decided";
  });
}

/** Whoever refused does not decide again, unless nobody else at the store may decide. */
async function mustLeaveItToOthers(tx: Tx, shop: string, refused: string, userId: string): Promise<boolean> {
  const staff = await staffPseudonym(shop, userId);
  const refusals = await tx.requestDecision.findMany({ where: { shop, request: refused, decision: "refused" } });
  if (!refusals.some((one) => one.staff === staff)) return false;
  const others = await tx.staffMember.findMany({ where: { shop, NOT: { staff } } });
  return others.some(({ role }) => may(role as StaffRole, "work"));
}

async function close(
  tx: Tx,
  shop: string,
  { id, outcome }: { id: string; outcome: RequestOutcome },
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "PrivacyRequest" SET "status" = 'done', "outcome" = ${outcome}, "closedAt" = ${now}, "waitsFor" = NULL,
      "waitsUntil" = NULL, "remindAt" = NULL
    WHERE "shop" = ${shop} AND "id" = ${id}::uuid`;
  await enqueue(tx, "request.certify", { shop, request: id });
}

/** The refused request is open again, with the systems that the refusal dropped. */
async function goOn(tx: Tx, shop: string, { id }: LockedRequest, now: Date): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "RequestTask" WHERE "shop" = ${shop} AND "request" = ${id}::uuid AND "status" = 'skipped'
      AND "cause" = ${REFUSED_CAUSE}`;
  await tx.$executeRaw`
    UPDATE "PrivacyRequest" SET "status" = 'open', "outcome" = NULL, "closedAt" = NULL, "remindAt" = ${now},
      "verifiedBy" = coalesce("verifiedBy", 'staff'), "verifiedAt" = coalesce("verifiedAt", ${now})
    WHERE "shop" = ${shop} AND "id" = ${id}::uuid`;
  await startRequest(tx, shop, id, now);
}
