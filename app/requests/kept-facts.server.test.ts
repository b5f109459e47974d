import { expect, it } from "vitest";
import { inTransaction, prisma } from "../db/database.server.ts";
import { useTestStores } from "../test-stores.ts";
import { readKept } from "./kept-facts.server.ts";
import { limitRequest } from "./limit-request.server.ts";
import { noteOrders } from "./note-orders.server.ts";
import { openRequest } from "./open-request.server.ts";

useTestStores();

const RECEIVED = new Date("2026-11-01T12:00:00Z");
const LAW = "AO §147, HGB §257";
let count = 0;

async function openIn(country: string | null): Promise<{ shop: string; id: string }> {
  const shop = `kept-${String(++count)}.myshopify.com`;
  await prisma().shop.create({ data: { shop, timeZone: "UTC", countryCode: country } });
  const id = await inTransaction((tx) =>
    openRequest(tx, shop, {
      ...{ kind: "delete", source: "form", externalId: "one", receivedAt: RECEIVED, verifiedBy: "mailbox" },
      ...{ identity: { email: "anna@example.com" }, orders: [], region: "DE" },
    }),
  );
  return { shop, id };
}
const kept = ({ shop, id }: { shop: string; id: string }) => inTransaction((tx) => readKept(tx, shop, id));

it.each([
  { what: "from the last order that Shopify showed", last: new Date("2024-05-03T10:00:00Z"), until: "2032-12-31" },
  { what: "from the day of the request while nobody has looked", last: undefined, until: "2034-12-31" },
])("invoices stay as the law of the store's country says, counted $what", async ({ last, until }) => {
  const about = await openIn("DE");
  if (last !== undefined) await noteOrders(about.shop, about.id, last);
  expect(await kept(about)).toEqual({ invoices: { until, law: LAW }, grounds: [] });
});

it.each(["US", null])("no invoice is spoken of where the country's rule is not known (%s)", async (country) => {
  expect(await kept(await openIn(country))).toEqual({ invoices: null, grounds: [] });
});

it("nor of somebody who never ordered", async () => {
  const about = await openIn("DE");
  await noteOrders(about.shop, about.id, null);
  expect(await kept(about)).toEqual({ invoices: null, grounds: [] });
});

it("every ground on which staff keep something is told, and the law's duty once", async () => {
  const limit = async ({ shop, id }: { shop: string; id: string }) => {
    for (const ground of ["legal-obligation", "legal-claims"]) {
      const by = { staff: "81001", now: new Date() };
      expect(await limitRequest(shop, id, { ground, withheld: [], reason: "The file is open." }, by)).toBe("limited");
    }
  };
  const [german, american] = [await openIn("DE"), await openIn("US")];
  await limit(german);
  await limit(american);
  expect(await kept(german)).toEqual({ invoices: { until: "2034-12-31", law: LAW }, grounds: ["legal-claims"] });
  expect((await kept(american)).grounds.toSorted()).toEqual(["legal-claims", "legal-obligation"]);
});
