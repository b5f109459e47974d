import { inTransaction, pool } from "../db/database.server.ts";
import { allSteps, eachByItself } from "../jobs/each-by-itself.server.ts";
import { taskQueue, type JobName } from "../jobs/jobs.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { liveTasks } from "../jobs/problems.server.ts";
import { showLostJobs } from "../jobs/show-lost-jobs.server.ts";
import { advanceRequest } from "./advance-request.server.ts";
import { ANSWER_MARGIN_MS } from "./next-move.ts";
import { takeFairly } from "./take-fairly.server.ts";

/** Taken up in one go; what is left comes with the next minute. */
const AT_ONCE = 1_000;
/** Longer than the queue's longest wait between two tries (ms). */
const LOST_AFTER_MS = 2 * 3_600_000;
/** Comes before the id of every request. */
const NO_REQUEST = "00000000-0000-0000-0000-000000000000";

interface TaskId {
  shop: string;
  request: string;
  system: string;
}

/**
 * Takes up what waited for its time, in all stores: tasks whose system is asked again, requests whose answer is due, and
 * tasks that lost their job, as when worker after worker died over them. Other lost work is shown. One that fails keeps
 * none of the others. Safe to repeat.
 */
export async function wakeRequests(now: Date): Promise<void> {
  await allSteps(
    () => wakeTasks(now),
    () => findLost(now),
    () => answerDue(now),
    () => showLostJobs(),
  );
}

async function wakeTasks(now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const due = await tx.$queryRaw<TaskId[]>`
      UPDATE "RequestTask" t SET "status" = 'waiting' FROM (
        SELECT p."shop", p."request", p."system" FROM "RequestTask" p JOIN (
          SELECT "shop", "request", "system", row_number() OVER (PARTITION BY "shop" ORDER BY "nextTryAt") AS "turn"
          FROM "RequestTask" WHERE "status" = 'pending' AND "nextTryAt" <= ${now} ORDER BY "turn" LIMIT ${AT_ONCE}) turns
          USING ("shop", "request", "system")
        WHERE p."status" = 'pending' ORDER BY turns."turn" FOR UPDATE OF p SKIP LOCKED) due
      WHERE t."shop" = due."shop" AND t."request" = due."request" AND t."system" = due."system"
      RETURNING t."shop", t."request"::text, t."system"`;
    for (const { shop, request, system } of due) await enqueue(tx, taskQueue(system), { shop, request, system });
  });
}

async function findLost(now: Date): Promise<void> {
  const before = new Date(now.getTime() - LOST_AFTER_MS);
  // page by page: long ones that are still at work must not hide those that are lost
  let last: TaskId = { shop: "", request: NO_REQUEST, system: "" };
  for (;;) {
    const page = await oldTasks(before, last);
    const lost = await withoutJob(page);
    await eachByItself("request.wake", lost, (task) => takeUp(task, before));
    const end = page.at(-1);
    if (!end || page.length < AT_ONCE) return;
    last = end;
  }
}

async function oldTasks(before: Date, after: TaskId): Promise<TaskId[]> {
  const { rows } = await pool().query<TaskId>(
    `SELECT "shop", "request"::text, "system" FROM "RequestTask"
     WHERE "status" IN ('waiting', 'running', 'failed') AND coalesce("triedAt", "startedAt") < $1
       AND ("shop", "request", "system") > ($3, $4::uuid, $5) ORDER BY "shop", "request", "system" LIMIT $2`,
    [before, AT_ONCE, after.shop, after.request, after.system],
  );
  return rows;
}

async function withoutJob(rows: readonly TaskId[]): Promise<TaskId[]> {
  if (rows.length === 0) return [];
  const requests = [...new Set(rows.map(({ request }) => request))];
  const queues: JobName[] = ["request.task", "request.task-elsewhere"];
  const live = await Promise.all(queues.map((name) => liveTasks(name, requests)));
  return rows.filter(({ request, system }) => !live.some((tasks) => tasks.has(`${request} ${system}`)));
}

async function takeUp({ shop, request, system }: TaskId, before: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE "RequestTask" SET "status" = 'waiting', "triedAt" = now()
      WHERE "shop" = ${shop} AND "request" = ${request}::uuid AND "system" = ${system}
        AND "status" IN ('waiting', 'running', 'failed') AND coalesce("triedAt", "startedAt") < ${before}`;
    if (changed === 1) await enqueue(tx, taskQueue(system), { shop, request, system });
  });
}

async function answerDue(now: Date): Promise<void> {
  const soon = new Date(now.getTime() + ANSWER_MARGIN_MS);
  const isDue = `r."status" IN ('open', 'on-hold') AND r."deadline" <= $1 AND r."startedAt" IS NOT NULL`;
  const due = await takeFairly(isDue, [soon], { now, atMost: AT_ONCE });
  await eachByItself("request.wake", due, ({ shop, request }) =>
    inTransaction((tx) => advanceRequest(tx, shop, request, now)),
  );
}
