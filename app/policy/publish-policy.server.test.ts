import { beforeAll, describe, expect, it } from "vitest";
import { newStore, type TestStore } from "../consent/test-storefront.ts";
import { readSavedDecisions } from "../consent/save-decisions.server.ts";
import { followPolicy } from "../consent/follow-policy.server.ts";
import { prisma } from "../db/database.server.ts";
import { listEvidence } from "../evidence/list-evidence.server.ts";
import { ANALYTICS } from "../law/purposes.ts";
import { changeRegister } from "../register/change-register.server.ts";
import { listed, withFact, withSingle } from "../register/change-facts.ts";
import type { Provenance } from "../register/fact.ts";
import { useTestStores } from "../test-stores.ts";
import { draftPolicy } from "./draft-policy.server.ts";
import { mendIssue } from "./issues.ts";
import { publishPolicy, putBack } from "./publish-policy.server.ts";
import { listVersions, readPolicy } from "./read-versions.server.ts";
import { readDrift, takeOver, watchPolicy } from "./watch-policy.server.ts";

useTestStores();

const OWNER = 81001;
const CLERK = 81002;
const NOW = new Date("2026-11-25T12:00:00Z");
const TODAY = "2026-11-25";
const SAID: Provenance = { status: "confirmed", origin: "interview", ref: "" };
const BY = { staff: String(OWNER), now: NOW, origin: "interview" as const };
const SCOPES = ["write_legal_policies"];

async function sayEverything(shop: string): Promise<void> {
  await changeRegister(
    shop,
    (register) => {
      let said = withSingle(register, "store", {
        legalName: "Rosewood LLC",
        country: "US",
        domains: ["rosewood.example"],
      });
      said = withSingle(said, "advertising", { isTargeted: false, sellsForMoney: false });
      said = withSingle(said, "minors", { minimumAge: 18 });
      said = withSingle(said, "doNotTrack", { response: "ignored" });
      said = withSingle(said, "globalPrivacyControl", { response: "where-required" });
      for (const country of ["US", "DE"]) said = withFact(said, listed("markets", { ...SAID, country }));
      for (const language of ["en", "de", "ar", "eo"])
        said = withFact(said, listed("languages", { ...SAID, language, isPrimary: language === "en" }));
      said = withFact(
        said,
        listed("contacts", { ...SAID, contact: "email", name: "", value: "privacy@rosewood.example" }),
      );
      return said;
    },
    BY,
  );
  for (let round = 0; round < 40; round++) {
    const { issues, register } = await draftPolicy(shop, TODAY, NOW);
    const blocking = issues.find(({ severity, isMendable }) => severity === "blocking" && isMendable);
    if (!blocking) return;
    const mended = mendIssue(register, blocking, TODAY);
    if (mended) await changeRegister(shop, () => mended, BY);
  }
}

const publish = (store: TestStore, number: number, staff = OWNER) =>
  publishPolicy(store.shop, {
    ...{ staff: String(staff), now: NOW, effectiveOn: TODAY, number },
    admin: store.adminWith(SCOPES, staff),
  });

