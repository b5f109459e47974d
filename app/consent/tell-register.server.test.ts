import { expect, test } from "vitest";
import { askAnew, USUAL_DECISIONS } from "./settings.ts";
import { useTestStores } from "../test-stores.ts";
import { inTransaction } from "../db/database.server.ts";
import { changeRegister, readStoreRegister } from "../register/change-register.server.ts";
import { withFact, withSingle } from "../register/change-facts.ts";
import { factById } from "../register/kinds.ts";
import { presetRegister } from "../register/preset-register.ts";
import { readAtShopify } from "../register/read-shopify.server.ts";
import { acceptCandidate } from "./candidates.server.ts";
import { keepSightings, receiveSighting } from "./keep-sightings.server.ts";
import { applyBanner, readSavedDecisions, saveDecisions } from "./save-decisions.server.ts";
import type { Sighting } from "./sighting.ts";
import { tellRegister } from "./tell-register.server.ts";
import { newStore } from "./test-storefront.ts";

useTestStores();

const NOW = new Date("2026-11-24T12:00:00Z");
const BY = { staff: "4711", now: NOW, origin: "staff" } as const;
const sighting: Sighting = {
  ...{ v: 1, region: "DE", phase: "before", allowed: 0, template: "index", tool: "" },
  ...{ cookies: [], hosts: ["static.klaviyo.com", "nobody.example"], early: [] },
};

async function see(shop: string, times: number, hosts = sighting.hosts): Promise<void> {
  for (let at = 0; at < times; at += 1) receiveSighting(shop, { ...sighting, hosts }, NOW);
  await keepSightings();
  await tellRegister(shop, NOW);
}

test("what pages load and the register lacks is told to it, once more than a visitor or two reported it", async () => {
  const { shop } = newStore();
  await see(shop, 2);
  expect((await readStoreRegister(shop)).sightings).toEqual([]);
  await see(shop, 3);
  const { sightings } = await readStoreRegister(shop);
  expect(sightings.map(({ service, isKnown }) => [service, isKnown])).toEqual([
    ["klaviyo", true],
    ["own-nobody-example", false],
  ]);
  // taken in on the page of services, it is no news from that moment on
  await acceptCandidate(shop, "klaviyo", null, BY);
  const register = await readStoreRegister(shop);
  expect(register.sightings.map(({ service }) => service)).toEqual(["own-nobody-example"]);
  expect(factById(register, "vendors/klaviyo")).toMatchObject({ status: "confirmed" });
});

test("the register says of the banner what its settings say, and changes them when it says otherwise", async () => {
  const { shop } = newStore();
  const { offered, honoursNoTrack, forMinors } = USUAL_DECISIONS;
  expect(presetRegister().banner).toMatchObject({ offered, honoursNoTrack, forMinors });
  const decisions = askAnew({ ...USUAL_DECISIONS, offered: 6 }, 2);
  await saveDecisions(shop, decisions, { version: 0, now: NOW });
  expect((await readStoreRegister(shop)).banner).toMatchObject({ offered: 6, status: "seen" });

  const change = { offered: 14, forMinors: true };
  const asStaff = (register: ReturnType<typeof presetRegister>) =>
    withFact(withSingle(register, "minors", { isDirectedToChildren: true }), { ...register.banner, ...change });
  expect(await changeRegister(shop, asStaff, BY)).toMatchObject({ kind: "wrong" });
  const setBanner: NonNullable<Parameters<typeof changeRegister>[2]["setBanner"]> = (tx, of, banner) =>
    applyBanner(tx, of, banner, NOW);
  expect(await changeRegister(shop, asStaff, { ...BY, setBanner })).toEqual({
    kind: "kept",
    ids: ["minors", "banner"],
  });
  const saved = await readSavedDecisions(shop);
  expect(saved).toMatchObject({ version: 2, decisions: { ...decisions, ...change } });
  expect((await readStoreRegister(shop)).banner).toMatchObject(change);
});

test("settings that were never saved are saved with what the register says", async () => {
  const { shop } = newStore();
  const banner = { ...presetRegister().banner, honoursNoTrack: true };
  await inTransaction((tx) => applyBanner(tx, shop, banner, NOW));
  expect(await readSavedDecisions(shop)).toMatchObject({ version: 1, decisions: { honoursNoTrack: true } });
});

test("what Shopify shows begins the register; languages as far as the merchant lets Candor see them", async () => {
  const { shop, admin, adminWith } = newStore();
  const first = await readAtShopify(shop, admin, NOW);
  expect(first).toEqual(expect.arrayContaining(["store", "markets/DE", "contacts/email", "sightings/sendcloud"]));
  const register = await readStoreRegister(shop);
  expect(register.store).toMatchObject({ country: "US", status: "seen" });
  expect(register.languages).toEqual([]);
  expect(await readAtShopify(shop, adminWith(["read_locales"]), NOW)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^languages\//)]),
  );
  expect(await readAtShopify(shop, adminWith(["read_locales"]), NOW)).toEqual([]);
  expect((await readStoreRegister(shop)).languages.length).toBeGreaterThan(0);
});
