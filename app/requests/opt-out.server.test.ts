import { expect, test } from "vitest";
import { proxied, sentChoice } from "../consent/test-choice.ts";
import { prisma } from "../db/database.server.ts";
import { action } from "../routes/shopper/choice.ts";
import { runDueJobs } from "../test-jobs.ts";
import { useTestStores } from "../test-stores.ts";

useTestStores();

const CALIFORNIA = { region: "US-CA", model: "opt-out", because: "chosen", offered: 15 } as const;
const requestsOf = (shop: string) => prisma().privacyRequest.findMany({ where: { shop } });

async function choose(shop: string, choice: ReturnType<typeof sentChoice>, customerId = "7013345678901") {
  const request = proxied("choice", { method: "POST", body: JSON.stringify(choice), shop, customerId });
  const answer = await action({ request, params: {}, context: {} });
  expect(answer.status).toBe(204);
}

test("a signed-in customer's no to sale is an opt-out request at once, without proof, and once", async () => {
  const shop = "opt-out-1.myshopify.com";
  const choice = sentChoice({ ...CALIFORNIA, allowed: 7, source: "choices-page" });
  await Promise.all([choose(shop, choice), choose(shop, choice)]);
  await choose(shop, sentChoice({ ...CALIFORNIA, allowed: 7, source: "banner" }));
  await runDueJobs();
  expect(await requestsOf(shop)).toMatchObject([
    { kind: "opt-out-of-sale", source: "choices", verifiedBy: "not-needed", region: "US-CA" },
  ]);
});

test("Global Privacy Control alone is one too", async () => {
  const shop = "opt-out-2.myshopify.com";
  await choose(shop, sentChoice({ ...CALIFORNIA, allowed: 7, source: "signal", signal: true, form: "consent" }));
  expect(await requestsOf(shop)).toMatchObject([{ kind: "opt-out-of-sale", source: "signal" }]);
});

test.each([
  ["a guest's no", { ...CALIFORNIA, allowed: 7 }, ""],
  ["a yes", { ...CALIFORNIA, allowed: 15 }, "7013345678901"],
  ["a no where nothing happens without a yes", { allowed: 0, offered: 15 }, "7013345678901"],
  ["a choice that did not ask about sale", { ...CALIFORNIA, allowed: 7, offered: 7 }, "7013345678901"],
])("%s opens none", async (what, changes, customerId) => {
  const shop = `opt-out-${what.length}.example.myshopify.com`;
  await choose(shop, sentChoice(changes), customerId);
  expect(await requestsOf(shop)).toEqual([]);
});
