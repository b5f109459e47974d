import { expect, it } from "vitest";
import { factsFromShop, type ShopSetup } from "./facts-from-shop.ts";

const SETUP: ShopSetup = {
  ...{ name: "Rosewood", contactEmail: "hello@rosewood.example", domains: ["rosewood.example", "r.myshopify.com"] },
  ...{ company: "Rosewood LLC", country: "US", shipsTo: ["US", "DE"], asksForTextsAtCheckout: false },
  ...{ fulfilment: [], wallets: ["SHOPIFY_PAY"], languages: null },
};
const idsOf = (change: Partial<ShopSetup>) => factsFromShop({ ...SETUP, ...change }).map(({ id }) => id);

it("a register begins with who the store is, how it is reached and where it sells, all of it seen and not confirmed", () => {
  const facts = factsFromShop(SETUP);
  expect(facts.map(({ id }) => id)).toEqual(["store", "contacts/email", "contacts/form", "markets/US", "markets/DE"]);
  expect(facts[0]).toMatchObject({ legalName: "Rosewood LLC", tradingName: "Rosewood", country: "US" });
  expect(facts[2]).toMatchObject({ value: "https://rosewood.example/apps/privacy" });
  expect(new Set(facts.map(({ status, origin }) => `${status} ${origin}`))).toEqual(new Set(["seen shopify"]));
});

it("languages, texts and connected services are there when Shopify shows them, and only such as are known", () => {
  expect(idsOf({ languages: [{ locale: "en", primary: true }] })).toContain("languages/en");
  expect(idsOf({ asksForTextsAtCheckout: true })).toContain("purposes/sms-marketing");
  const ids = idsOf({ fulfilment: ["Printful", "my-cousin"], wallets: ["AMAZON_PAY", "APPLE_PAY"] });
  expect(ids.filter((id) => id.startsWith("sightings"))).toEqual(["sightings/printful", "sightings/amazon-pay"]);
});

it("what Shopify does not know stays unknown", () => {
  const [store, ...rest] = factsFromShop({
    ...SETUP,
    company: null,
    country: null,
    contactEmail: "",
    domains: [],
    shipsTo: [],
  });
  expect(store).toMatchObject({ legalName: "", country: "" });
  expect(rest).toEqual([]);
});