describe("a policy", () => {
  const store = newStore();
  const { shop } = store;

  beforeAll(async () => {
    await prisma().shop.create({ data: { shop, installedAt: NOW, scopes: SCOPES } });
  });

  it("is not published while something grave is missing", async () => {
    expect(await publish(store, 1)).toMatchObject({ kind: "blocked" });
    expect(await listVersions(shop)).toEqual([]);
  });

  it("is there in every language while nobody has said which ones the storefront speaks", async () => {
    const { languages, missing } = await draftPolicy(shop, TODAY, NOW);
    expect(languages[0]).toBe("en");
    expect(languages).toEqual(expect.arrayContaining(["ar", "de", "fr"]));
    expect(missing).toEqual([]);
  });

  it("is published in the store's languages, at Shopify too, with its evidence", async () => {
    await sayEverything(shop);
    const draft = await draftPolicy(shop, TODAY, NOW);
    expect(draft.issues.filter(({ severity }) => severity === "blocking")).toEqual([]);
    expect(draft.missing).toEqual(["eo"]);
    expect(await publish(store, 1)).toEqual({ kind: "published", number: 1, atShopify: null });
    expect(store.state.policies["PRIVACY_POLICY"]?.body).toContain("Rosewood LLC");
    const [version] = await listVersions(shop);
    expect(version).toMatchObject({ number: 1, effectiveOn: TODAY, languages: ["en", "ar", "de"] });
    const german = await readPolicy(shop, { number: null, today: TODAY, wanted: ["de"] });
    expect(german?.html).toContain("Datenschutz");
    const { entries } = await listEvidence(shop, { limit: 20 });
    expect(entries.map(({ kind }) => kind)).toContain("policy.published");
  });

  it("is not published again while nothing differs", async () => {
    expect(await publish(store, 2)).toEqual({ kind: "same" });
  });

  it("asks again about a purpose that grew, once, and nobody about what became narrower", async () => {
    await changeRegister(
      shop,
      (register) => {
        const analytics = register.purposes.find(({ purpose }) => purpose === "analytics");
        if (!analytics) throw new Error("no analytics");
        return withFact(register, { ...analytics, ...SAID, elements: [...analytics.elements, "name"] });
      },
      BY,
    );
    const before = await readSavedDecisions(shop);
    expect((await draftPolicy(shop, TODAY, NOW)).asksAgain).toBe(ANALYTICS);
    expect(await publish(store, 2)).toMatchObject({ kind: "published" });
    await followPolicy(shop, 2, NOW);
    await followPolicy(shop, 2, NOW);
    const { decisions } = await readSavedDecisions(shop);
    expect(decisions.policy).toBe(before.decisions.policy + 1);
    expect(decisions.changes.at(-1)).toEqual([decisions.policy, ANALYTICS]);
    await changeRegister(
      shop,
      (register) => {
        const analytics = register.purposes.find(({ purpose }) => purpose === "analytics");
        if (!analytics) throw new Error("no analytics");
        return withFact(register, { ...analytics, elements: analytics.elements.filter((one) => one !== "name") });
      },
      BY,
    );
    expect((await draftPolicy(shop, TODAY, NOW)).asksAgain).toBe(0);
  });

  it("that Shopify refuses stands here all the same, and staff are told why", async () => {
    const result = await publish(store, 3, CLERK);
    expect(result).toMatchObject({ kind: "published", number: 3 });
    expect(result.kind === "published" && result.atShopify).toContain("Shopify denied access");
  });

  it("that somebody changed at Shopify is shown line by line, and what it claims now can be taken over", async () => {
    const policy = store.state.policies["PRIVACY_POLICY"] ?? expect.fail("no policy at Shopify");
    expect(await readDrift(shop)).toBeNull();
    const changed = policy.body.replace("<h2", "<p>We share your data with TikTok, our advertising partner.</p><h2");
    store.state.policies["PRIVACY_POLICY"] = { ...policy, body: changed };
    await watchPolicy(shop, store.adminWith(["read_legal_policies"], OWNER), NOW);
    const drift = await readDrift(shop);
    expect(drift?.isGone).toBe(false);
    expect(drift?.changes.gone).toEqual([]);
    expect(drift?.changes.came.join(" ")).toContain("We share your data with TikTok, our advertising partner.");
    expect(await takeOver(shop, { staff: String(OWNER), now: NOW })).toEqual(["vendors/tiktok"]);
    const { register } = await draftPolicy(shop, TODAY, NOW);
    expect(register.vendors).toContainEqual(expect.objectContaining({ vendor: "tiktok", status: "claimed" }));
  });

  it("goes back to Shopify where somebody changed it", async () => {
    store.state.policies["PRIVACY_POLICY"] = { body: "<p>Mine</p>", createdAt: "", updatedAt: "" };
    expect(await putBack(shop, { admin: store.adminWith(SCOPES, OWNER), now: NOW })).toBeNull();
    expect(store.state.policies["PRIVACY_POLICY"].body).toContain('<div lang="en"');
    expect(await readDrift(shop)).toBeNull();
  });

  it("of another store is not this store's", async () => {
    expect(await listVersions("other.myshopify.com")).toEqual([]);
  });
});
