import { describe, expect, test } from "vitest";
import { pool, prisma } from "../db/database.server.ts";
import { listEvidence } from "../evidence/list-evidence.server.ts";
import { verifyChain } from "../evidence/verify-chain.server.ts";
import { useTestStores } from "../test-stores.ts";
import { listed, withFact, withoutFact, withSingle } from "./change-facts.ts";
import { changeRegister, keepFound, readStoreRegister, type Changer } from "./change-register.server.ts";
import type { SightingFact, VendorFact } from "./facts.ts";
import { factById } from "./kinds.ts";
import { registerKeeper } from "./personal-data.server.ts";
import { usualPurpose } from "./preset-register.ts";
import { decideService, readRegister } from "./store-register.server.ts";
import { vendorFact } from "./vendor-fact.ts";
import { vendorById } from "./vendors.ts";

useTestStores();

const NOW = new Date("2026-11-26T10:00:00Z");
const BY: Changer = { staff: "4711", now: NOW, origin: "interview" };
const CONFIRMED = { status: "confirmed", origin: "staff", ref: "" } as const;
const SEEN = { status: "seen", origin: "shopify", ref: "" } as const;
const CLAIMED = { status: "claimed", origin: "policy", ref: "S19" } as const;
let count = 0;
const newShop = () => `register-${++count}.myshopify.com`;
const last = async (shop: string) => (await listEvidence(shop, {})).entries[0];
const known = (id: string, how: Parameters<typeof vendorFact>[1] = CONFIRMED) =>
  vendorFact(vendorById(id) ?? expect.fail(id), how);
const isUsed = async (shop: string, id: string) => (await readRegister(shop)).find((one) => one.id === id)?.isUsed;

