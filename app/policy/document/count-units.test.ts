import { describe, expect, it } from "vitest";
import { POLICY_TEXTS } from "../texts.ts";
import { unitCounter } from "./count-units.ts";

describe.each(Object.keys(POLICY_TEXTS))("a period in %s", (language) => {
  it.each(["minute", "hour", "day", "month", "year"] as const)("never abbreviates %ss", (unit) => {
    for (const count of [3, 12, 30])
      expect(unitCounter(language)(unit, count)).not.toMatch(/\d\s*(?:\p{Ll}|min|nóim|m?bh?l)$/u);
  });
});

it("Maltese and Irish bend the unit to the number", () => {
  const [maltese, irish] = [unitCounter("mt"), unitCounter("ga")];
  expect([1, 2, 3, 14, 30].map((count) => maltese("day", count))).toEqual([
    "jum",
    "jumejn",
    "3 ijiem",
    "14-il jum",
    "30 jum",
  ]);
  expect([1, 2, 3, 7, 12].map((count) => irish("year", count))).toEqual([
    "1 bhliain",
    "2 bhliain",
    "3 bliana",
    "7 mbliana",
    "12 bliain",
  ]);
});
