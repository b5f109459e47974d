import { expect, test } from "vitest";
import { mayEraseShop } from "./may-erase-shop.ts";

const day = (n: number) => new Date(Date.UTC(2026, 10, n));

test.each([
  ["never installed here", { installedAt: null, uninstalledAt: null, triggeredAt: day(10) }, "yes"],
  ["uninstalled and not back", { installedAt: day(1), uninstalledAt: day(8), triggeredAt: day(10) }, "yes"],
  ["back within the 48 hours", { installedAt: day(9), uninstalledAt: null, triggeredAt: day(10) }, "no"],
  ["back after the message was sent", { installedAt: day(11), uninstalledAt: null, triggeredAt: day(10) }, "no"],
  ["back, uninstalled again", { installedAt: day(9), uninstalledAt: day(11), triggeredAt: day(10) }, "yes"],
  ["uninstalled without a word to us", { installedAt: day(1), uninstalledAt: null, triggeredAt: day(10) }, "ask"],
] as const)("a store that was %s: %o → %s", (_story, facts, answer) => {
  expect(mayEraseShop(facts)).toBe(answer);
});
