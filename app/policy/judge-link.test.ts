import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeLink } from "./judge-link.ts";

const URL = "https://www.example.com/legal/privacy";

test.each([
  [200, "", "fine"],
  [204, "", "fine"],
  [404, "", "gone"],
  [410, "", "gone"],
  [301, "https://example.com/legal/privacy/", "fine"],
  [301, "/de/legal/privacy", "fine"],
  [308, "https://www.example.com/en-gb/Legal/Privacy", "fine"],
  [302, "https://consent.example.com/", "fine"],
  [301, "https://www.example.com/", "moved"],
  [308, "https://bought-it.example/privacy", "moved"],
  [301, "", "fine"],
  [301, "http://[", "unknown"],
  [403, "", "unknown"],
  [429, "", "unknown"],
  [503, "", "unknown"],
] as const)("an answer of %d that leads to “%s” makes the link %s", (status, location, state) => {
  expect(judgeLink(URL, { status, location })).toBe(state);
});

test("whatever a server answers, a link is called dead only by 404 and 410", () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), fc.string(), (status, location) => {
      expect(judgeLink(URL, { status, location }) === "gone").toBe(status === 404 || status === 410);
    }),
  );
});