describe("a store's register", () => {
  test("is the usual one until somebody speaks; each change is kept by fact and proved by its id", async () => {
    const shop = newShop();
    expect((await readStoreRegister(shop)).minors.minimumAge).toBeNull();
    const changed = await changeRegister(
      shop,
      (register) => withoutFact(withSingle(register, "minors", { minimumAge: 16 }), "purposes/preferences"),
      BY,
    );
    expect(changed).toEqual({ kind: "kept", ids: ["minors", "purposes/preferences"] });
    const after = await readStoreRegister(shop);
    expect(after.minors).toMatchObject({ minimumAge: 16, status: "confirmed" });
    expect(factById(after, "purposes/preferences")).toBeUndefined();
    expect(await last(shop)).toMatchObject({
      kind: "register.changed",
      facts: { origin: "interview", set: ["minors"], removed: ["purposes/preferences"] },
    });
    // said again, nothing changes and nothing is proved
    expect(await changeRegister(shop, (register) => register, BY)).toEqual({ kind: "kept", ids: [] });
    expect((await listEvidence(shop, {})).entries).toHaveLength(2);
    expect(
      await changeRegister(shop, (register) => withFact(register, usualPurpose("preferences", CONFIRMED)), BY),
    ).toEqual({
      kind: "kept",
      ids: ["purposes/preferences"],
    });
    expect((await verifyChain(shop)).ok).toBe(true);
  });

  test("refuses a fact of the wrong shape, and keeps nothing of that change", async () => {
    const shop = newShop();
    const change = await changeRegister(
      shop,
      (register) =>
        withSingle(withSingle(register, "minors", { minimumAge: 16 }), "publication", { effectiveOn: "soon" }),
      BY,
    );
    expect(change).toMatchObject({ kind: "wrong" });
    expect((await readStoreRegister(shop)).minors.minimumAge).toBeNull();
  });

  test("keeps whoever stands for the store out of sight of a reader of the database, and finds them", async () => {
    const shop = newShop();
    const officer = { contact: "privacy-officer", name: "Ada Ring", value: "ada@ring.example" } as const;
    await changeRegister(shop, (register) => withFact(register, listed("contacts", { ...CONFIRMED, ...officer })), BY);
    expect((await readStoreRegister(shop)).contacts).toMatchObject([officer]);
    const { rows } = await pool().query<{ row: string }>(
      `SELECT t::text AS "row" FROM "RegisterFact" t WHERE "shop" = $1`,
      [shop],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toMatch(/Ada|ring\.example|\\x416461/);
    const person = { subject: "00000000-0000-7000-8000-000000000001", identity: { email: " Ada@Ring.example" } };
    expect(await registerKeeper.find(shop, person)).toMatchObject([{ facts: [{ value: "Ada Ring" }, {}] }]);
    expect(await registerKeeper.find(shop, { ...person, identity: { email: "bob@ring.example" } })).toEqual([]);
  });
});

describe("vendors", () => {
  test("that the register takes in are held by the banner, and those that it drops are not told of", async () => {
    const shop = newShop();
    await changeRegister(shop, (register) => withFact(register, known("klaviyo")), BY);
    expect(await isUsed(shop, "klaviyo")).toBe(true);
    // all that is said is in the table of services: no second copy is kept
    expect(await prisma().registerFact.count({ where: { shop } })).toBe(0);
    const kinds = (await listEvidence(shop, {})).entries.map(({ kind }) => kind);
    expect(kinds).toEqual(["register.changed", "register.service-decided", "chain.started"]);

    const edited: VendorFact = { ...known("klaviyo"), hasDpa: false, transfer: [], needs: 12 };
    await changeRegister(shop, (register) => withFact(register, edited), BY);
    expect((await readRegister(shop)).find(({ id }) => id === "klaviyo")).toMatchObject({ needs: 12 });
    await decideService(shop, { id: "klaviyo", needs: 4, isUsed: true, own: null }, { staff: "4711", now: NOW });
    expect(factById(await readStoreRegister(shop), "vendors/klaviyo")).toMatchObject({ hasDpa: false, needs: 4 });

    await changeRegister(shop, (register) => withoutFact(register, "vendors/klaviyo"), BY);
    expect(await isUsed(shop, "klaviyo")).toBe(false);
    expect(factById(await readStoreRegister(shop), "vendors/klaviyo")).toBeUndefined();
    expect(await changeRegister(shop, (register) => withoutFact(register, "vendors/shopify"), BY)).toMatchObject({
      kind: "wrong",
    });
  });

  test("that nobody knows keep the hosts and cookies that were seen of them", async () => {
    const shop = newShop();
    const sighting: SightingFact = listed("sightings", {
      ...{ ...SEEN, origin: "storefront", service: "own-odd", name: "Odd", isKnown: false },
      ...{ hosts: ["px.odd.example"], cookies: ["odd"] },
    });
    await keepFound(shop, [sighting], { origin: "storefront", wholly: ["sightings"], now: NOW, staff: null });
    expect((await readStoreRegister(shop)).sightings).toEqual([sighting]);
    const odd: VendorFact = { ...known("klaviyo"), id: "vendors/own-odd", vendor: "own-odd", name: "Odd", needs: 8 };
    const accept = await changeRegister(
      shop,
      (register) => withoutFact(withFact(register, odd), "sightings/own-odd"),
      BY,
    );
    expect(accept.kind).toBe("kept");
    const service = (await readRegister(shop)).find(({ id }) => id === "own-odd");
    expect(service).toMatchObject({ hosts: ["px.odd.example"], cookies: { odd: 0 }, needs: 8, isUsed: true });
    expect((await readStoreRegister(shop)).sightings).toEqual([]);
    expect(factById(await readStoreRegister(shop), "cookies/own-odd/odd")).toMatchObject({ needs: 8 });
  });
});

describe("what programs find", () => {
  test("replaces what they found before, and leaves what staff said", async () => {
    const shop = newShop();
    const market = (country: string, how: typeof SEEN | typeof CONFIRMED = SEEN) =>
      listed("markets", { ...how, country });
    const find = (...countries: string[]) =>
      keepFound(
        shop,
        countries.map((country) => market(country)),
        { origin: "shopify", wholly: ["markets"], now: NOW, staff: null },
      );
    expect(await find("DE", "US")).toEqual(["markets/DE", "markets/US"]);
    expect(await find("DE", "US")).toEqual([]);
    await changeRegister(
      shop,
      (register) => withoutFact(withFact(register, market("CH", CONFIRMED)), "markets/US"),
      BY,
    );
    expect(await find("FR", "US")).toEqual(["markets/FR", "markets/DE"]);
    const countries = (await readStoreRegister(shop)).markets.map(({ country }) => country);
    expect(countries.sort()).toEqual(["CH", "FR"]);
    expect(await last(shop)).toMatchObject({ facts: { set: ["markets/FR"], removed: ["markets/DE"], staff: "" } });
  });

  test("is only a claim where a policy says it: a claimed vendor is in the register, and is not held as used", async () => {
    const shop = newShop();
    await changeRegister(shop, (register) => withSingle(register, "minors", { minimumAge: 16 }), BY);
    const { minors } = await readStoreRegister(shop);
    const claims = [known("meta", CLAIMED), { ...minors, ...CLAIMED, minimumAge: 18 }];
    const found = await keepFound(shop, claims, { origin: "policy", wholly: [], now: NOW, staff: "4711" });
    expect(found).toEqual(["vendors/meta"]);
    const register = await readStoreRegister(shop);
    expect(factById(register, "vendors/meta")).toMatchObject({ status: "claimed", ref: "S19" });
    expect(register.minors.minimumAge).toBe(16);
    expect(await isUsed(shop, "meta")).toBe(false);
    await changeRegister(shop, (before) => withFact(before, known("meta")), BY);
    expect(await isUsed(shop, "meta")).toBe(true);
    expect(factById(await readStoreRegister(shop), "vendors/meta")).toMatchObject({ status: "confirmed" });
  });
});
