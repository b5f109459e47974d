import { expect, test } from "vitest";
import type { Exam } from "../consent/exam.ts";
import { useTestStores } from "../test-stores.ts";
import { findingsOf } from "./examine-storefront.server.ts";
import { newShop, ops } from "./test-ops.ts";
import { findingLine } from "./result.ts";

useTestStores();

const exam: Exam = {
  ...{ v: 1, at: "2026-11-24T12:00:00.000Z", weakRegions: [], holdsMarkup: false },
  theme: { id: "1", name: "Dawn", tags: [], unread: ["sections/big.liquid"] },
  showing: [
    { check: "embed", found: "found", what: "Candor is switched off.", todo: "Switch it on.", link: "https://admin" },
    { check: "settings", found: "fine", what: "Your settings are published.", todo: "", link: null },
  ],
  leaks: [
    {
      ...{ kind: "host", name: "bat.bing.com", service: "microsoft-uet", serviceName: "UET", phase: "before" },
      ...{ lacked: ["marketing"], region: "DE", share: 0.31, seen: 31, views: 100, tag: null },
      ...{ cause: "elsewhere", severity: "high" },
    },
  ],
};

test("storefront examine says in a line each what was looked at and what to do", () => {
  expect(findingsOf(exam).map(findingLine)).toEqual([
    "fail embed: Candor is switched off. — Switch it on. https://admin",
    "ok   settings: Your settings are published.",
    "fail leak: bat.bing.com ran before consent on 31 % of page views from Germany. — It was not found in the theme. Another app loads it; ask its maker, or switch its embed off.",
    "warn theme: The file sections/big.liquid could not be read.",
  ]);
});

test("storefront examine of a store that does not let the app in fails with a sentence", async () => {
  const told = await ops("storefront", "examine", "--shop", newShop());
  expect(told).toMatchObject({ exitCode: 1, text: "" });
  expect(told.error).toContain("no valid access to this store");
});
