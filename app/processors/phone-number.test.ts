import fc from "fast-check";
import { expect, test } from "vitest";
import { toE164 } from "./phone-number.ts";

test.each([
  ["+49 (171) 123-4567", "+491711234567"],
  ["0049 171 1234567", "+491711234567"],
  ["0171 1234567", null],
  ["", null],
  [undefined, null],
  ["+0 1", null],
  ["+1234567890123456", null],
])("%j as an API wants it is %j", (phone, number) => {
  expect(toE164(phone)).toBe(number);
});

test("a number in its form stays as it is", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const number = toE164(text);
      if (number !== null) expect(toE164(number)).toBe(number);
    }),
  );
});
