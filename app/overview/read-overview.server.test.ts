import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { inTransaction, pool, prisma } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { checkpoint } from "../evidence/checkpoint.server.ts";
import { useTestStores } from "../test-stores.ts";
import { checkChain } from "./check-chain.server.ts";
import { readChainState, readOverview } from "./read-overview.server.ts";

useTestStores();

const NOW = new Date("2026-11-22T12:00:00Z");
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

async function addRequest(shop: string, status: string, due: number, took?: number): Promise<string> {
  const id = v7();
  const receivedAt = inDays(due - 30);
  const closedAt = took === undefined ? null : new Date(receivedAt.getTime() + took * 86_400_000);
  const facts = { kind: "access", source: "shopify", externalId: id, law: "gdpr", status };
  await prisma().privacyRequest.create({ data: { shop, id, ...facts, receivedAt, deadline: inDays(due), closedAt } });
  return id;
}

describe("the home page's figures", () => {
  test("are all zero for a store where nothing happened", async () => {
    expect(await readOverview("fresh.myshopify.com", NOW)).toEqual({
      ...{ running: 0, dueSoon: 0, overdue: 0, onHold: 0, answered: 0, answeredOnTime: 0, medianDays: null },
      ...{ hasRequests: false, waitingPackages: [], waitingPackagesCount: 0, scopes: null, hasOwnKeys: true },
    });
    expect(await readChainState("fresh.myshopify.com")).toBeNull();
  });

  test("say when the keys belong to another database", async () => {
    const shop = "elsewhere.myshopify.com";
    const mark = await prisma().installation.findUniqueOrThrow({ where: { name: "key-store" } });
    const set = (value: string) => prisma().installation.update({ where: { name: "key-store" }, data: { value } });
    await set("of another");
    expect(await readOverview(shop, NOW)).toMatchObject({ hasOwnKeys: false });
    await set(mark.value);
    expect(await readOverview(shop, NOW)).toMatchObject({ hasOwnKeys: true });
  });

  test("count what runs, what is late, and how fast the store answered", async () => {
    const shop = "figures.myshopify.com";
    await prisma().shop.create({ data: { shop, scopes: ["read_customers"], installedAt: NOW } });
    await addRequest(shop, "open", -1);
    await addRequest(shop, "open", 3);
    await addRequest(shop, "on-hold", 20);
    for (const took of [2, 4, 31]) await addRequest(shop, "done", 1, took);
    await addRequest(shop, "done", -200, 1);
    const overview = await readOverview(shop, NOW);
    expect(overview).toMatchObject({ running: 3, dueSoon: 1, overdue: 1, onHold: 1, hasRequests: true });
    expect(overview).toMatchObject({ answered: 3, answeredOnTime: 2, medianDays: 4, scopes: ["read_customers"] });
  });

  test("name the packages that nobody downloaded, and none that has expired", async () => {
    const shop = "packages.myshopify.com";
    const add = async (expires: number, downloads: number) => {
      const request = await addRequest(shop, "done", 5, 1);
      const facts = { id: request, request, subject: v7(), createdAt: NOW, bytes: 2_048n, parts: 1 };
      await prisma().package.create({ data: { shop, ...facts, expiresAt: inDays(expires), downloads } });
      return request;
    };
    const later = await add(20, 0);
    const sooner = await add(10, 0);
    await add(10, 1);
    await add(-1, 0);
    const { waitingPackages, waitingPackagesCount } = await readOverview(shop, NOW);
    expect(waitingPackages.map(({ request }) => request)).toEqual([sooner, later]);
    expect(waitingPackagesCount).toBe(2);
  });
});

describe("the chain on the home page", () => {
  const append = (shop: string) =>
    inTransaction((tx) => appendEvidence(tx, shop, { kind: "app.installed", at: NOW, facts: { scopes: [] } }));

  test("tells its end and when that was signed", async () => {
    const shop = "chain.myshopify.com";
    await append(shop);
    expect(await readChainState(shop)).toMatchObject({ seq: 2, checkpoint: null });
    await checkpoint(shop, NOW);
    await append(shop);
    expect(await readChainState(shop)).toMatchObject({ seq: 3, checkpoint: { seq: 2, at: NOW } });
  });

  test("is checked at most every ten minutes, and a broken entry is named", async () => {
    const shop = "broken.myshopify.com";
    await append(shop);
    expect(await checkChain(shop, NOW)).toEqual({ ok: true, entries: 2, records: 0 });
    await pool().query(
      `UPDATE "EvidenceEntry" SET "body" = replace("body", 'app.', 'App.') WHERE "shop" = $1 AND "seq" = 2`,
      [shop],
    );
    expect(await checkChain(shop, new Date(NOW.getTime() + 60_000))).toMatchObject({ ok: true });
    expect(await checkChain(shop, new Date(NOW.getTime() + 700_000))).toMatchObject({ ok: false, seq: 2 });
  });
});
