import { beforeAll, describe, expect, it } from "vitest";
import { newStore } from "../consent/test-storefront.ts";
import { prisma } from "../db/database.server.ts";
import { listEvidence } from "../evidence/list-evidence.server.ts";
import { useTestStores } from "../test-stores.ts";
import { leaveShopPage, readKeptPages, renewShopPages, watchShopPages, writeShopPages } from "./shop-pages.server.ts";

useTestStores();

const SCOPES = ["write_online_store_pages"];
const NOW = new Date("2026-11-27T12:00:00Z");

async function publish(shop: string, number: number, cookie: string): Promise<void> {
  const section = (id: string, text: string) => `<h2 id="${id}">${id}</h2><p>${text}</p>`;
  const html = `<div lang="ar" dir="rtl">${section("cookies", cookie)}${section("signals", "GPC.")}${section("rights", "R.")}</div>`;
  const made = { publishedAt: NOW, effectiveOn: NOW, hash: "", facts: "{}", askedAgain: 0 };
  await prisma().policyVersion.create({ data: { shop, number, ...made, regimes: [], languages: ["ar"] } });
  await prisma().policyText.create({ data: { shop, number, language: "ar", title: "سياسة", html } });
}

describe("a store's own pages", () => {
  const store = newStore();
  const { shop } = store;
  const writing = { admin: store.adminWith(SCOPES), now: NOW };
  const pages = () => Object.values(store.state.pages ?? {});
  const cookiePage = () => pages().find(({ handle }) => handle === "cookie-policy") ?? expect.fail("no cookie page");

  beforeAll(async () => {
    await prisma().shop.create({ data: { shop, installedAt: NOW, scopes: SCOPES } });
  });

  it("are not written before there is a policy whose words they could hold", async () => {
    expect(await writeShopPages(shop, writing)).toContain("Publish a policy first");
    expect(pages()).toEqual([]);
  });

  it("hold the policy's own words and the way to say no, in the store's language, and are read back with evidence", async () => {
    await publish(shop, 1, "First.");
    expect(await writeShopPages(shop, writing)).toBeNull();
    expect(pages().map(({ handle }) => handle)).toEqual(["cookie-policy", "do-not-sell-or-share"]);
    expect(cookiePage().body).toMatch(/^<div lang="ar" dir="rtl"><h2 id="cookies">cookies<\/h2><p>First\./);
    expect(cookiePage().body).not.toContain('id="rights"');
    const optOut = pages().find(({ handle }) => handle === "do-not-sell-or-share");
    expect(optOut?.body).toContain('href="/apps/privacy/choices?locale=ar"');
    expect(await readKeptPages(shop)).toMatchObject([
      { page: "cookies", number: 1, drift: null },
      { page: "opt-out", number: 1, drift: null },
    ]);
    const { entries } = await listEvidence(shop, {});
    expect(entries.filter(({ kind }) => kind === "policy.page-written")).toHaveLength(2);
  });

  it("are renewed with the next version, at the address that they have", async () => {
    cookiePage().handle = "cookies-of-ours";
    await publish(shop, 2, "Second.");
    expect(await renewShopPages(shop, writing)).toBeNull();
    const renewed = pages().find(({ handle }) => handle === "cookies-of-ours");
    expect(renewed?.body).toContain("Second.");
    expect(pages()).toHaveLength(2);
    expect((await readKeptPages(shop)).map(({ handle, number }) => [handle, number])).toEqual([
      ["cookies-of-ours", 2],
      ["do-not-sell-or-share", 2],
    ]);
  });

  it("that somebody changed, hid or deleted are shown, and can be put back or left", async () => {
    const [cookies, optOut] = pages();
    if (!cookies || !optOut) throw new Error("no pages");
    cookies.body = cookies.body.replace("Second.", "We set no cookie at all.");
    optOut.isPublished = false;
    await watchShopPages(shop, writing);
    const [first, second] = await readKeptPages(shop);
    expect(first?.drift).toMatchObject({ isGone: false, changes: { gone: ["Second."] } });
    expect(first?.drift?.changes.came).toEqual(["We set no cookie at all."]);
    expect(second?.drift?.isGone).toBe(true);

    expect(await writeShopPages(shop, writing, ["opt-out"])).toBeNull();
    expect(optOut.isPublished).toBe(true);
    expect(await leaveShopPage(shop, "cookies")).toBe(true);
    expect(await leaveShopPage(shop, "cookies")).toBe(false);
    await watchShopPages(shop, writing);
    expect(await readKeptPages(shop)).toMatchObject([{ page: "opt-out", drift: null }]);
    expect(cookies.body).toContain("We set no cookie at all.");
  });

  it("that were deleted are made anew, and take another address where theirs is taken", async () => {
    store.state.pages = {
      "1": { title: "Mine", handle: "do-not-sell-or-share", body: "", isPublished: true, createdAt: "", updatedAt: "" },
    };
    expect(await writeShopPages(shop, writing, ["opt-out"])).toBeNull();
    const [kept] = await readKeptPages(shop);
    expect(kept?.handle).not.toBe("do-not-sell-or-share");
    expect(store.state.pages["1"]?.title).toBe("Mine");
  });

  it("are not written without the scope", async () => {
    const refused = writeShopPages(shop, { admin: store.adminWith([]), now: NOW });
    await expect(refused).rejects.toMatchObject({ name: "ShopifyRefused" });
  });
});
