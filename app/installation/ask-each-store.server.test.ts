import { beforeAll, expect, it } from "vitest";
import { prisma } from "../db/database.server.ts";
import { queue } from "../jobs/queue.server.ts";
import { useTestStores } from "../test-stores.ts";
import { askEachStore } from "./ask-each-store.server.ts";

useTestStores();

const NOW = new Date("2026-11-27T12:00:00Z");
/** More than are asked for in one go. */
const MANY = 1_200;
const shops = Array.from({ length: MANY }, (_, at) => `many-${String(at).padStart(4, "0")}.myshopify.com`);
const [here = "", gone = "", never = ""] = shops;

beforeAll(async () => {
  await prisma().shop.createMany({ data: shops.map((shop) => ({ shop, installedAt: NOW })) });
  await prisma().shop.update({ where: { shop: gone }, data: { uninstalledAt: NOW } });
  await prisma().shop.update({ where: { shop: never }, data: { installedAt: null } });
  const copy = { number: 1, keptHash: "", checkedAt: NOW };
  await prisma().policyWatch.createMany({ data: [here, gone].map((shop) => ({ shop, ...copy })) });
});

const asked = async (name: Parameters<typeof askEachStore>[0]) =>
  (await queue().fetch<{ shop: string }>(name, { batchSize: 5_000 })).map(({ data }) => data.shop).sort();

it("every store that has the app is asked for once, however often it is asked and however many there are", async () => {
  await askEachStore("register.read-shopify", "installed");
  await askEachStore("register.read-shopify", "installed");
  expect(await asked("register.read-shopify")).toEqual(shops.filter((shop) => shop !== gone && shop !== never));
});

it("what lies with Candor is looked after also for a store that has left", async () => {
  await askEachStore("retention.run", "on-file");
  expect(await asked("retention.run")).toEqual(shops);
  await askEachStore("policy.watch", "with-policy");
  expect(await asked("policy.watch")).toEqual([here, gone]);
});

it("a token is renewed for each store that has one, and not for the sessions of its staff", async () => {
  const session = { sealed: Buffer.from("sealed") };
  await prisma().session.createMany({
    data: [
      { id: "offline", shop: here, isOnline: false, ...session },
      { id: "online", shop: gone, isOnline: true, ...session },
    ],
  });
  await askEachStore("sessions.renew", "with-token");
  expect(await asked("sessions.renew")).toEqual([here]);
});
