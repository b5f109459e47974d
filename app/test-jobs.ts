import { JOB_NAMES, type JobName, type JobPayloads } from "./jobs/jobs.ts";
import { queue } from "./jobs/queue.server.ts";
import { ONLY_TURN, type Turn } from "./jobs/turn.ts";
import { JOB_HANDLERS } from "./worker.server.ts";

/**
 * Runs every job that is due, and those that they start, until none is left; so a test needs no worker and no sleeping.
 * A job that fails fails the test. Answers the names in the order in which they ran.
 */
export async function runDueJobs(): Promise<JobName[]> {
  const ran: JobName[] = [];
  for (;;) {
    const before = ran.length;
    for (const name of JOB_NAMES) {
      const jobs = await queue().fetch<JobPayloads[JobName]>(name, { batchSize: 100 });
      const run = JOB_HANDLERS[name] as (payload: JobPayloads[JobName], turn: Turn) => Promise<void>;
      for (const job of jobs) {
        await run(job.data, ONLY_TURN);
        await queue().complete(name, job.id);
        ran.push(name);
      }
    }
    if (ran.length === before) return ran;
  }
}
