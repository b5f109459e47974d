import { beforeAll, describe, expect, test } from "vitest";
import { inTransaction, prisma } from "../db/database.server.ts";
import { useTestStores } from "../test-stores.ts";
import { learnPlace } from "./learn-place.server.ts";
import { openRequest, type NewRequest } from "./open-request.server.ts";

useTestStores();

const SHOP = "places.myshopify.com";
const RECEIVED = new Date("2026-11-25T18:00:00Z");
const NOW = new Date("2026-11-25T18:05:00Z");
const EMPTY = { name: null, company: null, address1: null, address2: null, postalCode: null, city: null, phone: null };
const address = (countryCode: string, provinceCode: string | null = null, isDefault = false) => ({
  ...{ ...EMPTY, id: "1", isDefault, country: null, province: null },
  ...{ countryCode, provinceCode },
});

beforeAll(async () => {
  const place = { timeZone: "America/Los_Angeles", shipsTo: ["US", "DE"] };
  await prisma().shop.create({ data: { shop: SHOP, ...place } });
});

let count = 0;
async function open(more: Partial<NewRequest> = {}): Promise<string> {
  const identity = { email: `person-${String(++count)}@example.com` };
  const wanted = { kind: "access", source: "form", externalId: identity.email, receivedAt: RECEIVED } as const;
  return inTransaction((tx) => openRequest(tx, SHOP, { ...wanted, identity, orders: [], ...more }));
}
const read = (id: string) => prisma().privacyRequest.findUniqueOrThrow({ where: { shop_id: { shop: SHOP, id } } });
const days = ({ deadline }: { deadline: Date }) => (deadline.getTime() - RECEIVED.getTime()) / 86_400_000;
const moves = async (request: string) =>
  (await prisma().evidenceEntry.findMany({ where: { shop: SHOP, request }, orderBy: { seq: "asc" } })).map(
    ({ kind, body }) => [kind, (JSON.parse(body) as { facts: { reason?: string } }).facts.reason],
  );

describe("a request whose person's place is not known", () => {
  test("has the strictest clock of the countries that the store sells to, then that of the place", async () => {
    const id = await open();
    expect(await read(id)).toMatchObject({ law: "unknown", region: null });
    expect(days(await read(id))).toBe(30);
    await learnPlace(SHOP, id, [address("DE"), address("US", "CA", true)], NOW);
    const row = await read(id);
    expect(row).toMatchObject({ law: "ccpa", region: "US-CA", countryCode: "US", status: "unverified" });
    expect(days(row)).toBe(45);
    expect(row.acknowledgeBy).toEqual(new Date("2026-12-11T18:00:00Z"));
    expect(await moves(id)).toEqual([
      ["request.opened", undefined],
      ["request.deadline-changed", "law ccpa"],
    ]);
  });

  test("learns the place once", async () => {
    const id = await open();
    await learnPlace(SHOP, id, [address("US", "CA")], NOW);
    await learnPlace(SHOP, id, [address("DE")], NOW);
    expect(await read(id)).toMatchObject({ law: "ccpa", region: "US-CA" });
    expect(await moves(id)).toHaveLength(2);
  });

  test("learns nothing from addresses without a country, or from none", async () => {
    const id = await open();
    await learnPlace(SHOP, id, [], NOW);
    await learnPlace(SHOP, id, [{ ...address(""), countryCode: null }], NOW);
    expect(await read(id)).toMatchObject({ law: "unknown", region: null });
  });
});

test("what a person says of their place stays, but a country learns its part", async () => {
  const said = await open({ region: "DE" });
  await learnPlace(SHOP, said, [address("US", "CA")], NOW);
  expect(await read(said)).toMatchObject({ law: "gdpr", region: "DE", countryCode: "DE" });
  const country = await open({ region: "US" });
  expect(await read(country)).toMatchObject({ law: "us-state", region: "US" });
  await learnPlace(SHOP, country, [address("US", "IA")], NOW);
  expect(await read(country)).toMatchObject({ law: "us-ia", region: "US-IA" });
  expect(days(await read(country))).toBe(90);
});

test("Shopify's thirty days hold whatever the place, and a place without a law has them too", async () => {
  const ids = [await open({ source: "shopify", region: "US-IA" }), await open({ region: "US-WY" })];
  for (const id of ids) expect(days(await read(id))).toBe(30);
});
