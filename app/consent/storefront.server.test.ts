import { expect, test } from "vitest";
import { prisma } from "../db/database.server.ts";
import { listEvidence } from "../evidence/list-evidence.server.ts";
import { verifyChain } from "../evidence/verify-chain.server.ts";
import { ShopifyRefused } from "../shopify/shopify-refused.ts";
import { recordInstalled } from "../installation/record-installation.server.ts";
import { useTestStores } from "../test-stores.ts";
import { decideService, readRegister } from "../register/store-register.server.ts";
import { acceptCandidate, listCandidates } from "./candidates.server.ts";
import { examineInstalled, examineStorefront, readExam } from "./examine-storefront.server.ts";
import { readHoldsMarkup } from "./read-holds-markup.server.ts";
import { readRegionPolicies, writeRegionPolicies } from "./keep-region-policies.server.ts";
import { keepSightings, receiveSighting } from "./keep-sightings.server.ts";
import { readTheme } from "./read-theme.server.ts";
import { placeOf } from "./region-policy.ts";
import type { Sighting } from "./sighting.ts";
import { newStore } from "./test-storefront.ts";
import { THEME } from "./test-theme.ts";

useTestStores();

const NOW = new Date("2026-11-24T12:00:00Z");
const BY = { staff: "4711", now: NOW };
const sighting: Sighting = {
  ...{ v: 1, region: "DE", phase: "before", allowed: 0, template: "index", tool: "" },
  ...{ cookies: ["_ga", "odd_cookie"], hosts: ["www.googletagmanager.com", "js.sentry-cdn.com", "nobody.example"] },
  early: ["www.googletagmanager.com"],
};

async function see(shop: string, times = 30): Promise<void> {
  for (let at = 0; at < times; at += 1) receiveSighting(shop, sighting, NOW);
  await keepSightings();
}

const kindsOf = async (shop: string) => (await listEvidence(shop, {})).entries.map(({ kind }) => kind);

test("region policies: what is missing or too weak is written, read back and proved; once more changes nothing", async () => {
  const { shop, state, admin } = newStore();
  state.disabledFeatures = ["COOKIE_BANNER"];
  state.consentPolicies = [
    { countryCode: "DE", regionCode: null, consentRequired: false, dataSaleOptOutRequired: true },
    { countryCode: "JP", regionCode: null, consentRequired: true, dataSaleOptOutRequired: false },
  ];
  const before = await readRegionPolicies(shop, admin);
  expect(before.drift.weaker.map(placeOf)).toEqual(["DE"]);
  const missing = before.drift.missing.map(placeOf);
  expect(missing).toEqual(expect.arrayContaining(["FR", "US-CA", "CA-QC", "BR"]));
  // Japan and Wyoming ask for nothing; Australia is sold to and has no rule of ours
  expect(missing).toContain("AU");
  expect(missing.filter((place) => ["JP", "US-WY", "MX"].includes(place))).toEqual([]);

  const written = await writeRegionPolicies(shop, admin, BY);
  expect(written).toMatchObject({ kind: "written", refused: [], drift: { missing: [], weaker: [] } });
  const stands = state.consentPolicies.map((policy) => [
    placeOf(policy),
    policy.consentRequired,
    policy.dataSaleOptOutRequired,
  ]);
  expect(stands).toEqual(
    expect.arrayContaining([
      ["DE", true, true],
      ["JP", true, false],
      ["US-CA", false, true],
      ["CA-QC", true, false],
      ["CA-ON", false, true],
    ]),
  );
  expect(await kindsOf(shop)).toEqual(["storefront.policies-written", "chain.started"]);

  const count = state.consentPolicies.length;
  expect(await writeRegionPolicies(shop, admin, BY)).toMatchObject({ written: [], refused: [] });
  expect(state.consentPolicies).toHaveLength(count);
  expect(await kindsOf(shop)).toHaveLength(2);
});

test("region policies: nothing is written while Shopify's own banner is on, and the answer says so", async () => {
  const { shop, state, admin } = newStore();
  const before = JSON.stringify(state.consentPolicies);
  expect(await writeRegionPolicies(shop, admin, BY)).toEqual({ kind: "banner-on" });
  expect(JSON.stringify(state.consentPolicies)).toBe(before);
  expect(await kindsOf(shop)).toEqual([]);
});

test("the theme is read with what it includes; what is too large is named; without the scope it is unknown", async () => {
  const { shop, state, admin, adminWith } = newStore();
  state.themeFiles = { ...THEME, "sections/video.liquid": "x".repeat(1_000_001), "snippets/unused.liquid": "" };
  const theme = await readTheme(shop, admin);
  expect(theme?.files.map(({ name }) => name).sort()).toEqual([
    ...["config/settings_data.json", "layout/theme.liquid", "sections/header-group.json", "snippets/tracking.liquid"],
  ]);
  expect(theme?.unread).toEqual(["sections/video.liquid"]);
  expect(await readTheme(shop, adminWith(["write_privacy_settings"]))).toBeNull();
});

