import { expect, test } from "vitest";
import { publishedState } from "./published-state.ts";

const at = new Date("2026-11-24T10:00:00Z");

test("nothing is behind before the first publishing: it is simply not published", () => {
  expect(publishedState({ version: 1, publishedVersion: null, publishedAt: null, drift: null })).toEqual({
    ...{ at: null, isBehind: false, drift: null },
  });
});

test("what was saved after the last publishing is behind", () => {
  expect(publishedState({ version: 3, publishedVersion: 2, publishedAt: at, drift: null }).isBehind).toBe(true);
  expect(publishedState({ version: 3, publishedVersion: 3, publishedAt: at, drift: null }).isBehind).toBe(false);
});

test.each(["missing", "changed", "of a later version"])("drift that is %s is said in a sentence", (drift) => {
  expect(publishedState({ version: 1, publishedVersion: 1, publishedAt: at, drift }).drift).toMatch(/^[A-Z].+\.$/);
});
