import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "../db/database.server.ts";
import { listEvidence } from "../evidence/list-evidence.server.ts";
import { readTurn } from "../paging/keyset.ts";
import { useTestStores } from "../test-stores.ts";
import type { VerifiedDelivery } from "./delivery.ts";
import { countNeedsLook, listDeliveries } from "./list-deliveries.server.ts";
import { receiveDelivery } from "./receive-delivery.server.ts";
import { replayDelivery } from "./replay-delivery.server.ts";

useTestStores();

const SHOP = "inbox-list.myshopify.com";
const at = (second: number) => new Date(Date.UTC(2026, 10, 22, 12, 0, second));

function delivery(topic: string): VerifiedDelivery {
  const body = Buffer.from("{}");
  return {
    shop: SHOP,
    topic,
    eventId: randomUUID(),
    webhookId: randomUUID(),
    apiVersion: "2026-10",
    triggeredAt: at(0),
    body,
  };
}

beforeAll(async () => {
  const topics = ["customers/redact", "orders/create", "app/uninstalled", "customers/data_request", "shop/redact"];
  // two came in the same instant
  for (const [index, topic] of topics.entries()) await receiveDelivery(SHOP, delivery(topic), at(Math.min(index, 3)));
  await prisma().delivery.updateMany({
    where: { shop: SHOP, topic: "customers/redact" },
    data: { status: "needs-look", note: "unparsable" },
  });
});

describe("the list of deliveries", () => {
  test("has the newest first, with raw facts and no body", async () => {
    const { rows } = await listDeliveries(SHOP);
    expect(rows).toHaveLength(5);
    expect(rows.at(-1)).toMatchObject({
      topic: "customers/redact",
      bytes: 2,
      attempts: 0,
      sealSeq: null,
      apiVersion: "2026-10",
    });
    expect(Object.keys(rows[0] ?? {})).not.toContain("sealedBody");
    expect(rows.map(({ receivedAt }) => receivedAt)).toEqual([3, 3, 2, 1, 0].map(at));
  });

  test("can be turned page by page, forth and back", async () => {
    const all = (await listDeliveries(SHOP)).rows;
    const first = await listDeliveries(SHOP, { limit: 1 });
    const second = await listDeliveries(SHOP, { limit: 3, turn: readTurn(first.next, null) });
    expect([...first.rows, ...second.rows]).toEqual(all.slice(0, 4));
    const back = await listDeliveries(SHOP, { limit: 1, turn: readTurn(null, second.previous) });
    expect(back).toEqual(first);
  });

  test("can show only what needs a look, and says what can be tried again", async () => {
    const { rows } = await listDeliveries(SHOP, { needsLook: true });
    expect(rows.map(({ topic, note, canReplay }) => [topic, note, canReplay])).toEqual([
      ["orders/create", "unknown-topic", false],
      ["customers/redact", "unparsable", true],
    ]);
    expect(await countNeedsLook(SHOP)).toBe(2);
    expect((await listDeliveries("nobody.myshopify.com")).rows).toEqual([]);
  });
});

describe("a replay", () => {
  test("queues the delivery and is evidence, without naming the member of staff", async () => {
    const { rows } = await listDeliveries(SHOP, { needsLook: true });
    const id = rows[1]?.id ?? "";
    expect(await replayDelivery(SHOP, id, { staff: "81001", now: at(9) })).toBe("queued");
    expect(await countNeedsLook(SHOP)).toBe(1);
    const { entries } = await listEvidence(SHOP, { limit: 1 });
    expect(entries[0]).toMatchObject({ kind: "delivery.replayed", facts: { delivery: id } });
    expect(JSON.stringify(entries)).not.toContain("81001");
  });

  test("of a delivery without a handler does nothing and leaves no evidence", async () => {
    const { rows } = await listDeliveries(SHOP, { needsLook: true });
    const before = (await listEvidence(SHOP)).entries.length;
    expect(await replayDelivery(SHOP, rows[0]?.id ?? "", { staff: "81001", now: at(9) })).toBe("nothing to do");
    expect((await listEvidence(SHOP)).entries).toHaveLength(before);
  });
});
