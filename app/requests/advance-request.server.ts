import type { Tx } from "../db/database.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { answerRequest, type Answering } from "./answer-request.server.ts";
import { nextMove, type MoveFacts, type TaskFacts } from "./next-move.ts";
import type { Part } from "./outcome-of.ts";

type Row = Omit<MoveFacts, "tasks"> & Omit<Answering, "id" | "tasks">;

/**
 * Takes a request one move further after something in it has changed, inside the caller's transaction: starts Candor's
 * own erasure, has the package written, or answers. Holds the request's row, so that of two systems that end at once
 * the second sees the first. Safe to repeat.
 */
export async function advanceRequest(tx: Tx, shop: string, id: string, now: Date): Promise<void> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT r."kind", r."source", r."status", r."outcome", r."startedAt", r."deadline",
      r."packingAt" IS NOT NULL AS "isPacking",
      (SELECT p."systems" FROM "Package" p WHERE p."shop" = r."shop" AND p."request" = r."id") AS "packed"
    FROM "PrivacyRequest" r WHERE r."shop" = ${shop} AND r."id" = ${id}::uuid FOR UPDATE OF r`;
  if (!row) return;
  const tasks = await tx.$queryRaw<(TaskFacts & Part)[]>`
    SELECT "system", "status", "result", "startedAt", "nextTryAt" FROM "RequestTask"
    WHERE "shop" = ${shop} AND "request" = ${id}::uuid ORDER BY "system"`;
  switch (nextMove({ ...row, tasks }, now)) {
    case "wait":
      return;
    case "erase":
      return beginErasure(tx, shop, id, now);
    case "pack":
      await tx.$executeRaw`
        UPDATE "PrivacyRequest" SET "packingAt" = ${now} WHERE "shop" = ${shop} AND "id" = ${id}::uuid`;
      return enqueue(tx, "request.pack", { shop, request: id });
    case "answer":
      return answerRequest(tx, shop, { ...row, id, tasks }, now);
  }
}

/** Candor's own part begins once, however often it is said. */
async function beginErasure(tx: Tx, shop: string, request: string, now: Date): Promise<void> {
  const began = await tx.$executeRaw`
    UPDATE "RequestTask" SET "startedAt" = ${now} WHERE "shop" = ${shop} AND "request" = ${request}::uuid
      AND "system" = 'candor' AND "status" = 'waiting' AND "startedAt" IS NULL`;
  if (began === 1) await enqueue(tx, "request.task", { shop, request, system: "candor" });
}
