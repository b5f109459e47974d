import type { Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import type { RequestKind, RequestOutcome, RequestStatus, System } from "../law/requests.ts";
import { isSettled } from "./next-move.ts";
import { outcomeOf, type Part } from "./outcome-of.ts";
import { tellAnswer } from "./tell-answer.server.ts";

/** A request that is answered: where it stands, and its systems. The caller holds its row. */
export interface Answering {
  id: string;
  kind: RequestKind;
  status: RequestStatus;
  outcome: RequestOutcome | null;
  tasks: readonly (Part & { system: System })[];
}

/**
 * Closes a request with what its systems have done, inside the caller's transaction; in part while some are not done.
 * Once they all are, a request that was answered in part gets its final outcome.
 */
export async function answerRequest(tx: Tx, shop: string, request: Answering, now: Date): Promise<void> {
  const { id, kind, status, tasks } = request;
  const outcome = outcomeOf(kind, tasks);
  const unsettled = tasks.filter((task) => !isSettled(task)).map(({ system }) => system);
  const about = { at: now, request: id };
  if (status === "open" || status === "on-hold") {
    await tx.$executeRaw`
      UPDATE "PrivacyRequest" SET "status" = 'done', "outcome" = ${outcome}, "closedAt" = ${now}, "certifiedAt" = NULL
      WHERE "shop" = ${shop} AND "id" = ${id}::uuid`;
    const facts = { outcome, ...(unsettled.length > 0 && { unsettled }) };
    await appendEvidence(tx, shop, { ...about, kind: "request.closed", facts });
    await enqueue(tx, "request.certify", { shop, request: id });
    await tellAnswer(tx, shop, toldOf(request, outcome));
  } else if (request.outcome === "partial" && outcome !== "partial") {
    await tx.$executeRaw`
      UPDATE "PrivacyRequest" SET "outcome" = ${outcome}, "certifiedAt" = NULL
      WHERE "shop" = ${shop} AND "id" = ${id}::uuid`;
    await appendEvidence(tx, shop, { ...about, kind: "request.completed", facts: { outcome } });
    await enqueue(tx, "request.certify", { shop, request: id });
    await tellAnswer(tx, shop, toldOf(request, outcome));
  }
  if (unsettled.length === 0) await forgetRest(tx, shop, request);
}

function toldOf({ id, kind, tasks }: Answering, outcome: RequestOutcome): Parameters<typeof tellAnswer>[2] {
  const names = (isDone: boolean) => tasks.filter((task) => isSettled(task) === isDone).map(({ system }) => system);
  return { id, kind, outcome, done: names(true), missing: names(false) };
}

/** Nobody has to know any more whom it was about; the key goes once this is kept. */
async function forgetRest(tx: Tx, shop: string, { id, kind }: Answering): Promise<void> {
  if (kind !== "delete") return;
  const forgotten = await tx.$executeRaw`
    UPDATE "PrivacyRequest" SET "sealedRest" = NULL
    WHERE "shop" = ${shop} AND "id" = ${id}::uuid AND "sealedRest" IS NOT NULL`;
  if (forgotten === 1) await enqueue(tx, "request.forget", { shop, request: id });
}
