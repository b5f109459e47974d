import { pool } from "../db/database.server.ts";
import { isJobName, type JobName } from "./jobs.ts";
import { keepProblem } from "./keep-problem.server.ts";
import { DEAD, queue } from "./queue.server.ts";

const AT_ONCE = 100;
const CAUSE = "The worker ended, or took too long, each time while it did this. Its log says more.";

interface Dead {
  id: string;
  name: string;
  job: string;
  retries: number;
  data: { shop: string };
}

/**
 * Shows jobs that were given up without a word of their own: worker after worker died over them, or they ran out of
 * their time. Staff see each once, with a button that tries it again.
 */
export async function showLostJobs(): Promise<void> {
  const { rows } = await pool().query<Dead>(
    `SELECT "id"::text, "source_name" AS "name", "source_id"::text AS "job", "source_retry_count" AS "retries", "data"
     FROM pgboss.job WHERE "name" = $1 AND "state" = 'created' AND "source_output"->>'cause' IS NULL
     LIMIT $2`,
    [DEAD, AT_ONCE],
  );
  const lost = rows.filter((row): row is Dead & { name: JobName } => isJobName(row.name));
  for (const { name, job, data, retries } of lost)
    await keepProblem({
      shop: data.shop,
      job,
      name,
      payload: data,
      cause: CAUSE,
      attempts: retries + 1,
      isFinal: true,
    });
  if (rows.length > 0)
    await queue().cancel(
      DEAD,
      rows.map(({ id }) => id),
    );
}
