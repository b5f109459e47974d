import { v5 } from "uuid";
import { pool } from "../db/database.server.ts";
import { log } from "../log.server.ts";
import { plainCause } from "./cause.ts";
import type { JobName } from "./jobs.ts";
import { keepProblem, stackOf } from "./keep-problem.server.ts";

/** Makes ids of a piece's failure; any constant will do. */
const NAMESPACE = "6f0d2a52-7c0e-4f43-9d5b-0f6f2f6a1b9e";
/** A failure that did not repeat within a day is over: its piece was done in another way. */
const OVER_AFTER = "1 day";

/**
 * Does a periodic job's work for each piece by itself: one that fails keeps none of the others. Its cause is kept for the
 * dashboard of its store until it succeeds, or until a day went by without another failure; trying it again runs the
 * whole job. A piece is a store, and ids of what is to be done there. Answers how many failed.
 *
 * What fails for all alike, as when the database is away, is thrown.
 */
export async function eachByItself<T extends { readonly shop: string }>(
  name: JobName,
  pieces: readonly T[],
  work: (piece: T) => Promise<unknown>,
): Promise<number> {
  const known = await failuresOf(name);
  let failures = 0;
  for (const piece of pieces) {
    const job = v5(`${name} ${JSON.stringify(piece)}`, NAMESPACE);
    const attempts = known.get(job) ?? 0;
    try {
      await work(piece);
      if (attempts > 0)
        await pool().query(`DELETE FROM "JobProblem" WHERE "shop" = $1 AND "job" = $2`, [piece.shop, job]);
    } catch (error) {
      failures += 1;
      const cause = plainCause(error);
      log().error({ job: name, id: job, attempt: attempts + 1, cause, stack: stackOf(error) }, "a piece failed");
      const { shop } = piece;
      await keepProblem({ shop, job, name, payload: piece, cause, attempts: attempts + 1, isFinal: false });
    }
  }
  return failures;
}

async function failuresOf(name: JobName): Promise<Map<string, number>> {
  const { rows } = await pool().query<{ job: string; attempts: number }>(
    `WITH over AS (DELETE FROM "JobProblem" WHERE "name" = $1 AND "shop" <> '' AND NOT "dead"
       AND "lastAt" < now() - $2::interval)
     SELECT "job"::text, "attempts" FROM "JobProblem" WHERE "name" = $1`,
    [name, OVER_AFTER],
  );
  return new Map(rows.map(({ job, attempts }) => [job, attempts]));
}

/** Takes all steps of a job, also after one that failed; the first failure is thrown at the end. */
export async function allSteps(...steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) {
    await step().catch((error: unknown) => {
      failures.push(error);
      if (failures.length > 1) log().error({ cause: plainCause(error), stack: stackOf(error) }, "a step failed, too");
    });
  }
  if (failures.length > 0) throw failures[0];
}
