import { pool } from "../db/database.server.ts";
import { JOB_NAMES } from "../jobs/jobs.ts";
import type { Finding } from "./result.ts";

/** A ready job that waits longer than this is unusual; longer than that, nobody takes jobs. Seconds. */
const LAG_WARN_S = 60;
const LAG_FAIL_S = 900;

interface Waiting {
  name: string;
  count: number;
  /** Seconds for which the oldest has been ready. */
  lag: number;
}

/** How many jobs could run and for how long they have waited, and how many failed. */
export async function examineQueue(): Promise<Finding[]> {
  return [await examineLag(), await examineProblems()];
}

async function examineLag(): Promise<Finding> {
  const { rows } = await pool().query<Waiting>(
    `SELECT name, count(*)::int AS count, extract(epoch FROM now() - min(start_after))::float8 AS lag FROM pgboss.job
     WHERE state IN ('created', 'retry') AND start_after <= now() AND name = ANY($1) GROUP BY name ORDER BY name`,
    [JOB_NAMES],
  );
  const check = "queue";
  if (rows.length === 0) return { status: "ok", check, what: "no job waits", todo: null };
  const lag = Math.round(Math.max(...rows.map((row) => row.lag)));
  const counts = rows.map(({ name, count }) => `${name} ${count}`).join(", ");
  const status = lag > LAG_FAIL_S ? "fail" : lag > LAG_WARN_S ? "warn" : "ok";
  const todo =
    status === "ok" ? null : "See that a process with CANDOR_ROLE worker or all runs, and add one if it can't keep up.";
  return { status, check, what: `jobs wait, the oldest for ${lag} s: ${counts}`, todo };
}

async function examineProblems(): Promise<Finding> {
  const { rows } = await pool().query<{ dead: number; trying: number }>(
    `SELECT count(*) FILTER (WHERE "dead")::int AS dead, count(*) FILTER (WHERE NOT "dead")::int AS trying FROM "JobProblem"`,
  );
  const { dead = 0, trying = 0 } = rows[0] ?? {};
  const check = "failed jobs";
  if (dead + trying === 0) return { status: "ok", check, what: "none", todo: null };
  const todo = "See `npm run ops -- problems list`; mend the cause, then `problems retry`.";
  return { status: "warn", check, what: `${dead} given up, ${trying} failed and tried again by themselves`, todo };
}
