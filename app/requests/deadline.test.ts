import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LAWS, type LawId } from "../law/deadlines.ts";
import { deadline } from "./deadline.ts";

const DAY = 86_400_000;
const laws = fc.constantFrom(...(Object.keys(LAWS) as LawId[]));
const moments = fc.date({ min: new Date("2020-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });

describe("the deadline of a request", () => {
  test.each([
    ["shopify", "2026-11-22T19:00:00Z", "2026-12-22T19:00:00Z"],
    ["gdpr", "2026-01-31T10:00:00Z", "2026-02-28T10:00:00Z"],
    ["gdpr", "2028-01-31T10:00:00Z", "2028-02-29T10:00:00Z"],
    ["gdpr", "2026-02-10T10:00:00Z", "2026-03-10T10:00:00Z"],
    ["lgpd", "2026-11-22T00:00:00Z", "2026-12-07T00:00:00Z"],
    ["pipa", "2026-11-22T00:00:00Z", "2026-12-02T00:00:00Z"],
  ] as const)("under %s, for one received at %s, is %s", (law, received, until) => {
    expect(deadline(new Date(received), law)).toEqual(new Date(until));
  });

  test("where a law gives more than Shopify's 30 days, is after 30 days", () => {
    const received = new Date("2026-07-01T00:00:00Z");
    for (const law of ["ccpa", "us-iowa", "gdpr"] as const)
      expect(deadline(received, law)).toEqual(new Date("2026-07-31T00:00:00Z"));
  });

  test("is never later than 30 days and never before the request came", () => {
    fc.assert(
      fc.property(moments, laws, (received, law) => {
        const days = (deadline(received, law).getTime() - received.getTime()) / DAY;
        expect(days).toBeLessThanOrEqual(30);
        expect(days).toBeGreaterThanOrEqual(10);
      }),
    );
  });

  test("never comes earlier for a request that came later", () => {
    fc.assert(
      fc.property(moments, moments, laws, (one, other, law) => {
        const [first, second] = one < other ? [one, other] : [other, one];
        expect(deadline(first, law).getTime()).toBeLessThanOrEqual(deadline(second, law).getTime());
      }),
    );
  });
});
