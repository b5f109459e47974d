import { expect, test } from "vitest";
import { inTransaction, pool, prisma } from "../db/database.server.ts";
import { useTestStores } from "../test-stores.ts";
import { PlainProblem } from "./cause.ts";
import { allSteps, eachByItself } from "./each-by-itself.server.ts";
import { listProblems, retryProblem } from "./problems.server.ts";
import { enqueue, queue } from "./queue.server.ts";
import { showLostJobs } from "./show-lost-jobs.server.ts";

useTestStores();

const ONE = "one.myshopify.com";
const OTHER = "other.myshopify.com";
const failing = (request: string) => (piece: { request: string }) =>
  piece.request === request ? Promise.reject(new PlainProblem("The paper is out.")) : Promise.resolve();

test("one piece that fails keeps none of the others, is shown in its store with its cause, and forgotten once it works", async () => {
  const pieces = [
    { shop: ONE, request: "a" },
    { shop: OTHER, request: "b" },
    { shop: ONE, request: "c" },
  ];
  const done: string[] = [];
  const work = async (piece: { request: string }) => {
    await failing("a")(piece);
    done.push(piece.request);
  };
  expect(await eachByItself("request.tick", pieces, work)).toBe(1);
  expect(await eachByItself("request.tick", pieces, work)).toBe(1);
  expect(done).toEqual(["b", "c", "b", "c"]);
  const [shown, ...more] = await listProblems(ONE);
  expect(shown).toMatchObject({ name: "request.tick", cause: "The paper is out.", attempts: 2, dead: false });
  expect(shown?.about).toEqual({ request: "a" });
  expect([more, await listProblems(OTHER)]).toEqual([[], []]);
  expect(await eachByItself("request.tick", pieces, failing("none"))).toBe(0);
  expect(await listProblems(ONE)).toEqual([]);
});

test("trying a failed piece again runs its job", async () => {
  await eachByItself("request.wake", [{ shop: ONE, request: "d" }], failing("d"));
  const [shown] = await listProblems(ONE);
  expect(await retryProblem(ONE, shown?.job ?? "")).toBe("retried");
  expect(await listProblems(ONE)).toEqual([]);
  const [job] = await queue().fetch("request.wake");
  expect(job?.data).toEqual({ shop: ONE, request: "d" });
});

test("a failure that did not repeat for a day is no longer shown", async () => {
  await eachByItself("evidence.seal", [{ shop: ONE, request: "e" }], failing("e"));
  await pool().query(`UPDATE "JobProblem" SET "lastAt" = now() - interval '25 hours'`);
  await eachByItself("evidence.seal", [], failing("e"));
  expect(await listProblems(ONE)).toEqual([]);
});

test("all steps are taken, and the first failure is told", async () => {
  const taken: number[] = [];
  const step = (number: number, fails: boolean) => () => {
    taken.push(number);
    return fails ? Promise.reject(new PlainProblem(`Step ${String(number)}.`)) : Promise.resolve();
  };
  await expect(allSteps(step(1, false), step(2, true), step(3, true), step(4, false))).rejects.toThrow("Step 2.");
  expect(taken).toEqual([1, 2, 3, 4]);
});

test("a job over which the last worker died is shown once, and can be tried again", async () => {
  await inTransaction((tx) => enqueue(tx, "request.pack", { shop: OTHER, request: "f" }));
  const [job] = await queue().fetch("request.pack");
  await pool().query(
    `UPDATE pgboss.job SET "retry_count" = "retry_limit", "heartbeat_on" = now() - interval '1 hour' WHERE "id" = $1`,
    [job?.id],
  );
  await queue().supervise("request.pack");
  await showLostJobs();
  await showLostJobs();
  const problems = await listProblems(OTHER);
  expect(problems).toMatchObject([{ job: job?.id, name: "request.pack", attempts: 13, dead: true }]);
  expect(await retryProblem(OTHER, job?.id ?? "")).toBe("retried");
  await showLostJobs();
  expect(await prisma().jobProblem.count({ where: { shop: OTHER } })).toBe(0);
});
