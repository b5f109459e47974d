import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { nextReminder, REMINDERS, reminderDue, reminderTimes } from "./reminders.ts";
import { shopifyWait } from "./shopify-waits.ts";

const at = (text: string) => new Date(text.includes("T") ? text : `${text}T00:00:00Z`);
const clock = { startsAt: at("2026-11-01"), due: at("2026-12-01") };

describe("staff are reminded", () => {
  it.each([
    ["2026-11-15T23:59:59Z", null],
    ["2026-11-16", "half"],
    ["2026-11-24T23:59:59Z", "half"],
    ["2026-11-25", "most"],
    ["2026-11-30", "last-day"],
    ["2026-12-01", "overdue"],
    ["2027-03-01", "overdue"],
  ])("on %s: %s", (now, reminder) => {
    expect(reminderDue(clock, at(now))).toBe(reminder);
  });

  it("next at the first moment that is still to come", () => {
    expect(nextReminder(clock, clock.startsAt)).toEqual(at("2026-11-16"));
    expect(nextReminder(clock, at("2026-11-16"))).toEqual(at("2026-11-25"));
    expect(nextReminder(clock, at("2026-11-30T12:00:00Z"))).toEqual(at("2026-12-01"));
    expect(nextReminder(clock, at("2026-12-01"))).toBeNull();
  });

  test("in the same order for every clock of two days or more, and each before its end", () => {
    const from = fc.date({ min: at("2020-01-01"), max: at("2040-01-01"), noInvalidDate: true });
    const days = fc.double({ min: 6, max: 100, noNaN: true });
    fc.assert(
      fc.property(from, days, (startsAt, length) => {
        const due = new Date(startsAt.getTime() + length * 86_400_000);
        const times = reminderTimes(startsAt, due);
        const order = REMINDERS.map((name) => times[name].getTime());
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(times.overdue).toEqual(due);
        const each = REMINDERS.map((name) => reminderDue({ startsAt, due }, times[name]));
        expect(each).toEqual(REMINDERS);
      }),
    );
  });
});

describe("Shopify waits before it erases", () => {
  it.each([
    ["2026-11-25", null, "shopify-cancel-window", "2026-12-05"],
    ["2026-11-25", "2026-01-01", "shopify-cancel-window", "2026-12-05"],
    ["2026-11-25", "2026-11-01", "shopify-recent-order", "2027-04-30"],
    ["2026-11-25", "2026-06-08", "shopify-cancel-window", "2026-12-05"],
    ["2026-11-25", "2026-06-09", "shopify-recent-order", "2026-12-06"],
  ] as const)("when asked on %s, last order %s: %s until %s", (asked, order, wait, until) => {
    expect(shopifyWait(at(asked), order && at(order))).toEqual({ wait, until: at(until) });
  });
});