test("a look at the storefront says why the banner may not show and what leaks, and proves it when it changes", async () => {
  const { shop, state, admin } = newStore();
  state.themeFiles = { ...THEME };
  await see(shop);
  const exam = await examineStorefront(shop, admin, NOW);
  const found = exam.showing.filter((one) => one.found === "found").map(({ check }) => check);
  expect(found).toEqual(["settings", "own-banner", "other-tool", "policies"]);
  expect(exam.leaks.map(({ kind, name, cause, tag }) => [kind, name, cause, tag?.line])).toEqual([
    ["cookie", "_ga", "elsewhere", undefined],
    ["host", "www.googletagmanager.com", "above-embed", 7],
  ]);
  expect(exam.holdsMarkup).toBe(true);
  expect(await readExam(shop)).toEqual(exam);
  expect(await readHoldsMarkup(shop)).toBe(true);
  expect(await kindsOf(shop)).toEqual(["storefront.examined", "chain.started"]);

  await examineStorefront(shop, admin, new Date(NOW.getTime() + 1000));
  expect(await kindsOf(shop)).toHaveLength(2);

  state.themeFiles = { "layout/theme.liquid": "{{ content_for_header }}", "config/settings_data.json": "{}" };
  state.disabledFeatures = ["COOKIE_BANNER"];
  const later = await examineStorefront(shop, admin, new Date(NOW.getTime() + 2000));
  expect(later.showing.filter((one) => one.found === "found").map(({ check }) => check)).toEqual([
    "embed",
    "settings",
    "policies",
  ]);
  expect(await readHoldsMarkup(shop)).toBe(false);
  expect(await kindsOf(shop)).toHaveLength(3);
  expect(await verifyChain(shop)).toMatchObject({ ok: true });
});

test("a look without any scope leaves its parts unknown; without an answer of Shopify's it fails and keeps nothing", async () => {
  const { shop, adminWith } = newStore();
  const exam = await examineStorefront(shop, adminWith([]), NOW);
  const unknown = exam.showing.filter(({ found }) => found === "unknown").map(({ check }) => check);
  expect(unknown).toEqual(["embed", "nothing-to-ask", "own-banner", "policies"]);
  expect(exam).toMatchObject({ theme: null, weakRegions: null, holdsMarkup: true });

  const other = newStore();
  const away = () => Promise.reject(new ShopifyRefused("UNREACHABLE", "PublishedSettings"));
  await expect(examineStorefront(other.shop, away, NOW)).rejects.toThrow(ShopifyRefused);
  expect(await readExam(other.shop)).toBeNull();
});

test("what pages report becomes candidates, and one click puts a candidate into the register, with proof", async () => {
  const { shop } = newStore();
  await see(shop);
  const candidates = await listCandidates(shop, NOW);
  expect(candidates.map(({ id, isKnown }) => [id, isKnown])).toEqual([
    ["google-analytics", true],
    ["google-tag-manager", true],
    ["own-cookie-odd-cookie", false],
    ["own-nobody-example", false],
    ["own-sentry", false],
  ]);
  expect(await acceptCandidate(shop, "google-tag-manager", null, BY)).toEqual({ kind: "kept" });
  expect(await acceptCandidate(shop, "own-nobody-example", null, BY)).toMatchObject({ kind: "wrong" });
  expect(await acceptCandidate(shop, "own-nobody-example", 12, BY)).toEqual({ kind: "kept" });
  expect(await acceptCandidate(shop, "own-cookie-odd-cookie", 2, BY)).toEqual({ kind: "kept" });
  expect(await acceptCandidate(shop, "not-there", 2, BY)).toEqual({ kind: "unknown" });
  const register = await readRegister(shop);
  expect(register.filter(({ isUsed }) => isUsed).map(({ id, needs, isOwn }) => [id, needs, isOwn])).toEqual([
    ["google-tag-manager", 2, false],
    ["own-cookie-odd-cookie", 2, true],
    ["own-nobody-example", 12, true],
  ]);
  expect((await listCandidates(shop, NOW)).map(({ id }) => id)).toEqual(["google-analytics", "own-sentry"]);
  expect(await kindsOf(shop)).toEqual([...Array<string>(3).fill("register.service-decided"), "chain.started"]);
  expect((await readRegister(newStore().shop)).some(({ isUsed }) => isUsed)).toBe(false);
});

test("a service of the store's own is refused when it is not complete, or takes a known one's name", async () => {
  const { shop } = newStore();
  const own = {
    ...{ id: "own-x", name: "X", company: "", country: "", hosts: ["x.example"], needs: 4, cookies: {} },
    ...{ privacyUrl: "", optOutUrl: "", checked: "2026-11-24" },
  };
  const decide = (change: object, id = "own-x") =>
    decideService(shop, { id, needs: null, isUsed: true, own: { ...own, id, ...change } }, BY);
  const wrong = [
    { name: "" },
    { hosts: ["http://x.example/path"] },
    { needs: 16 },
    { privacyUrl: "javascript:alert(1)" },
  ];
  for (const change of wrong) expect(await decide(change), JSON.stringify(change)).toMatchObject({ kind: "wrong" });
  expect(await decide({}, "meta")).toMatchObject({ kind: "wrong" });
  expect(await decideService(shop, { id: "gone", needs: null, isUsed: true, own: null }, BY)).toMatchObject({
    kind: "wrong",
  });
  expect(await decideService(shop, { id: "meta", needs: 99, isUsed: true, own: null }, BY)).toMatchObject({
    kind: "wrong",
  });
  expect(await prisma().storeService.count({ where: { shop } })).toBe(0);
  expect(await decide({})).toEqual({ kind: "kept" });
});

test("a store that left is passed over", async () => {
  const gone = newStore().shop;
  await recordInstalled(gone, { scopes: [] }, NOW);
  await prisma().shop.update({ where: { shop: gone }, data: { uninstalledAt: NOW } });
  await examineInstalled(gone, NOW);
  expect(await readExam(gone)).toBeNull();
});
