import fc from "fast-check";
import { expect, test } from "vitest";
import { emailCourse } from "./email-course.ts";

const DAY = 86_400_000;
const askedAt = new Date("2026-11-01T10:00:00Z");
const on = (days: number): Date => new Date(askedAt.getTime() + days * DAY);

test("a mail at once, two reminders a week apart, then silence counts as silence", () => {
  const at = (days: number) => emailCourse({ askedAt, now: on(days), dueAt: on(30) });
  expect(at(0)).toEqual({ kind: "mail", number: 0, checkAt: on(7) });
  expect(at(7)).toEqual({ kind: "mail", number: 1, checkAt: on(14) });
  expect(at(14)).toEqual({ kind: "mail", number: 2, checkAt: on(30) });
  expect(at(29)).toEqual({ kind: "mail", number: 2, checkAt: on(30) });
  expect(at(30)).toEqual({ kind: "silent" });
});

test("a processor that is asked late still has a week", () => {
  expect(emailCourse({ askedAt, now: askedAt, dueAt: on(-1) })).toEqual({ kind: "mail", number: 0, checkAt: on(7) });
});

test("the course always comes to its end", () => {
  fc.assert(
    fc.property(fc.integer({ min: -100, max: 400 }), (due) => {
      let now = askedAt;
      for (let step = 0; step < 10; step++) {
        const next = emailCourse({ askedAt, now, dueAt: on(due) });
        if (next.kind === "silent") return;
        expect(next.checkAt.getTime()).toBeGreaterThan(now.getTime());
        now = next.checkAt;
      }
      throw new Error("no end");
    }),
  );
});
