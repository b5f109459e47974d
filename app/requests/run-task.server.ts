import { inTransaction, pool, prisma, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { plainCause } from "../jobs/cause.ts";
import { enqueue } from "../jobs/queue.server.ts";
import type { System, TaskStatus } from "../law/requests.ts";
import type { PersonalDataKeeper } from "../vault/keeper.ts";
import { KeyShredded } from "../vault/subject-key.server.ts";
import { collectFromShopify } from "./collect-from-shopify.server.ts";
import { collectOwn } from "./collect-own.server.ts";
import { erasePerson } from "./erase-person.server.ts";

/** A task and the request that it belongs to, as handlers see them. */
export interface RunningTask {
  request: string;
  system: System;
  /** Null once the person is erased. */
  subject: string | null;
  kind: string;
}

/** How a handler left its task. */
export type TaskResult =
  | { status: "done"; counts: readonly string[] }
  | { status: "skipped"; cause: string }
  | { status: "held" }
  | { status: "closed" };

/** Everybody who stores persons. */
export type Keepers = readonly PersonalDataKeeper<Tx>[];

/**
 * Lets one system do its part of a request. Failures are kept on the task, in plain words, and thrown on so that the
 * queue tries again. Once every part is settled the request is packed. Safe to repeat.
 */
export async function runTask(shop: string, id: string, system: string, keepers: Keepers): Promise<void> {
  const task = await startTask(shop, id, system);
  if (!task) return;
  try {
    const result = await handle(shop, task, keepers);
    await settleTask(shop, task, result);
  } catch (error) {
    if (error instanceof KeyShredded) return; // erased meanwhile: the erasure closes this request
    await failTask(shop, task, plainCause(error));
    throw error;
  }
}

function handle(shop: string, task: RunningTask, keepers: Keepers): Promise<TaskResult> {
  if (task.kind === "delete") return erasePerson(shop, task, keepers);
  if (task.system === "shopify") return collectFromShopify(shop, task);
  return collectOwn(shop, task, keepers);
}

/** The task, now running; undefined when it, or its request, is settled already. */
async function startTask(shop: string, id: string, system: string): Promise<RunningTask | undefined> {
  const started = await pool().query<RunningTask>(
    `UPDATE "RequestTask" t SET "status" = 'running', "attempts" = t."attempts" + 1, "cause" = NULL,
       "startedAt" = coalesce(t."startedAt", now())
     FROM "PrivacyRequest" r
     WHERE t."shop" = $1 AND t."request" = $2 AND t."system" = $3
       AND t."status" NOT IN ('done', 'skipped', 'searching', 'shredding')
       AND r."shop" = t."shop" AND r."id" = t."request" AND r."status" IN ('open', 'on-hold')
     RETURNING r."id"::text AS "request", t."system", r."subject"::text, r."kind"`,
    [shop, id, system],
  );
  return started.rows[0];
}

async function failTask(shop: string, task: RunningTask, cause: string): Promise<void> {
  await prisma().$executeRaw`
    UPDATE "RequestTask" SET "status" = 'failed', "cause" = ${cause}
    WHERE "shop" = ${shop} AND "request" = ${task.request}::uuid AND "system" = ${task.system}
      AND "status" = 'running'`;
}

async function settleTask(shop: string, task: RunningTask, result: TaskResult): Promise<void> {
  if (result.status === "closed") return;
  await inTransaction(async (tx) => {
    // two systems may finish at once: whoever comes second sees that the first is done
    await tx.$queryRaw`
      SELECT 1 FROM "PrivacyRequest" WHERE "shop" = ${shop} AND "id" = ${task.request}::uuid FOR UPDATE`;
    await setTask(tx, shop, task, { cause: null, ...result });
    const [open] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS "count" FROM "RequestTask" WHERE "shop" = ${shop} AND "request" = ${task.request}::uuid
      AND "status" NOT IN ('done', 'skipped')`;
    if (open?.count === 0) await enqueue(tx, "request.pack", { shop, request: task.request });
    if (result.status !== "done") return;
    const facts = { system: task.system, counts: result.counts };
    await appendEvidence(tx, shop, { kind: "request.collected", at: new Date(), request: task.request, facts });
  });
}

async function setTask(
  tx: Tx,
  shop: string,
  task: RunningTask,
  { status, cause }: { status: TaskStatus; cause: string | null },
): Promise<void> {
  const isOver = status === "done" || status === "skipped";
  await tx.$executeRaw`
    UPDATE "RequestTask" SET "status" = ${status}, "cause" = ${cause}, "sealedCursor" = NULL,
      "doneAt" = CASE WHEN ${isOver} THEN now() END
    WHERE "shop" = ${shop} AND "request" = ${task.request}::uuid AND "system" = ${task.system}`;
}
