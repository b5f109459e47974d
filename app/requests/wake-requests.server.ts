import { inTransaction, pool } from "../db/database.server.ts";
import { taskQueue, type JobName } from "../jobs/jobs.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { liveTasks } from "../jobs/problems.server.ts";
import { advanceRequest } from "./advance-request.server.ts";
import { ANSWER_MARGIN_MS } from "./next-move.ts";

/** Taken up in one go; what is left comes with the next minute. */
const AT_ONCE = 1_000;
/** Longer than the queue's longest wait between two tries (ms). */
const LOST_AFTER_MS = 2 * 3_600_000;

interface TaskId {
  shop: string;
  request: string;
  system: string;
}

/**
 * Takes up what waited for its time, in all stores: tasks whose system is asked again, requests whose answer is due, and
 * tasks that lost their job, as when worker after worker died over them. Safe to repeat.
 */
export async function wakeRequests(now: Date): Promise<void> {
  await wakeTasks(now);
  await findLost(now);
  await answerDue(now);
}

async function wakeTasks(now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const due = await tx.$queryRaw<TaskId[]>`
      UPDATE "RequestTask" t SET "status" = 'waiting' FROM (
        SELECT "shop", "request", "system" FROM "RequestTask" WHERE "status" = 'pending' AND "nextTryAt" <= ${now}
        ORDER BY "nextTryAt" LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED) due
      WHERE t."shop" = due."shop" AND t."request" = due."request" AND t."system" = due."system"
      RETURNING t."shop", t."request"::text, t."system"`;
    for (const { shop, request, system } of due) await enqueue(tx, taskQueue(system), { shop, request, system });
  });
}

async function findLost(now: Date): Promise<void> {
  const before = new Date(now.getTime() - LOST_AFTER_MS);
  const { rows } = await pool().query<TaskId>(
    `SELECT "shop", "request"::text, "system" FROM "RequestTask"
     WHERE "status" IN ('running', 'failed') AND "triedAt" < $1 LIMIT $2`,
    [before, AT_ONCE],
  );
  if (rows.length === 0) return;
  const requests = [...new Set(rows.map(({ request }) => request))];
  const queues: JobName[] = ["request.task", "request.task-elsewhere"];
  const live = await Promise.all(queues.map((name) => liveTasks(name, requests)));
  const lost = rows.filter(({ request, system }) => !live.some((tasks) => tasks.has(`${request} ${system}`)));
  for (const task of lost) await takeUp(task, before);
}

async function takeUp({ shop, request, system }: TaskId, before: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE "RequestTask" SET "status" = 'waiting', "triedAt" = NULL
      WHERE "shop" = ${shop} AND "request" = ${request}::uuid AND "system" = ${system}
        AND "status" IN ('running', 'failed') AND "triedAt" < ${before}`;
    if (changed === 1) await enqueue(tx, taskQueue(system), { shop, request, system });
  });
}

async function answerDue(now: Date): Promise<void> {
  const { rows } = await pool().query<{ shop: string; id: string }>(
    `SELECT "shop", "id"::text FROM "PrivacyRequest"
     WHERE "status" IN ('open', 'on-hold') AND "deadline" <= $1 AND "startedAt" IS NOT NULL
     ORDER BY "deadline" LIMIT $2`,
    [new Date(now.getTime() + ANSWER_MARGIN_MS), AT_ONCE],
  );
  for (const { shop, id } of rows) await inTransaction((tx) => advanceRequest(tx, shop, id, now));
}
