import fc from "fast-check";
import { expect, test } from "vitest";
import { refusePersonalData } from "./refuse-personal-data.ts";

const refuse = (fact: string | number | string[]) => () => {
  refusePersonalData({ fact });
};

test("an e-mail address is refused, wherever it stands", () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.string(), fc.string(), (email, before, after) => {
      expect(refuse(before + email + after)).toThrow();
      expect(refuse(["clean", email])).toThrow();
    }),
  );
});

test("phone numbers are refused in every usual spelling", () => {
  const phones = ["+491511234567", "0151 1234567", "(030) 123-4567", "+1 (212) 555-0123", "06.12.34.56.78", "555-0123"];
  for (const phone of phones) {
    expect(refuse(phone)).toThrow();
    expect(refuse(`call ${phone}, please`)).toThrow();
    expect(refuse(["clean", phone])).toThrow();
  }
  expect(refuse(4915112345678)).toThrow();
});

test("the error names the fact and not its value", () => {
  expect(() => {
    refusePersonalData({ ground: "anna@example.com" });
  }).toThrow(/"ground"/);
  expect(refuse("anna@example.com")).not.toThrow(/anna/);
});

test("hashes, ids, pseudonyms, keys, times and counts pass", () => {
  const hex = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("hex"));
  const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("base64url"));
  const time = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2999-12-31") });
  const day = time.map((date) => date.toISOString().slice(0, 10));
  const facts = fc.record({
    hex,
    key,
    day,
    uuid: fc.uuid(),
    time: time.map((date) => date.toISOString()),
    compact: day.map((date) => date.replaceAll("-", "")),
    count: fc.nat(9_999_999),
    counts: fc.array(fc.nat(999_999).map((count) => `orders: ${count}`)),
  });
  fc.assert(
    fc.property(facts, (all) => {
      refusePersonalData(all);
    }),
    { numRuns: 2_000 },
  );
});

test("the words that facts are made of pass", () => {
  refusePersonalData({
    system: "shopify",
    cause: "THROTTLED",
    fields: ["email", "phone"],
    columns: 112,
    scopes: ["read_customers", "read_all_orders"],
    tables: ["SubjectField: 3", "PackagePart: 120"],
    newestMasterKey: "k2-2026-11",
  });
});
