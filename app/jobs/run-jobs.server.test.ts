import { expect, test } from "vitest";
import { inTransaction } from "../db/database.server.ts";
import { useTestStores } from "../test-stores.ts";
import { JOB_NAMES, type JobName } from "./jobs.ts";
import { enqueue } from "./queue.server.ts";
import { runJobs, type JobHandlers } from "./run-jobs.server.ts";

useTestStores();

const LONG = "long";
const SHORT = Array.from({ length: 12 }, (_, index) => `short ${String(index)}`);

const ignore = () => Promise.resolve();
const handlers = (own: Partial<JobHandlers>) =>
  ({ ...Object.fromEntries(JOB_NAMES.map((name: JobName) => [name, ignore])), ...own }) as JobHandlers;

test("collections go on one after another beside one that takes long", async () => {
  const shop = "busy.myshopify.com";
  const done: string[] = [];
  const { promise: shortOnes, resolve: endLong } = Promise.withResolvers<undefined>();
  const ended = new Promise<void>((resolve) => {
    const run = async (request: string) => {
      // the long one ends only when all that came after it are done
      if (request === LONG) await shortOnes;
      done.push(request);
      if (done.length === SHORT.length) endLong(undefined);
      if (done.length > SHORT.length) resolve();
    };
    void runJobs(handlers({ "request.task-elsewhere": ({ request }) => run(request) }));
  });
  await inTransaction(async (tx) => {
    for (const request of [LONG, ...SHORT])
      await enqueue(tx, "request.task-elsewhere", { shop, request, system: "shopify" });
  });
  await ended;
  expect(done.at(-1)).toBe(LONG);
  expect([...done].sort()).toEqual([LONG, ...SHORT].sort());
});
