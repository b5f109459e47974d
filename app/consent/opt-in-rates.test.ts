import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PURPOSES, type Purpose } from "../law/purposes.ts";
import {
  addRates,
  fillDays,
  largestGroups,
  lineOf,
  percentOf,
  percentText,
  segments,
  type GroupRates,
} from "./opt-in-rates.ts";

const rate = fc
  .record({ offered: fc.nat(1_000), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ offered, share }) => ({ offered, allowed: Math.floor(offered * share) }));
const group: fc.Arbitrary<GroupRates> = fc.record({
  key: fc.stringMatching(/^[A-Z]{2}$/),
  choices: fc.nat(5_000),
  rates: fc.record(Object.fromEntries(PURPOSES.map((purpose) => [purpose, rate]))),
});
const groups = fc.uniqueArray(group, { selector: ({ key }) => key, maxLength: 30 });
const total = (of: readonly GroupRates[], purpose: Purpose) => addRates(of)[purpose];

const day = (key: string, offered: number, allowed: number): GroupRates => ({
  key,
  choices: offered,
  rates: { ...addRates([]), analytics: { offered, allowed } },
});

describe("an opt-in rate", () => {
  test("is a dash where nobody was asked, and never 100% while one person refused", () => {
    expect(percentText({ offered: 0, allowed: 0 })).toBe("–");
    expect(percentText({ offered: 1_000, allowed: 999 })).toBe("99%");
    expect(percentText({ offered: 3, allowed: 3 })).toBe("100%");
    expect(percentOf({ offered: 3, allowed: 0 })).toBe(0);
  });
});

describe("the largest groups", () => {
  test("are as many as asked for, and lose nobody", () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 10 }), (all, most) => {
        const shown = largestGroups(all, most);
        expect(shown.length).toBe(Math.min(all.length, most));
        for (const purpose of PURPOSES) expect(total(shown, purpose)).toEqual(total(all, purpose));
      }),
    );
  });

  test("come by size, the rest last", () => {
    const keys = largestGroups([day("FR", 3, 1), day("DE", 9, 4), day("IT", 2, 1), day("ES", 1, 1)], 3);
    expect(keys.map(({ key, choices }) => [key, choices])).toEqual([
      ["DE", 9],
      ["FR", 3],
      ["other", 3],
    ]);
  });
});

describe("a line over days", () => {
  test("has every day, and a gap where nobody was asked", () => {
    const days = fillDays([day("2026-10-24", 4, 1), day("2026-10-27", 2, 1)], "2026-10-24", "2026-10-28");
    const line = lineOf(days, "analytics");
    expect(line.map(({ percent }) => percent)).toEqual([25, undefined, undefined, 50, undefined]);
    expect(segments(line)).toEqual([[{ day: "2026-10-24", percent: 25 }], [{ day: "2026-10-27", percent: 50 }]]);
  });

  test("is cut nowhere else", () => {
    const points = fc.array(
      fc.record({ day: fc.constant("2026-01-01"), percent: fc.option(fc.nat(100), { nil: undefined }) }),
    );
    fc.assert(
      fc.property(points, (line) => {
        const drawn = segments(line);
        expect(drawn.flat().length).toBe(line.filter(({ percent }) => percent !== undefined).length);
        expect(drawn.every((segment) => segment.length > 0)).toBe(true);
      }),
    );
  });
});
