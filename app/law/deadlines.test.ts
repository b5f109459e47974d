import { expect, test } from "vitest";
import { LAW_OF_REGION, LAWS, lawOf } from "./deadlines.ts";

test("a part of a country with a law of its own comes before the country", () => {
  expect(lawOf("US", "CA")).toBe("ccpa");
  expect(lawOf("CA", "QC")).toBe("law-25");
  expect(lawOf("CA", "ON")).toBe("pipeda");
});

test("where no law is known, Shopify's clock runs", () => {
  expect(lawOf(undefined)).toBe("shopify");
  expect(lawOf("US", "WY")).toBe("shopify");
  expect(lawOf("ZZ")).toBe("shopify");
});

test("all 30 states of the European Economic Area are under the GDPR", () => {
  const states = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO".split(" ");
  expect(states).toHaveLength(30);
  expect(states.filter((state) => lawOf(state) !== "gdpr")).toEqual([]);
});

test("every region's law is in the table", () => {
  for (const law of Object.values(LAW_OF_REGION)) expect(LAWS[law].name).not.toBe("");
});
