import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BEST, type Database } from "./test-database.ts";
import { watchMemory } from "./test-memory.ts";
import { closedRequests, openStore, STORE, type Store } from "./test-store.ts";

const MIB = 1024 * 1024;
/** Customers of the stand-in's store, by the number of their orders. */
const SMALL = { email: "mateo.rivera@example.com", orders: 40 };
const LARGE = { email: "juergen.gross@beispiel.example", orders: 2_500 };
const BULK = { email: "test.buyer@rosewood.example", orders: 26_000 };
/**
 * A Standard store's 100 points a second would make 2,500 orders take a quarter of an hour of waiting: the rate limit is
 * there, but lets a page through as soon as it is asked for.
 */
const GENEROUS = { maximum: 1_000_000, perSecond: 100_000 };

/** A busy machine takes minutes for the largest. */
const PATIENCE_MS = 220_000;

let database: Database;
let store: Store;
let closed = 0;
beforeAll(async () => {
  database = await BEST.make();
  store = await openStore(database);
  store.standin.control.setBucket(GENEROUS);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** Asks for a customer's data and waits for the package; answers the zip's files, and what it took. */
async function exportOf(email: string) {
  const known = new Set((closed === 0 ? [] : await closedRequests(store.server, closed)).map(({ id }) => id));
  const memory = watchMemory(store.server.processes);
  const began = performance.now();
  await store.standin.control.requestData(email);
  const request = (await closedRequests(store.server, ++closed, PATIENCE_MS)).find(({ id }) => !known.has(id));
  const seconds = (performance.now() - began) / 1_000;
  const used = memory.stop();
  expect(request).toMatchObject({ status: "done", outcome: "package-ready" });
  const answer = await store.asStaff(`/app/requests/${request?.id ?? ""}/package`);
  expect(answer.status).toBe(200);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const growth = used && (used.peak - used.before) / MIB;
  process.stdout.write(`${email}: ${seconds.toFixed(1)} s, memory +${growth?.toFixed(0) ?? "?"} MiB\n`);
  return { files, growth };
}

function ordersIn(files: Record<string, Uint8Array>): { ids: Set<string>; count: number } {
  const name = Object.keys(files).find((file) => file.endsWith(".json")) ?? "";
  const text = strFromU8(files[name] ?? new Uint8Array());
  const ids = [...text.matchAll(/gid:\/\/shopify\/Order\/\d+/g)].map(([id]) => id);
  return { ids: new Set(ids), count: ids.length };
}

describe("a customer's data from Shopify", { timeout: PATIENCE_MS + 20_000 }, () => {
  it("comes as one zip with a readable page, JSON and CSV", async () => {
    const { files } = await exportOf(SMALL.email);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(["index.html", "data.json", "csv/orders.csv", "csv/order-refunds.csv", "csv/candor.csv"]),
    );
    expect(ordersIn(files).ids.size).toBe(SMALL.orders);
  });

  it(`has all ${String(LARGE.orders)} orders of a customer, with at most 150 MiB more memory`, async () => {
    const { files, growth = 0 } = await exportOf(LARGE.email);
    expect(ordersIn(files).ids.size).toBe(LARGE.orders);
    expect(growth).toBeLessThanOrEqual(150);
  });

  it(`has all ${String(BULK.orders)} orders of a customer with very many, by a bulk operation`, async () => {
    const { files, growth = 0 } = await exportOf(BULK.email);
    expect(ordersIn(files).ids.size).toBe(BULK.orders);
    // one for the customer record's orders, one for orders under the same address
    const states = store.standin.world.state.shops[STORE]?.bulk.map(({ status }) => status);
    expect(new Set(states)).toEqual(new Set(["COMPLETED"]));
    expect(growth).toBeLessThanOrEqual(150);
  });
});
