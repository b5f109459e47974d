import type { JobResult, JobWithMetadata } from "pg-boss";
import { log } from "../log.server.ts";
import { plainCause, PlainProblem } from "./cause.ts";
import { JOB_NAMES, JOB_RULES, type JobName, type JobPayloads } from "./jobs.ts";
import { forgetProblem, keepProblem, stackOf } from "./keep-problem.server.ts";
import { queue } from "./queue.server.ts";
import { turnOf, type Turn } from "./turn.ts";

/** A batch of one is never followed by the next without a pause, so even jobs that run one by one come in batches. */
const SMALLEST_BATCH = 4;

/** One handler per job. A handler may be called again for the same payload and must then change nothing. */
export type JobHandlers = { readonly [N in JobName]: (payload: JobPayloads[N], turn: Turn) => Promise<void> };

/**
 * Starts taking jobs. This is one of the places that catch every error (the server's entry and `eachByItself` are the
 * others): a failed job's cause is kept in plain words for the dashboard, of the error itself only the stack is logged.
 */
export async function runJobs(handlers: JobHandlers): Promise<void> {
  for (const name of JOB_NAMES) {
    const run = handlers[name] as Run;
    const { concurrency, isLong = false, perGroup = 1 } = JOB_RULES[name];
    if (!isLong) await takeInBatches(name, run);
    else for (let workers = 0; workers < concurrency; workers += perGroup) await takeOneByOne(name, run, perGroup);
  }
}

type Run = (payload: JobPayloads[JobName], turn: Turn) => Promise<void>;

const taking = (name: JobName) =>
  ({
    pollingIntervalSeconds: JOB_RULES[name].cron === undefined ? 0.5 : 5,
    includeMetadata: true,
    perJobResults: true,
  }) as const;

async function takeInBatches(name: JobName, run: Run): Promise<void> {
  const { concurrency } = JOB_RULES[name];
  const batchSize = Math.max(SMALLEST_BATCH, concurrency);
  const options = { ...taking(name), batchSize, burstWhenBatchFull: true } as const;
  await queue().work<JobPayloads[JobName], unknown, typeof options>(name, options, (jobs) => {
    const runJob = (job: JobWithMetadata<JobPayloads[JobName]>) => runOne(name, job, run);
    return concurrency > 1 ? Promise.all(jobs.map(runJob)) : oneByOne(jobs, runJob);
  });
}

/**
 * A job by itself, and the next one as soon as it ended: a queue of short ones must not wait for the next poll. So many
 * workers as jobs of one group may run: the library wants it so.
 */
async function takeOneByOne(name: JobName, run: Run, perGroup: number): Promise<void> {
  const limits = { localConcurrency: perGroup, localGroupConcurrency: perGroup };
  const options = { ...taking(name), ...limits, batchSize: 1 } as const;
  const boss = queue();
  const worker = await boss.work<JobPayloads[JobName], unknown, typeof options>(name, options, async (jobs) => {
    const results = await oneByOne(jobs, (job) => runOne(name, job, run));
    boss.notifyWorker(worker);
    return results;
  });
}

async function oneByOne<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

async function runOne(name: JobName, job: JobWithMetadata<JobPayloads[JobName]>, run: Run): Promise<JobResult> {
  const { shop } = job.data;
  try {
    await run(job.data, turnOf(JOB_RULES[name], job.retryCount, new Date()));
    if (job.retryCount > 0 || JOB_RULES[name].cron !== undefined) await forgetProblem({ shop, job: job.id, name });
    return { id: job.id, status: "completed" };
  } catch (error) {
    const cause = plainCause(error);
    const isFinal = job.retryCount >= job.retryLimit || (error instanceof PlainProblem && !error.worthRetrying);
    log().error(
      { job: name, id: job.id, attempt: job.retryCount + 1, isFinal, cause, stack: stackOf(error) },
      "job failed",
    );
    await keepProblem({ shop, job: job.id, name, payload: job.data, cause, attempts: job.retryCount + 1, isFinal });
    return { id: job.id, status: isFinal ? "deadletter" : "failed", output: { cause } };
  }
}
