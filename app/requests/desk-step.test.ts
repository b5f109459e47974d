import { describe, expect, it } from "vitest";
import { WAITS_FOR } from "../law/requests.ts";
import { deskStep } from "./desk-step.ts";

const DESK = {
  ...{ waitsFor: null, waitsUntil: null, isRunning: true, isPaused: false, mayWork: true, appeal: null },
  approvals: { given: 0, needed: 2, isMine: false },
};

describe("while a request waits for people, the next step", () => {
  it("says for whom, whatever it waits for", () => {
    for (const waitsFor of WAITS_FOR) {
      const kind = waitsFor === "decision" ? "appeal" : "delete";
      expect(deskStep(kind, { ...DESK, waitsFor })?.title).toMatch(/\w{4}/);
    }
    expect(deskStep("delete", DESK)).toBeNull();
  });

  it("is an approval, and after yours somebody else's", () => {
    const waiting = { ...DESK, waitsFor: "approval" } as const;
    expect(deskStep("delete", waiting)).toMatchObject({ title: "Approve this deletion", tone: "warning" });
    expect(deskStep("delete", { ...waiting, approvals: { given: 1, needed: 2, isMine: true } })?.title).toContain(
      "A second person",
    );
    expect(deskStep("delete", { ...waiting, approvals: { given: 1, needed: 2, isMine: false } })?.text).toContain(
      "Yours is the other",
    );
  });

  it("leaves an appeal to somebody else than who refused", () => {
    const appeal = { ...DESK, waitsFor: "decision" } as const;
    expect(deskStep("appeal", { ...appeal, appeal: { about: "1", isOwnRefusal: false } })?.title).toBe(
      "Decide this appeal",
    );
    expect(deskStep("appeal", { ...appeal, appeal: { about: "1", isOwnRefusal: true } })?.title).toContain(
      "Somebody else",
    );
  });

  it("says when the clock stands still, and names days", () => {
    expect(deskStep("access", { ...DESK, isPaused: true })?.title).toBe("The clock stands still");
    const until = new Date("2026-12-02T10:00:00Z");
    expect(deskStep("access", { ...DESK, waitsFor: "mailbox", waitsUntil: until })?.text).toContain("2026-12-02");
  });

  it("is nobody's once the request is over, and another's for who may only read", () => {
    expect(deskStep("delete", { ...DESK, waitsFor: "approval", isRunning: false })).toBeNull();
    expect(deskStep("delete", { ...DESK, waitsFor: "approval", mayWork: false })).toMatchObject({ tone: "info" });
  });
});
