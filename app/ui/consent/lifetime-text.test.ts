import { expect, test } from "vitest";
import { lifetimeText } from "./lifetime-text.ts";

test.each([
  [0, "Until the browser closes"],
  [0.0001, "1 minute"],
  [0.02, "29 minutes"],
  [0.5, "12 hours"],
  [1, "24 hours"],
  [30, "30 days"],
  [90, "3 months"],
  [365, "12 months"],
  [390, "13 months"],
  [730, "2 years"],
])("a cookie of %f days is kept for: %s", (days, words) => {
  expect(lifetimeText(days)).toBe(words);
});
