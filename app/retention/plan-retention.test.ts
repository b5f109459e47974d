import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listed, withFact, withSingle } from "../register/change-facts.ts";
import type { Register } from "../register/facts.ts";
import { presetRegister } from "../register/preset-register.ts";
import {
  RETENTION_CATEGORIES,
  RETENTION_PRESETS,
  type RetentionCategory,
  type RetentionPeriod,
} from "../register/retention-rules.ts";
import { momentBefore, planFor, planRetention } from "./plan-retention.ts";

const SAID = { status: "confirmed", origin: "staff", ref: "" } as const;
const NOW = new Date("2026-11-27T09:00:00Z");

function kept(category: RetentionCategory, period: RetentionPeriod, register: Register = presetRegister()): Register {
  const { trigger } = RETENTION_PRESETS[category];
  return withFact(register, listed("retention", { ...SAID, category, period, trigger }));
}

const period = fc.oneof(
  fc.record({ months: fc.integer({ min: 1, max: 240 }) }),
  fc.record({ days: fc.integer({ min: 1, max: 4000 }) }),
);
const moment = fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });

describe("a retention rule", () => {
  test.each([
    [{ months: 1 }, "2026-03-31T10:00:00.000Z", "2026-02-28T10:00:00.000Z"],
    [{ months: 12 }, "2028-02-29T00:00:00.000Z", "2027-02-28T00:00:00.000Z"],
    [{ months: 36 }, "2026-11-27T09:00:00.000Z", "2023-11-27T09:00:00.000Z"],
    [{ days: 30 }, "2026-03-01T00:00:00.000Z", "2026-01-30T00:00:00.000Z"],
  ] as const)("of %j at %s ends what is older than %s", (of, now, before) => {
    expect(momentBefore(of, new Date(now)).toISOString()).toBe(before);
  });

  test("never ends later what it ended before, as time goes on, and a longer one ends less", () => {
    fc.assert(
      fc.property(period, moment, fc.nat(10_000_000_000), (of, now, more) => {
        const later = new Date(now.getTime() + more);
        expect(momentBefore(of, later).getTime()).toBeGreaterThanOrEqual(momentBefore(of, now).getTime());
        expect(momentBefore(of, now).getTime()).toBeLessThan(now.getTime());
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 40 }), moment, (months, more, now) => {
        const [short, long] = [{ months }, { months: months + more }].map((of) => momentBefore(of, now).getTime());
        expect(long).toBeLessThan(short ?? 0);
      }),
    );
  });

  test("for orders is no shorter than the tax law of the store's country, and for requests than 24 months", () => {
    fc.assert(
      fc.property(period, (of) => {
        const german = withSingle(kept("orders", of), "store", { country: "DE" });
        const orders = planFor(german, "orders", NOW);
        expect(orders?.cutOff?.getTime()).toBeLessThanOrEqual(momentBefore({ months: 8 * 12 }, NOW).getTime());
        const requests = planFor(kept("privacy-requests", of), "privacy-requests", NOW);
        expect(requests?.cutOff?.getTime()).toBeLessThanOrEqual(momentBefore({ months: 24 }, NOW).getTime());
      }),
    );
    const german = withSingle(kept("orders", { months: 12 }), "store", { country: "DE" });
    expect(planFor(german, "orders", NOW)).toMatchObject({ lawMonths: 96, ender: "staff" });
    expect(planFor(kept("orders", { months: 240 }), "orders", NOW)).toMatchObject({ lawMonths: null });
  });

  test("that nobody has said, or that lasts until somebody asks, ends nothing by itself", () => {
    for (const category of RETENTION_CATEGORIES) {
      expect(planFor(kept(category, null), category, NOW)).toMatchObject({ ender: "unsaid", cutOff: null });
      expect(planFor(kept(category, "until-asked"), category, NOW)).toMatchObject({ ender: "person", cutOff: null });
    }
  });

  test("of a store that has just begun is carried out for what Candor keeps, and asks staff for the rest", () => {
    const plans = planRetention(presetRegister(), NOW);
    const by = (ender: string) => plans.filter((one) => one.ender === ender).map(({ category }) => category);
    expect(by("candor")).toEqual(["privacy-choices", "privacy-requests"]);
    expect(by("approval")).toEqual(["customer-profiles"]);
    expect(by("unsaid")).toEqual(["orders"]);
  });
});
