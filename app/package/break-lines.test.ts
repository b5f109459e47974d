import fc from "fast-check";
import { expect, test } from "vitest";
import { breakLines, partsOf, type Piece } from "./break-lines.ts";

const widthOf = (text: string): number => Array.from(text).length;
const lines = (pieces: readonly Piece[], width: number): string[] =>
  breakLines(pieces, { width, widthOf, partsOf }).map((line) => line.map(({ text }) => text).join(""));

const text = fc.string({ unit: fc.constantFrom("a", "é", "ж", " ", "-", "/", ".", "\u00a0"), maxLength: 60 });
const pieces = fc.array(fc.oneof(fc.record({ text }), fc.record({ text, href: fc.webUrl() })), { maxLength: 5 });

test("lines end at spaces, and after hyphens and slashes", () => {
  expect(lines([{ text: "We keep orders for ten years." }], 12)).toEqual(["We keep", "orders for", "ten years."]);
  expect(lines([{ text: "opt-out of a sale/share" }], 6)).toEqual(["opt-", "out of", "a", "sale/", "share"]);
});

test("a full stop stays with the link before it", () => {
  expect(lines([{ text: "See " }, { text: "their policy", href: "https://a.example" }, { text: "." }], 10)).toEqual([
    "See their",
    "policy.",
  ]);
});

test("a no-break space is kept together", () => {
  expect(lines([{ text: "about 10\u00a0days" }], 9)).toEqual(["about", "10\u00a0days"]);
});

test("an address that is wider than the page goes on in the next line", () => {
  expect(lines([{ text: "abcdefghij" }], 4)).toEqual(["abcd", "efgh", "ij"]);
});

test("no line is wider than the page, and nothing but spaces is lost", () => {
  fc.assert(
    fc.property(pieces, fc.integer({ min: 1, max: 30 }), (some, width) => {
      const made = lines(some, width);
      for (const line of made) expect(widthOf(line)).toBeLessThanOrEqual(width);
      const bare = (one: string): string => one.replaceAll(/[ \u00a0]/g, "");
      expect(bare(made.join(""))).toBe(bare(some.map((piece) => piece.text).join("")));
    }),
  );
});

test("each piece knows its own width, and links stay links", () => {
  fc.assert(
    fc.property(pieces, fc.integer({ min: 1, max: 30 }), (some, width) => {
      const set = breakLines(some, { width, widthOf, partsOf }).flat();
      for (const piece of set) expect(piece.width).toBe(widthOf(piece.text));
      const links = (list: readonly Piece[]): string =>
        list
          .filter(({ href }) => href !== undefined)
          .map((piece) => piece.text)
          .join("")
          .replaceAll(/[ \u00a0]/g, "");
      expect(links(set)).toBe(links(some));
    }),
  );
});
