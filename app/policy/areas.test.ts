import fc from "fast-check";
import { expect, test } from "vitest";
import { AREAS, areasOf, regionsOf } from "./areas.ts";
import { cutText } from "./mark-text.ts";

test("the areas of a store are those that it ships to, and the usual ones while nobody knows", () => {
  expect(areasOf(["US", "DE", "FR"])).toEqual(["eu", "california", "us-states"]);
  expect(areasOf(["CA"])).toEqual(["quebec", "canada"]);
  expect(areasOf(["BR"])).toEqual(["eu", "gb", "california", "quebec"]);
  expect(areasOf([])).toEqual(["eu", "gb", "california", "quebec"]);
});

test("of Europe the countries that the store ships to are looked at", () => {
  expect(regionsOf(["eu", "gb"], ["US", "FR", "NL"])).toEqual(["FR", "NL", "GB"]);
  expect(regionsOf(["eu", "california"], [])).toEqual(["DE", "US-CA"]);
  expect(regionsOf([...AREAS], []).every((region) => /^[A-Z]{2}(-[A-Z]{2})?$/.test(region))).toBe(true);
});

test("a text cut at stretches is still the text, and each stretch is covered by its own pieces", () => {
  const stretch = fc
    .tuple(fc.nat(60), fc.nat(60))
    .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }));
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 50 }), fc.array(stretch, { maxLength: 8 }), (text, stretches) => {
      const pieces = cutText(text, stretches);
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      stretches.forEach(({ start, end }, number) => {
        const own = pieces.filter(({ covered }) => covered.includes(number)).map((piece) => piece.text);
        if (end <= text.length) expect(own.join("")).toBe(text.slice(start, end));
      });
    }),
  );
});
