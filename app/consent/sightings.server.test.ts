import { expect, test } from "vitest";
import { signProxyQuery } from "../../standin/storefront/sign-proxy-query.ts";
import { pool } from "../db/database.server.ts";
import { action, loader } from "../routes/shopper/sighting.ts";
import { useTestStores } from "../test-stores.ts";
import { forgetSightings, keepSightings, receiveSighting } from "./keep-sightings.server.ts";
import { readCounts, readLastSeen } from "./read-counts.server.ts";
import type { Sighting } from "./sighting.ts";

useTestStores();

let count = 0;
const newShop = () => `sightings-${String(++count)}.myshopify.com`;
const NOW = new Date("2026-11-24T12:00:00Z");
const sighting: Sighting = {
  ...{ v: 1, region: "DE", phase: "before", allowed: 0, template: "product", tool: "" },
  ...{ cookies: ["_ga"], hosts: ["bat.bing.com"], early: [] },
};

/** A request as Shopify's app proxy passes it on. */
function request(shop: string, body: string | undefined, secret = "test-secret-newest") {
  const query = new URLSearchParams({ shop, path_prefix: "/apps/privacy", logged_in_customer_id: "" });
  query.set("timestamp", String(Math.floor(Date.now() / 1000)));
  query.set("signature", signProxyQuery(query, secret));
  const sent = body === undefined ? {} : { method: "POST", body, headers: { "Content-Type": "text/plain" } };
  return { request: new Request(`https://app.test/proxy/sighting?${query.toString()}`, sent), params: {}, context: {} };
}

async function statusOf(answer: Promise<Response>): Promise<number> {
  try {
    return (await answer).status;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  }
}

test("reports add up to counters of the day, one for each name", async () => {
  const shop = newShop();
  for (let at = 0; at < 3; at += 1) receiveSighting(shop, sighting, NOW);
  await keepSightings();
  receiveSighting(shop, { ...sighting, hosts: [] }, NOW);
  receiveSighting(shop, { ...sighting, region: null, hosts: [] }, NOW);
  await keepSightings();
  const counts = await readCounts(shop, NOW);
  const of = (kind: string, region: string) => counts.find((one) => one.kind === kind && one.region === region)?.count;
  expect([of("view", "DE"), of("host", "DE"), of("cookie", "DE"), of("view", "")]).toEqual([4, 3, 4, 1]);
  expect(await readCounts(newShop(), NOW)).toEqual([]);
  expect(await readLastSeen(shop)).toEqual(new Date("2026-11-24T00:00:00Z"));
  expect(await readLastSeen(newShop())).toBeNull();
});

test("counters that two processes keep at once add up", async () => {
  const shop = newShop();
  receiveSighting(shop, sighting, NOW);
  const first = keepSightings();
  receiveSighting(shop, sighting, NOW);
  await Promise.all([first, keepSightings()]);
  expect((await readCounts(shop, NOW)).find(({ kind }) => kind === "view")?.count).toBe(2);
});

test("a full day takes no new names, but counts on what it knows", async () => {
  const shop = newShop();
  await pool().query(
    `INSERT INTO "SightingCount" SELECT $1, '2026-11-24', 'DE', 'before', 0, 'host', 'h' || n || '.example', 1
     FROM generate_series(1, 100) AS n`,
    [shop],
  );
  receiveSighting(shop, { ...sighting, cookies: [], hosts: ["h7.example", "new.example"] }, NOW);
  await keepSightings(100);
  const counts = await readCounts(shop, NOW);
  expect(counts).toHaveLength(100);
  expect(counts.find(({ name }) => name === "h7.example")?.count).toBe(2);
});

test("counters are forgotten after 90 days, and not read after 30", async () => {
  const shop = newShop();
  const days = (n: number) => new Date(NOW.getTime() - n * 86_400_000);
  for (const day of [0, 31, 90, 91]) receiveSighting(shop, { ...sighting, hosts: [], cookies: [] }, days(day));
  await keepSightings();
  await forgetSightings(NOW);
  const { rows } = await pool().query<{ n: number }>(
    `SELECT count(DISTINCT "day")::int AS n FROM "SightingCount" WHERE "shop" = $1`,
    [shop],
  );
  expect(rows[0]?.n).toBe(3);
  expect((await readCounts(shop, NOW)).find(({ kind }) => kind === "view")?.count).toBe(1);
});

test("the door counts a signed report, and answers 204", async () => {
  const shop = newShop();
  expect(await statusOf(action(request(shop, JSON.stringify(sighting))))).toBe(204);
  await keepSightings();
  const counts = await readCounts(shop, new Date());
  expect(counts.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
    ...["cookie _ga", "host bat.bing.com", "template product", "view "],
  ]);
});

test("the door refuses what is forged, large, wrong, or no report, and counts nothing of it", async () => {
  const shop = newShop();
  const good = JSON.stringify(sighting);
  expect(await statusOf(action(request(shop, good, "guessed")))).toBe(400);
  expect(await statusOf(action(request(shop, good + " ".repeat(8192))))).toBe(413);
  expect(await statusOf(action(request(shop, "x".repeat(1_000_000))))).toBe(413);
  expect(await statusOf(action(request(shop, "{}")))).toBe(400);
  expect(await statusOf(action(request(shop, "")))).toBe(400);
  expect(await statusOf(loader(request(shop, undefined)))).toBe(405);
  await keepSightings();
  expect(await readCounts(shop, new Date())).toEqual([]);
});
