import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REQUEST_KINDS, TASK_STATUSES, type System } from "../law/requests.ts";
import { answerBy, isSettled, nextMove, type MoveFacts, type TaskFacts } from "./next-move.ts";

const START = new Date("2026-11-01T00:00:00Z");
const day = (count: number) => new Date(START.getTime() + count * 86_400_000);

const task = (system: System, status: TaskFacts["status"], more: Partial<TaskFacts> = {}): TaskFacts => ({
  ...{ system, status, startedAt: START, nextTryAt: null },
  ...more,
});
const request = (more: Partial<MoveFacts>): MoveFacts => ({
  ...{ kind: "access", status: "open", outcome: null, startedAt: START, deadline: day(30) },
  ...{ packed: null, isPacking: false, tasks: [] },
  ...more,
});

const anyTask = fc.record({
  system: fc.constantFrom<System>("candor", "shopify", "processor:a", "processor:b"),
  status: fc.constantFrom(...TASK_STATUSES),
  startedAt: fc.constantFrom(null, START),
  nextTryAt: fc.option(fc.integer({ min: 0, max: 200 }).map(day)),
});
const anyRequest = fc.record({
  kind: fc.constantFrom(...REQUEST_KINDS),
  status: fc.constantFrom<MoveFacts["status"]>("open", "on-hold"),
  outcome: fc.constant(null),
  startedAt: fc.constant(START),
  deadline: fc.integer({ min: 5, max: 90 }).map(day),
  packed: fc.constant(null),
  isPacking: fc.constant(false),
  tasks: fc.uniqueArray(anyTask, { selector: ({ system }) => system, minLength: 1 }),
});

describe("the next move", () => {
  test("is never to wait once the answer is due, unless Candor's own erasure is at work", () => {
    fc.assert(
      fc.property(anyRequest, (any) => {
        const own = any.tasks.find(({ system }) => system === "candor");
        fc.pre(any.kind !== "delete" || !own || isSettled(own) || own.status === "held");
        expect(nextMove(any, answerBy(any))).not.toBe("wait");
      }),
    );
  });

  test("is an answer, or the package, as soon as all systems are settled", () => {
    fc.assert(
      fc.property(anyRequest, fc.integer({ min: 0, max: 90 }), (any, at) => {
        const tasks = any.tasks.map((one) => ({ ...one, status: "done" as const }));
        expect(["answer", "pack"]).toContain(nextMove({ ...any, tasks }, day(at)));
      }),
    );
  });

  test("never begins Candor's own erasure while another system may still need to know who it is", () => {
    fc.assert(
      fc.property(anyRequest, fc.integer({ min: 0, max: 90 }), (any, at) => {
        const now = day(at);
        fc.pre(now < answerBy(any));
        const isAtWork = any.tasks.some(
          ({ system, status }) => system !== "candor" && ["waiting", "running", "failed", "by-hand"].includes(status),
        );
        if (isAtWork) expect(nextMove({ ...any, kind: "delete" }, now)).toBe("wait");
      }),
    );
  });

  test("waits for a system that fails, and no longer for one that is given up", () => {
    const with_ = (status: TaskFacts["status"]) =>
      request({ tasks: [task("candor", "done"), task("shopify", status), task("processor:a", "skipped")] });
    expect(nextMove(with_("failed"), day(3))).toBe("wait");
    expect(nextMove(with_("given-up"), day(3))).toBe("pack");
    expect(nextMove({ ...with_("given-up"), kind: "correct" }, day(3))).toBe("answer");
  });

  test("does not wait for what comes after the answer is due: Shopify's 180 days", () => {
    const erasure = (nextTryAt: Date) =>
      request({
        kind: "delete",
        tasks: [task("candor", "waiting", { startedAt: null }), task("shopify", "pending", { nextTryAt })],
      });
    expect(nextMove(erasure(day(10)), day(3))).toBe("wait");
    expect(nextMove(erasure(day(170)), day(3))).toBe("erase");
  });

  test("gives systems a day also when the request came in on its last day", () => {
    const late = request({ startedAt: day(29), tasks: [task("candor", "running")] });
    expect(nextMove(late, day(29))).toBe("wait");
    expect(nextMove(late, day(30))).toBe("pack");
  });

  test("tells the person in time that a legal hold keeps their data", () => {
    const held = request({
      kind: "delete",
      status: "on-hold",
      tasks: [task("candor", "held"), task("shopify", "held")],
    });
    expect(nextMove(held, day(27))).toBe("wait");
    expect(nextMove(held, day(28))).toBe("answer");
  });

  test("after an answer in part delivers what comes later, and completes once all is there", () => {
    const partial = request({
      ...{ status: "done", outcome: "partial", packed: ["candor"] },
      tasks: [task("candor", "done"), task("shopify", "given-up"), task("processor:a", "done")],
    });
    expect(nextMove(partial, day(40))).toBe("pack");
    expect(nextMove({ ...partial, packed: ["candor", "processor:a"] }, day(40))).toBe("wait");
    const all = partial.tasks.map((one) => ({ ...one, status: "done" as const }));
    expect(nextMove({ ...partial, tasks: all, packed: all.map(({ system }) => system) }, day(40))).toBe("answer");
    expect(nextMove({ ...partial, outcome: "package-ready", tasks: all }, day(40))).toBe("wait");
    expect(nextMove({ ...partial, isPacking: true }, day(40))).toBe("wait");
  });
});
