import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REQUEST_KINDS, REQUEST_SOURCES } from "../law/requests.ts";
import { yearMetrics, type CountedRequest } from "./year-metrics.ts";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const one = (changes: Partial<CountedRequest> = {}): CountedRequest => ({
  ...{ kind: "delete", source: "form", status: "done", outcome: "erased" },
  ...{ receivedAt: day("2026-03-01"), closedAt: day("2026-03-11") },
  ...changes,
});
const rowOf = (requests: CountedRequest[], kind = "delete") =>
  yearMetrics(requests, 2026).find((row) => row.kind === kind);

const request = fc
  .record({
    kind: fc.constantFrom(...REQUEST_KINDS),
    source: fc.constantFrom(...REQUEST_SOURCES),
    end: fc.constantFrom<Pick<CountedRequest, "status" | "outcome">>(
      { status: "done", outcome: "erased" },
      { status: "done", outcome: "partial" },
      { status: "refused", outcome: "refused" },
      { status: "expired", outcome: "never-verified" },
      { status: "open", outcome: null },
    ),
    receivedAt: fc.date({ min: day("2025-06-01"), max: day("2027-06-01"), noInvalidDate: true }),
    took: fc.integer({ min: 0, max: 90 }),
  })
  .map(({ kind, source, end: { status, outcome }, receivedAt, took }): CountedRequest => {
    const closedAt = status === "open" ? null : new Date(receivedAt.getTime() + took * 86_400_000);
    return { kind, source, status, outcome, receivedAt, closedAt };
  });

describe("a year's figures", () => {
  test.each([
    [{}, { complied: 1 }],
    [{ outcome: "partial" }, { inPart: 1 }],
    [{ status: "refused", outcome: "refused" }, { denied: 1 }],
    [
      { status: "expired", outcome: "never-verified" },
      { unverified: 1, medianDays: null },
    ],
    [
      { status: "open", outcome: null, closedAt: null },
      { running: 1, medianDays: null },
    ],
  ] as const)("count a request that is %j as %j", (changes, counted) => {
    expect(rowOf([one(changes)])).toMatchObject({ received: 1, ...counted });
  });

  test("say how long answers took, by mean and by median", () => {
    const took = (days: number) => one({ closedAt: new Date(day("2026-03-01").getTime() + days * 86_400_000) });
    expect(rowOf([took(1), took(2), took(9)])).toMatchObject({ meanDays: 4, medianDays: 2 });
    expect(rowOf([took(1), took(2), took(4), took(9)])).toMatchObject({ meanDays: 4, medianDays: 3 });
  });

  test("leave out other years, what nobody asked for, and what was joined with another request", () => {
    const out = [one({ receivedAt: day("2025-12-31") }), one({ source: "retention" }), one({ outcome: "merged" })];
    expect(rowOf(out)).toMatchObject({ received: 0 });
  });

  test("put access and portability together as California does, and its other kinds apart", () => {
    expect(rowOf([one({ kind: "access" }), one({ kind: "portability" })], "know")).toMatchObject({ received: 2 });
    expect(rowOf([one({ kind: "restrict" })], "other")).toMatchObject({ received: 1 });
  });

  test("add up: each request received is in exactly one column, whatever comes", () => {
    fc.assert(
      fc.property(fc.array(request), (requests) => {
        const rows = yearMetrics(requests, 2026);
        for (const { received, complied, inPart, denied, unverified, running } of rows)
          expect(complied + inPart + denied + unverified + running).toBe(received);
        const meant = requests.filter(
          ({ source, receivedAt }) => source !== "retention" && receivedAt.getUTCFullYear() === 2026,
        );
        expect(rows.reduce((sum, { received }) => sum + received, 0)).toBe(meant.length);
      }),
    );
  });
});
