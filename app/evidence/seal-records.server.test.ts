import { v7 } from "uuid";
import { expect, test } from "vitest";
import { inTransaction, pool, prisma } from "../db/database.server.ts";
import { useTestStores } from "../test-stores.ts";
import { verify } from "../../verify/verify.mjs";
import { appendEvidence } from "./append-evidence.server.ts";
import { checkpoint } from "./checkpoint.server.ts";
import { exportBundle } from "./export-bundle.server.ts";
import { sealRecords } from "./seal-records.server.ts";
import { verifyChain } from "./verify-chain.server.ts";

useTestStores();

const NOW = new Date("2026-11-22T12:00:00.000Z");
const ago = (ms: number) => new Date(NOW.getTime() - ms);

async function receive(shop: string, ages: number[]): Promise<void> {
  await prisma().delivery.createMany({
    data: ages.map((age) => {
      const id = v7();
      return {
        shop,
        id,
        receivedAt: ago(age),
        topic: "customers/redact",
        eventId: age % 2 ? id : null,
        bytes: 512,
        status: "done",
      };
    }),
  });
}

async function bundleOf(shop: string): Promise<string> {
  let text = "";
  for await (const piece of exportBundle(shop, NOW)) text += piece;
  return text;
}

const dayOfDeliveries = Array.from({ length: 300 }, (_, index) => 61_000 + index * 10_001);

test("deliveries older than a minute are sealed once, in the order in which they came", async () => {
  const shop = "sealed.myshopify.com";
  await receive(shop, [...dayOfDeliveries, 30_000]);
  expect(await sealRecords(shop, "delivery", NOW)).toBe(300);
  expect(await sealRecords(shop, "delivery", NOW)).toBe(0);
  const rows = await prisma().delivery.findMany({ where: { shop }, orderBy: { receivedAt: "asc" } });
  expect(rows.map((row) => row.sealIndex)).toEqual([...Array.from({ length: 300 }, (_, index) => index), null]);
  expect(new Set(rows.slice(0, 300).map((row) => Buffer.from(row.salt ?? "").toString("hex"))).size).toBe(300);
  expect(await verifyChain(shop)).toMatchObject({ ok: true, entries: 2, records: 300, batchesGone: 0 });
});

test("two that seal at once seal nothing twice and nothing never", async () => {
  const shop = "twice.myshopify.com";
  await receive(shop, dayOfDeliveries);
  const counts = await Promise.all([sealRecords(shop, "delivery", NOW), sealRecords(shop, "delivery", NOW)]);
  expect(counts[0] + counts[1]).toBe(300);
  expect(await verifyChain(shop)).toMatchObject({ ok: true, records: 300 });
});

test("nothing to seal writes nothing", async () => {
  expect(await sealRecords("idle.myshopify.com", "delivery", NOW)).toBe(0);
  expect(await verifyChain("idle.myshopify.com")).toMatchObject({ ok: true, entries: 0, head: null });
});

test("a delivery that is changed afterwards is noticed, one that is gone is said to be gone", async () => {
  const shop = "changed.myshopify.com";
  await receive(shop, dayOfDeliveries);
  await sealRecords(shop, "delivery", NOW);
  await pool().query(`UPDATE "Delivery" SET "topic" = 'orders/create' WHERE "shop" = $1 AND "sealIndex" = 7`, [shop]);
  expect(await verifyChain(shop)).toEqual({ ok: false, entries: 2, seq: 2, problem: "records-differ" });
  expect(await verify(await bundleOf(shop))).toMatchObject({ ok: false, seq: 2 });
  await pool().query(`DELETE FROM "Delivery" WHERE "shop" = $1 AND "sealIndex" = 7`, [shop]);
  expect(await verifyChain(shop)).toMatchObject({ ok: true, records: 299, recordsGone: 1, batchesGone: 0 });
  expect(await verify(await bundleOf(shop))).toMatchObject({ ok: true, records: 299 });
  await pool().query(`DELETE FROM "SealedHashes" WHERE "shop" = $1`, [shop]);
  expect(await verifyChain(shop)).toMatchObject({ ok: true, records: 0, recordsGone: 0, batchesGone: 1 });
  expect(await verify(await bundleOf(shop))).toMatchObject({ ok: true, records: 0 });
});

test("a bundle with entries, records and checkpoints is verified by the standalone program", async () => {
  const shop = "exported.myshopify.com";
  await receive(shop, dayOfDeliveries);
  await sealRecords(shop, "delivery", NOW);
  await checkpoint(shop, NOW);
  await inTransaction(async (tx) => {
    for (let index = 0; index < 600; index += 1) {
      const facts = { system: "shopify" as const, cause: `cause-${index}` };
      await appendEvidence(tx, shop, { kind: "request.task-failed", at: NOW, facts, subject: "p_4f6a", request: v7() });
    }
  });
  const end = await checkpoint(shop, NOW);
  expect(await checkpoint(shop, new Date(NOW.getTime() + 1_000))).toEqual(end);
  const verdict = await verify(await bundleOf(shop), end ? { head: end } : {});
  expect(verdict).toMatchObject({ ok: true, entries: 602, checkpoints: 2, records: 300, head: end });
  expect(await verifyChain(shop)).toMatchObject({ ok: true, entries: 602, checkpoints: 2, records: 300, head: end });
});

test("a store without a chain has an empty bundle, signed all the same", async () => {
  expect(await checkpoint("new.myshopify.com", NOW)).toBeNull();
  expect(await verify(await bundleOf("new.myshopify.com"))).toMatchObject({ ok: true, entries: 0 });
});
