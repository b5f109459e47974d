import { fromPrisma } from "pg-boss";
import { inTransaction, prisma } from "../db/database.server.ts";
import { isJobName } from "./jobs.ts";
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
    await queue().send(problem.name, JSON.parse(problem.payload) as object, { db, group: { id: shop || "-" } });
    return "retried";
  });
}
