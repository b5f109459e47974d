import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REQUEST_KINDS, REQUEST_OUTCOMES, REQUEST_STATUSES, TASK_STATUSES, type TaskStatus } from "../law/requests.ts";
import { nextStep, type Situation } from "./next-step.ts";
import type { TaskView } from "./request-view.ts";

const DAY = new Date("2026-11-22T00:00:00Z");

function task(status: TaskStatus, cause: string | null = null): TaskView {
  return {
    ...{ system: "shopify", name: null, status, result: null, cause, attempts: 1, progress: 0 },
    ...{ startedAt: DAY, nextTryAt: null, doneAt: null, doneBy: null },
  };
}

const PACKAGE = { id: "p", bytes: 2_048, createdAt: DAY, expiresAt: DAY, downloads: 0 };
const HOLD = { id: "h", ground: "legal-claim", placedAt: DAY, reviewOn: DAY } as const;

function situation(more: Partial<Situation>): Situation {
  return {
    ...{
      kind: "access",
      status: "open",
      outcome: null,
      waitsFor: null,
      person: "a•••@e•••.com",
      tasks: [task("running")],
    },
    ...{ package: null, hold: null, isGivenUp: false, isOverdue: false, ...more },
  };
}

describe("the next step", () => {
  test("of a request that is being collected is to wait", () => {
    expect(nextStep(situation({}))).toMatchObject({ tone: "info", offer: null });
    expect(nextStep(situation({ tasks: [task("done"), task("skipped")] })).title).toContain("writing the package");
  });

  test("of an overdue request is to tell the customer", () => {
    expect(nextStep(situation({ isOverdue: true }))).toMatchObject({ tone: "critical" });
    expect(nextStep(situation({ isOverdue: true })).text).toContain("tell the customer");
  });

  test("after a failure names the cause, and asks for help only once Candor has given up", () => {
    const tasks = [task("failed", "Shopify does not answer.")];
    expect(nextStep(situation({ tasks }))).toMatchObject({ tone: "warning", offer: null });
    expect(nextStep(situation({ tasks, isGivenUp: true }))).toMatchObject({ tone: "critical", offer: "retry" });
    expect(nextStep(situation({ tasks, isGivenUp: true })).text).toContain("Shopify does not answer.");
  });

  test("of a package that nobody downloaded is to download it", () => {
    const done = { status: "done", outcome: "package-ready" } as const;
    expect(nextStep(situation({ ...done, package: PACKAGE }))).toMatchObject({ tone: "warning", offer: "download" });
    expect(nextStep(situation({ ...done, package: { ...PACKAGE, downloads: 1 } })).tone).toBe("success");
    expect(nextStep(situation({ ...done, package: null })).offer).toBeNull();
  });

  test("where a system is given up, or staff's to do, names it whatever the others do", () => {
    const tasks = [task("done"), task("by-hand", "Look up this person in Acme.")];
    expect(nextStep(situation({ tasks })).text).toContain("Look up this person in Acme.");
    const lost = [...tasks, task("given-up", "Acme does not answer.")];
    expect(nextStep(situation({ tasks: lost }))).toMatchObject({ tone: "critical" });
    expect(nextStep(situation({ tasks: lost })).text).toContain("Acme does not answer.");
  });

  test("after an answer in part is to hand over what is there, then to mend what is missing", () => {
    const partial = situation({ status: "done", outcome: "partial", tasks: [task("done"), task("given-up")] });
    expect(nextStep({ ...partial, package: PACKAGE })).toMatchObject({ tone: "warning", offer: "download" });
    expect(nextStep(partial)).toMatchObject({ tone: "warning", offer: null });
    expect(nextStep({ ...partial, tasks: [task("pending")] })).toMatchObject({ tone: "info" });
  });

  test("of a held erasure is to review the hold", () => {
    const held = situation({ kind: "delete", status: "on-hold", hold: HOLD, tasks: [task("held")] });
    expect(nextStep(held).title).toContain("legal hold");
  });

  test("never offers a download without a package, and always says something", () => {
    const any = fc.record({
      kind: fc.constantFrom(...REQUEST_KINDS),
      status: fc.constantFrom(...REQUEST_STATUSES),
      outcome: fc.constantFrom(null, ...REQUEST_OUTCOMES),
      tasks: fc.array(fc.constantFrom(...TASK_STATUSES).map((status) => task(status))),
      package: fc.constantFrom(null, PACKAGE),
      isGivenUp: fc.boolean(),
      isOverdue: fc.boolean(),
    });
    fc.assert(
      fc.property(any, (more) => {
        const { title, text, offer } = nextStep(situation(more));
        expect(title.length * text.length).toBeGreaterThan(0);
        expect(offer === "download" && more.package === null).toBe(false);
      }),
    );
  });
});
