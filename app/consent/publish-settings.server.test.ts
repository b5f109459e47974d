import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, setStage, type Stage } from "../../standin/for-tests.ts";
import { prisma } from "../db/database.server.ts";
import { learnProxyPath } from "../installation/proxy-path.server.ts";
import { queue } from "../jobs/queue.server.ts";
import { adminGraphqlOver, type AdminGraphql } from "../shopify/admin-graphql.server.ts";
import { useTestStores } from "../test-stores.ts";
import { checkSettings } from "./check-settings.server.ts";
import { hashIn, makeSettings, publishInstalled, publishSettings, readValue } from "./publish-settings.server.ts";
import { readSavedDecisions, saveDecisions } from "./save-decisions.server.ts";
import { askAnew, USUAL_DECISIONS } from "./settings.ts";
import type { StorefrontSettings } from "./storefront-settings.ts";

useTestStores();

const NOW = new Date("2026-11-24T12:00:00Z");
let stage: Stage;
let admin: AdminGraphql;
beforeAll(async () => {
  stage = await setStage();
  admin = adminGraphqlOver((query, { variables }) =>
    Promise.resolve(Response.json(ask(stage.standin, query, { variables }))),
  );
});
afterAll(() => stage.close());

const kindsOf = async (shop: string) =>
  (await prisma().evidenceEntry.findMany({ where: { shop }, orderBy: { seq: "asc" } })).map(({ kind }) => kind);
const published = async () => JSON.parse((await readValue(admin)) ?? "null") as StorefrontSettings;

test("settings reach the storefront under their hash, once as evidence, and what the hash stands for is kept", async () => {
  const shop = "published.myshopify.com";
  await publishSettings(shop, admin, NOW);
  await publishSettings(shop, admin, NOW);
  const settings = await published();
  expect(settings.terms.offered).toBe(15);
  expect(settings.hosts).toContain(" google-analytics.com=2 ");
  expect(settings.hash).toBe(hashIn(JSON.stringify(settings)));
  const wording = await prisma().consentWording.findUnique({ where: { shop_hash: { shop, hash: settings.hash } } });
  expect(hashIn(wording?.body ?? null)).toBe(settings.hash);
  expect(await kindsOf(shop)).toEqual(["chain.started", "consent.settings-published"]);
});

test("the banner learns where the app proxy was moved to, and settings are published again with it", async () => {
  const shop = "moved.myshopify.com";
  await prisma().shop.create({ data: { shop, scopes: [] } });
  const proxyOf = async () =>
    (JSON.parse((await makeSettings(shop, USUAL_DECISIONS)).body) as StorefrontSettings).proxy;
  expect(await proxyOf()).toBe("/apps/privacy");
  await learnProxyPath(shop, "/tools/choices");
  expect(await proxyOf()).toBe("/tools/choices");
  const jobs = await queue().fetch<{ shop: string }>("consent.publish", { batchSize: 100 });
  expect(jobs.map(({ data }) => data.shop)).toContain(shop);
  await learnProxyPath(shop, "/elsewhere/choices");
  await learnProxyPath(shop, "//evil.example");
  expect(await proxyOf()).toBe("/tools/choices");
});

test("in Google's advanced mode its own tags are not held; everybody else's are", async () => {
  const google = { ...USUAL_DECISIONS.google, mode: "advanced" as const };
  const { body } = await makeSettings("advanced.myshopify.com", { ...USUAL_DECISIONS, google });
  const { hosts } = JSON.parse(body) as StorefrontSettings;
  expect(hosts).not.toMatch(/google-analytics|googletagmanager|doubleclick|googleadservices/);
  expect(hosts).toContain(" connect.facebook.net=");
});

test("decisions are saved with the version that was read, and published by a job", async () => {
  const shop = "saved.myshopify.com";
  expect(await saveDecisions(shop, USUAL_DECISIONS, { version: 0, now: NOW })).toEqual({ kind: "saved", version: 1 });
  expect(await saveDecisions(shop, USUAL_DECISIONS, { version: 0, now: NOW })).toEqual({ kind: "changed" });
  const asked = askAnew(USUAL_DECISIONS, 4);
  expect(await saveDecisions(shop, asked, { version: 1, now: NOW })).toEqual({ kind: "saved", version: 2 });
  const unreadable = { ...asked, look: { ...asked.look, text: "#fefefe" } };
  expect(await saveDecisions(shop, unreadable, { version: 2, now: NOW })).toMatchObject({ kind: "wrong" });
  const jobs = await queue().fetch<{ shop: string }>("consent.publish", { batchSize: 10 });
  expect(new Set(jobs.map(({ data }) => data.shop))).toEqual(new Set([shop]));
  await publishSettings(shop, admin, NOW);
  expect((await published()).terms).toMatchObject({ policy: 2, changes: [[2, 4]] });
  expect(await readSavedDecisions(shop)).toMatchObject({ decisions: asked, version: 2, publishedVersion: 2 });
});

test("settings that somebody changed or removed are noticed, are evidence once, and are published again", async () => {
  const shop = "drifted.myshopify.com";
  await publishSettings(shop, admin, NOW);
  expect(await checkSettings(shop, admin, NOW)).toBeNull();
  const fields = Object.values(stage.standin.world.state.shops).flatMap(({ metafields }) =>
    Object.values(metafields).flat(),
  );
  const field = fields.find(({ key }) => key === "storefront");
  if (!field) throw new Error("nothing was published");
  field.value = JSON.stringify({ ...(await published()), hosts: {} });
  expect(await checkSettings(shop, admin, NOW)).toBe("changed");
  expect(await checkSettings(shop, admin, NOW)).toBe("changed");
  expect(await kindsOf(shop)).toEqual(["chain.started", "consent.settings-published", "consent.settings-drifted"]);
  expect(await queue().fetch("consent.publish", { batchSize: 10 })).not.toHaveLength(0);
  await publishSettings(shop, admin, NOW);
  expect(await checkSettings(shop, admin, NOW)).toBeNull();
});

test("a store that has left is passed over", async () => {
  await publishInstalled("left.myshopify.com", NOW);
  expect(await prisma().consentSettings.count({ where: { shop: "left.myshopify.com" } })).toBe(0);
});
