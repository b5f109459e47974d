import fc from "fast-check";
import { expect, test } from "vitest";
import { flattenFacts } from "./flatten-facts.ts";

test("nested answers become lines that a person can read", () => {
  expect(
    flattenFacts({
      email: "anna@example.com",
      phone_number: null,
      location: { city: "Berlin", ip: "" },
      properties: { $consent: ["email", "sms"], lastOrder: { items: [{ name: "Ring" }, { name: "Chain" }] } },
      vip: false,
    }),
  ).toEqual([
    { label: "email", value: "anna@example.com" },
    { label: "location: city", value: "Berlin" },
    { label: "properties: consent", value: "email, sms" },
    { label: "properties: last Order: items: 1: name", value: "Ring" },
    { label: "properties: last Order: items: 2: name", value: "Chain" },
    { label: "vip", value: "false" },
  ]);
});

test("whatever an API answers, there are lines, and not without end", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 12 }), (value) => {
      const facts = flattenFacts(value);
      expect(facts.length).toBeLessThanOrEqual(500);
      for (const { label, value: text } of facts) expect([typeof label, typeof text]).toEqual(["string", "string"]);
    }),
  );
});
