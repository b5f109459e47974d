import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHOICE_FORMS } from "./choice.ts";
import { readKept, writeKept } from "./kept-choice.ts";

const kept = fc.record({
  form: fc.constantFrom(...CHOICE_FORMS),
  allowed: fc.integer({ min: 0, max: 15 }),
  at: fc.integer({ min: 0, max: 9e9 }).map((seconds) => seconds * 1e3),
  policy: fc.integer({ min: 0, max: 99_999 }),
  signal: fc.boolean(),
  noTrack: fc.boolean(),
  isTold: fc.boolean(),
  region: fc.constantFrom("", "DE", "US-CA", "CA-QC", "GB-ENG"),
  receipt: fc.oneof(fc.constant(""), fc.uuid()),
});

describe("the cookie", () => {
  it("reads back what was written", () => {
    fc.assert(
      fc.property(kept, (value) => {
        expect(readKept(writeKept(value))).toEqual(value);
      }),
    );
  });

  it("is safe in a cookie: no space, quote, comma, semicolon or backslash", () => {
    fc.assert(fc.property(kept, (value) => /^[\w.-]+$/.test(writeKept(value))));
  });

  it("is not asked yet when it is anything else", () => {
    fc.assert(fc.property(fc.string(), (text) => readKept(text) === null));
    const good = writeKept({
      ...{ form: "consent", allowed: 15, at: 1e12, policy: 3, signal: false, noTrack: false },
      ...{ isTold: true, region: "DE", receipt: "" },
    });
    expect(readKept(good)?.allowed).toBe(15);
    for (const bad of [`${good}x`, good.replace("1.", "2."), good.replace(".f.", ".g."), good.replace("DE", "de")]) {
      expect(readKept(bad)).toBeNull();
    }
  });
});
