import { fromPrisma } from "pg-boss";
import { inTransaction, prisma, type Tx } from "../db/database.server.ts";
import { groupOf, isJobName, type JobName, type JobPayloads } from "./jobs.ts";
import { queue } from "./queue.server.ts";

/** A background job that failed and has not succeeded since. */
export interface Problem {
  job: string;
  name: string;
  /** In plain words, without personal data. */
  cause: string;
  attempts: number;
  /** Given up: it runs again only when someone asks for it. */
  dead: boolean;
  lastAt: Date;
  /** The ids the job works on, such as `{request: "…"}`. */
  about: Readonly<Record<string, string>>;
}

/** A shop's failed jobs, newest failure first, at most `limit`. */
export async function listProblems(shop: string, limit = 50): Promise<Problem[]> {
  const rows = await prisma().jobProblem.findMany({ where: { shop }, orderBy: { lastAt: "desc" }, take: limit });
  return rows.map(({ job, name, cause, attempts, dead, lastAt, payload }) => {
    const { shop: _shop, ...about } = JSON.parse(payload) as Record<string, string>;
    return { job, name, cause, attempts, dead, lastAt, about };
  });
}

/** Runs a failed job again at once. Answers "unknown" when it has succeeded or been retried meanwhile. */
export async function retryProblem(shop: string, job: string): Promise<"retried" | "unknown"> {
  return inTransaction(async (tx) => {
    const problem = await tx.jobProblem.findUnique({ where: { shop_job: { shop, job } } });
    if (!problem || !isJobName(problem.name)) return "unknown";
    await tx.jobProblem.delete({ where: { shop_job: { shop, job } } });
    const db = fromPrisma(tx);
    if (!problem.dead) await queue().cancel(problem.name, job, { db });
    const payload = JSON.parse(problem.payload) as { shop: string; system?: string };
    await queue().send(problem.name, payload, { db, group: { id: groupOf(payload) } });
    return "retried";
  });
}

/**
 * Ends what is left of a piece of work that was done another way, inside the caller's transaction: its failures are no
 * longer shown, and tries that were to come do not come.
 */
export async function endJobsOf<N extends JobName>(
  tx: Tx,
  shop: string,
  name: N,
  payload: JobPayloads[N],
): Promise<void> {
  const about = JSON.stringify(payload);
  const failed = await tx.$queryRaw<{ job: string; dead: boolean }[]>`
    DELETE FROM "JobProblem" WHERE "shop" = ${shop} AND "name" = ${name} AND "payload"::jsonb @> ${about}::jsonb
    RETURNING "job"::text, "dead"`;
  const db = fromPrisma(tx);
  for (const { job } of failed.filter(({ dead }) => !dead)) await queue().cancel(name, job, { db });
}

/** Which of some requests' jobs of a queue are still to run or running, as "request system". */
export async function liveTasks(name: JobName, requests: readonly string[]): Promise<Set<string>> {
  const rows = await prisma().$queryRaw<{ task: string }[]>`
    SELECT ("data"->>'request') || ' ' || ("data"->>'system') AS "task" FROM pgboss.job
    WHERE "name" = ${name} AND "state" < 'completed' AND "data"->>'request' = ANY(${[...requests]}::text[])`;
  return new Set(rows.map(({ task }) => task));
}
