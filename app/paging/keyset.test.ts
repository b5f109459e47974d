import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutPage, readPlace, readTurn, writePlace, type Place, type Turn } from "./keyset.ts";

const place = fc.record({ at: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }), id: fc.uuid() });
const LIMIT = 3;

/** What a database answers: the rows behind (or in front of) a place, nearest first, one more than a page. */
function walk(list: readonly Place[], turn: Turn): Place[] {
  if (turn === undefined) return list.slice(0, LIMIT + 1);
  if ("after" in turn) {
    const at = list.findIndex(({ id }) => id === turn.after.id);
    return list.slice(at + 1, at + LIMIT + 2);
  }
  const at = list.findIndex(({ id }) => id === turn.before.id);
  return list.slice(Math.max(0, at - LIMIT - 1), at).reverse();
}

describe("places", () => {
  test("are read back as they were written", () => {
    fc.assert(
      fc.property(place, (one) => {
        expect(readPlace(writePlace(one))).toEqual(one);
      }),
    );
  });

  test("that make no sense ask for the first page", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readTurn(text, `${text}_`)).toBeUndefined();
      }),
    );
  });
});

describe("pages", () => {
  test("turned forwards show every row once, and backwards the same pages again", () => {
    fc.assert(
      fc.property(fc.uniqueArray(place, { selector: ({ id }) => id, minLength: 1, maxLength: 20 }), (list) => {
        const pages = [];
        let turn: Turn;
        do {
          const page = cutPage(walk(list, turn), turn, LIMIT, (row) => row);
          pages.push(page);
          turn = readTurn(page.next, null);
        } while (turn);
        expect(pages.flatMap(({ rows }) => rows)).toEqual(list);
        expect(pages[0]?.previous).toBeNull();
        for (const [index, { previous }] of pages.entries()) {
          if (index === 0) continue;
          const back = readTurn(null, previous);
          const page = cutPage(walk(list, back), back, LIMIT, (row) => row);
          expect(page.rows).toEqual(pages[index - 1]?.rows);
          expect(page.previous === null).toBe(index === 1);
        }
      }),
    );
  });
});
