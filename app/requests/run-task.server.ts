import { inTransaction, pool, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { plainCause, PlainProblem } from "../jobs/cause.ts";
import { taskQueue } from "../jobs/jobs.ts";
import { endJobsOf } from "../jobs/problems.server.ts";
import { ONLY_TURN, type Turn } from "../jobs/turn.ts";
import type { PersonalDataKeeper } from "../vault/keeper.ts";
import { KeyShredded } from "../vault/subject-key.server.ts";
import { advanceRequest } from "./advance-request.server.ts";
import type { RunningTask, TaskResult } from "./running-task.ts";
import { handlerOf } from "./task-handlers.server.ts";

/** Everybody who stores persons. */
export type Keepers = readonly PersonalDataKeeper<Tx>[];

/**
 * Lets one system do its part of a request. Failures are kept on the task, in plain words, and thrown on so that the
 * queue tries again; on the last turn the task is given up. The request then makes its next move. Safe to repeat.
 */
export async function runTask(
  shop: string,
  about: { request: string; system: string },
  keepers: Keepers,
  turn: Turn = ONLY_TURN,
): Promise<void> {
  const task = await startTask(shop, about);
  if (!task) return;
  try {
    const result = await handlerOf(task)(shop, task, keepers);
    await settleTask(shop, task, result);
  } catch (error) {
    if (error instanceof KeyShredded) return; // erased meanwhile: the erasure closes this request
    const isLast = turn.isLast || (error instanceof PlainProblem && !error.worthRetrying);
    const cause = plainCause(error);
    if (isLast) await settleTask(shop, task, { status: "given-up", result: "tries-used-up", cause });
    else await failTask(shop, task, { cause, nextTryAt: turn.nextTryBy });
    throw error;
  }
}

/**
 * The task, now running; undefined when it is settled, waits for its time or for staff, or its request is over. A
 * request that was answered in part still has systems at work.
 */
async function startTask(
  shop: string,
  { request, system }: { request: string; system: string },
): Promise<RunningTask | undefined> {
  const started = await pool().query<RunningTask>(
    `UPDATE "RequestTask" t SET "status" = 'running', "attempts" = t."attempts" + 1, "cause" = NULL,
       "nextTryAt" = NULL, "startedAt" = coalesce(t."startedAt", now()), "triedAt" = now()
     FROM "PrivacyRequest" r
     WHERE t."shop" = $1 AND t."request" = $2 AND t."system" = $3
       AND t."status" IN ('waiting', 'running', 'failed', 'given-up', 'held')
       AND r."shop" = t."shop" AND r."id" = t."request"
       AND (r."status" IN ('open', 'on-hold') OR (r."status" = 'done' AND r."outcome" = 'partial'))
     RETURNING r."id"::text AS "request", t."system", r."subject"::text, r."kind", r."deadline",
       t."result" AS "lastResult", t."askedAt"`,
    [shop, request, system],
  );
  return started.rows[0];
}

async function failTask(
  shop: string,
  { request, system }: RunningTask,
  { cause, nextTryAt }: { cause: string; nextTryAt: Date | null },
): Promise<void> {
  await pool().query(
    `UPDATE "RequestTask" SET "status" = 'failed', "cause" = $4, "nextTryAt" = $5
     WHERE "shop" = $1 AND "request" = $2 AND "system" = $3 AND "status" = 'running'`,
    [shop, request, system, cause, nextTryAt],
  );
}

/** Keeps how a task went, with its evidence, and moves its request on; nothing when staff settled it meanwhile. */
async function settleTask(shop: string, task: RunningTask, result: TaskResult): Promise<void> {
  if (result.status === "closed") return;
  const now = new Date();
  await inTransaction(async (tx) => {
    // two systems may finish at once: whoever comes second sees that the first is done
    await tx.$queryRaw`
      SELECT 1 FROM "PrivacyRequest" WHERE "shop" = ${shop} AND "id" = ${task.request}::uuid FOR UPDATE`;
    if (!(await setTask(tx, shop, task, { result, now }))) return;
    const about = { at: now, request: task.request };
    if ("says" in result) for (const one of result.says ?? []) await appendEvidence(tx, shop, { ...about, ...one });
    if (result.status === "given-up") {
      const facts = { system: task.system, cause: result.result };
      await appendEvidence(tx, shop, { ...about, kind: "request.task-failed", facts });
    } else {
      const { request, system } = task;
      await endJobsOf(tx, shop, taskQueue(system), { shop, request, system });
    }
    await advanceRequest(tx, shop, task.request, now);
  });
}

async function setTask(
  tx: Tx,
  shop: string,
  task: RunningTask,
  { result, now }: { result: Exclude<TaskResult, { status: "closed" }>; now: Date },
): Promise<boolean> {
  const { status } = result;
  const cause = "cause" in result ? result.cause : null;
  const code = "result" in result ? result.result : null;
  const nextTryAt = "nextTryAt" in result ? result.nextTryAt : null;
  const askedAt = ("askedAt" in result && result.askedAt) || null;
  const isOver = status === "done" || status === "skipped";
  const changed = await tx.$executeRaw`
    UPDATE "RequestTask" SET "status" = ${status}, "cause" = ${cause}, "result" = ${code},
      "nextTryAt" = ${nextTryAt}, "askedAt" = coalesce("askedAt", ${askedAt}::timestamptz), "doneAt" = CASE WHEN ${isOver} THEN ${now}::timestamptz END
    WHERE "shop" = ${shop} AND "request" = ${task.request}::uuid AND "system" = ${task.system}
      AND "status" = 'running'`;
  return changed === 1;
}
