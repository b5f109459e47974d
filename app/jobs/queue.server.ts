import { fromPrisma, PgBoss, type Db } from "pg-boss";
import type { Tx } from "../db/database.server.ts";
import { databaseKind, pool } from "../db/database.server.ts";
import { log } from "../log.server.ts";
import { groupOf, JOB_NAMES, JOB_RULES, type JobName, type JobPayloads } from "./jobs.ts";

/** Jobs that were given up go here, so that nothing disappears. */
export const DEAD = "dead";

const holder = globalThis as typeof globalThis & { candorQueue?: PgBoss };

/** What can run a statement: the pool, or a driver connection inside a transaction. */
interface Runs {
  query: (text: string, values?: unknown[]) => Promise<unknown>;
}

/** pg-boss over a driver connection; a script of several statements answers with one result each. */
function through(client: Runs): Db {
  return {
    executeSql: async (text, values) => {
      const result = (await client.query(text, values?.length ? values : undefined)) as
        { rows: unknown[] } | { rows: unknown[] }[];
      return { rows: Array.isArray(result) ? result.flatMap(({ rows }) => rows) : result.rows };
    },
  };
}

/**
 * Opens the queue on the open database. With `works` this process also looks after it: schedules, retries of jobs whose
 * worker died, clean-up. `declares`: it makes the queues that are missing, so that nobody has to wait for a worker.
 */
export async function openQueue(works: boolean, declares = works): Promise<void> {
  if (holder.candorQueue) throw new Error("the queue is open already");
  const boss = new PgBoss({
    db: through(pool()),
    backend: databaseKind() === "embedded" ? "pglite" : "postgres",
    supervise: works,
    schedule: works,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    maintenanceIntervalSeconds: 600,
    queueCacheIntervalSeconds: 30,
  });
  boss.on("error", (error) => {
    log().warn({ cause: error.name }, "queue");
  });
  await boss.start();
  if (declares) await declareQueues(boss);
  holder.candorQueue = boss;
}

async function declareQueues(boss: PgBoss): Promise<void> {
  await boss.createQueue(DEAD, { retentionSeconds: 90 * 86_400 });
  for (const name of JOB_NAMES) {
    const { concurrency: _here, isLong: _too, perGroup: _also, cron, ...rules } = JOB_RULES[name];
    await boss.createQueue(name, { ...rules, retryBackoff: true, deadLetter: DEAD });
    if (cron !== undefined) await boss.schedule(name, cron, { shop: "" }, { tz: "UTC" });
  }
}

/** Stops taking jobs, waits for running ones (at most `ms`), closes the queue. Does nothing when it isn't open. */
export async function closeQueue(ms = 20_000): Promise<void> {
  const boss = holder.candorQueue;
  delete holder.candorQueue;
  await boss?.stop({ graceful: ms > 0, timeout: ms, close: false });
}

/** The open queue. */
export function queue(): PgBoss {
  if (!holder.candorQueue) throw new Error("the queue is not open");
  return holder.candorQueue;
}

/** When a job runs, and whether another like it may wait beside it. */
export interface EnqueueOptions {
  startAfter?: Date;
  /** While a job of this name and key waits, a second one is not added: for queues of the policy "short" only. */
  singletonKey?: string;
}

/** Adds a job inside the caller's transaction: it exists if, and only if, the transaction is kept. */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  payload: JobPayloads[N],
  options: EnqueueOptions = {},
): Promise<void> {
  await queue().send(name, payload, { ...options, db: fromPrisma(tx), group: { id: groupOf(payload) } });
}

/**
 * Adds many jobs of one name on a driver connection that is inside a transaction. `singletonKey`: as in
 * `EnqueueOptions`.
 */
export async function enqueueMany<N extends JobName>(
  client: Runs,
  name: N,
  payloads: readonly JobPayloads[N][],
  { singletonKey }: { singletonKey?: (payload: JobPayloads[N]) => string } = {},
): Promise<void> {
  if (payloads.length === 0) return;
  const jobs = payloads.map((data) => ({
    ...{ data, group: { id: groupOf(data) } },
    ...(singletonKey && { singletonKey: singletonKey(data) }),
  }));
  await queue().insert(name, jobs, { db: through(client) });
}
