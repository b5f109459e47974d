import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical, type Canonical } from "./canonical.ts";

const texts = fc.string({ unit: "grapheme" });
const values = fc.letrec<{ value: Canonical }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    texts,
    fc.array(tie("value")),
    fc.dictionary(texts, tie("value"), { noNullPrototype: true }),
  ),
})).value;

test("keys stand in the order of RFC 8785, section 3.2.3", () => {
  const value = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 };
  expect(canonical(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
});

test("strings are escaped as in RFC 8785, section 3.2.2.2, and not normalised", () => {
  expect(canonical('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  expect(canonical("\u00e9")).not.toBe(canonical("e\u0301"));
});

test("there is no white space, and nothing but the value", () => {
  expect(canonical({ b: [1, true, null, "x"], a: {} })).toBe('{"a":{},"b":[1,true,null,"x"]}');
});

test("numbers that languages spell differently are refused", () => {
  for (const number of [0.1, 2 ** 53, NaN, Infinity, -(2 ** 60)]) expect(() => canonical(number)).toThrow(RangeError);
  expect(canonical(-0)).toBe("0");
});

test("half a character is refused, as a value and as a key", () => {
  expect(() => canonical("\ud83d")).toThrow(RangeError);
  expect(() => canonical({ "\ude00": 1 })).toThrow(RangeError);
});

test("what was written reads back as the same value", () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("a value read back is spelled the same again, whatever the order of its keys", () => {
  fc.assert(
    fc.property(values, (value) => {
      const text = canonical(value);
      expect(canonical(JSON.parse(text) as Canonical)).toBe(text);
    }),
  );
  fc.assert(
    fc.property(fc.dictionary(texts, fc.maxSafeInteger(), { noNullPrototype: true }), (value) => {
      expect(canonical(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonical(value));
    }),
  );
});
