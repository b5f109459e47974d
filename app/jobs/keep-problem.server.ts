import { pool } from "../db/database.server.ts";
import { JOB_RULES, type JobName } from "./jobs.ts";

/** A piece of work that failed, as it is kept for the dashboard. */
export interface Failed {
  shop: string;
  /** The job's id, or one that stands for the piece of a periodic job. */
  job: string;
  name: JobName;
  /** What a new try is given. Ids only. */
  payload: object;
  /** In plain words, without personal data. */
  cause: string;
  attempts: number;
  /** No other try comes by itself. */
  isFinal: boolean;
}

/** Keeps a failure until the work succeeds. Of a periodic job of the whole installation only the newest run counts. */
export async function keepProblem(failed: Failed): Promise<void> {
  const { shop, job, name, payload, cause, attempts, isFinal } = failed;
  if (isPeriodic(failed)) await forgetRuns(name);
  await pool().query(
    `INSERT INTO "JobProblem" ("shop", "job", "name", "payload", "cause", "attempts", "dead", "firstAt", "lastAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7, now(), now())
     ON CONFLICT ("shop", "job") DO UPDATE
     SET "cause" = excluded."cause", "attempts" = excluded."attempts", "dead" = excluded."dead", "lastAt" = now()`,
    [shop, job, name, JSON.stringify(payload), cause, attempts, isFinal],
  );
}

/** A job succeeded: nothing is shown of it, nor of a periodic job's earlier runs. */
export async function forgetProblem(done: { shop: string; job: string; name: JobName }): Promise<void> {
  if (isPeriodic(done)) await forgetRuns(done.name);
  else await pool().query(`DELETE FROM "JobProblem" WHERE "shop" = $1 AND "job" = $2`, [done.shop, done.job]);
}

function isPeriodic({ shop, name }: { shop: string; name: JobName }): boolean {
  return shop === "" && JOB_RULES[name].cron !== undefined;
}

async function forgetRuns(name: JobName): Promise<void> {
  await pool().query(`DELETE FROM "JobProblem" WHERE "shop" = '' AND "name" = $1`, [name]);
}

/** Where an error was thrown: its message may quote data, the frames can't. */
export function stackOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return error.stack
    ?.split("\n")
    .filter((line) => line.startsWith("    at "))
    .slice(0, 8)
    .join("\n");
}
