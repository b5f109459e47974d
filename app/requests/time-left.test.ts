import { describe, expect, test } from "vitest";
import { timeLeft } from "./time-left.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const inHours = (hours: number) => timeLeft(new Date(NOW.getTime() + hours * 3_600_000), NOW);

describe("the time a request has left", () => {
  test("is told in whole days, rounded down", () => {
    expect(inHours(12 * 24 + 23)).toEqual({ words: "12 days left", urgency: "calm" });
    expect(inHours(24)).toEqual({ words: "1 day left", urgency: "soon" });
  });

  test("is told in hours on the last day", () => {
    expect(inHours(5.9).words).toBe("5 hours left");
    expect(inHours(1).words).toBe("1 hour left");
    expect(inHours(0.5).words).toBe("less than an hour left");
  });

  test("is short from a week before the deadline on", () => {
    expect(inHours(7 * 24).urgency).toBe("soon");
    expect(inHours(7 * 24 + 1).urgency).toBe("calm");
  });

  test("is over once the deadline has passed", () => {
    expect(inHours(0).urgency).toBe("soon");
    expect(inHours(-3)).toEqual({ words: "3 hours overdue", urgency: "overdue" });
    expect(inHours(-49)).toEqual({ words: "2 days overdue", urgency: "overdue" });
  });
});
