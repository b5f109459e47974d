import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSearch } from "../../../standin/graphql/search-query.ts";
import { hasContactOf, isGuestOwner } from "../collect-person.server.ts";
import { globalId, numberOf } from "./global-id.ts";
import { isEmailAddress, isPhoneNumber, sameEmail, samePhone } from "./same-contact.ts";
import { searchAnywhereFor, searchOrdersOf } from "./search-contacts.ts";
import { searchPhrase } from "./search-phrase.ts";

/** Any UTF-16 code unit, so that halves of characters and control characters come too. */
const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

describe("a search for a person's address", () => {
  it("stays one term with exactly that text, whatever the text holds", () => {
    const weird = fc.oneof(
      fc.string({ unit: codeUnit, minLength: 1 }),
      fc.constantFrom('x" OR email:*', "a\\", '\\"', "x) OR (id:>0", "-NOT AND OR", 'a"b"c@example.com'),
    );
    fc.assert(
      fc.property(weird, (text) => {
        const groups = readSearch(`email:${searchPhrase(text)}`);
        expect(groups).toHaveLength(1);
        expect(groups[0]).toEqual([
          { key: "email", operator: "=", value: text.replaceAll(/\p{Cc}/gu, " "), negated: false },
        ]);
      }),
    );
  });

  it("asks for orders by e-mail address, and by number only when no address is known", () => {
    expect(searchOrdersOf(["a@b.c", "d@e.f"], ["+41"])).toBe('email:"a@b.c" OR email:"d@e.f"');
    expect(searchOrdersOf([], ["+41790000000"])).toBe('"+41790000000"');
    expect(searchOrdersOf([], [])).toBeNull();
    expect(searchAnywhereFor([], [])).toBeNull();
    expect(searchAnywhereFor(["a@b.c"], ["+41790000000"])).toBe('"a@b.c"');
  });
});

describe("comparing what a search found", () => {
  const person = {
    customerId: null,
    ordersCount: 0,
    emails: ["Ann@Example.com"],
    phones: ["+41 79 000"],
    orderIds: [],
  };

  it("ignores case and blanks of addresses, and punctuation of numbers, and nothing else", () => {
    expect(sameEmail(" ANN@example.com", "ann@example.COM ")).toBe(true);
    expect(sameEmail("ann@example.com", "ann@example.com.evil")).toBe(false);
    expect(sameEmail("", "")).toBe(false);
    expect(samePhone("+41 (79) 000-00-00", "+41790000000")).toBe(true);
    expect(samePhone("12", "12")).toBe(false);
    expect(samePhone(null, null)).toBe(false);
  });

  it("takes for an address or number only what can be one, so that nobody searches for everybody", () => {
    for (const text of ["a@b.c", "o'neil+x@example.com", '"a b"@example.com', "李@例子.公司", "a*b@example.com"]) {
      expect(isEmailAddress(text)).toBe(true);
    }
    for (const text of ["", "*", "a@*", "ann@example.com*", 'x" OR email:* OR "', "@b.c", "a@b c"]) {
      expect(isEmailAddress(text)).toBe(false);
    }
    expect(["+41 (79) 000-00-00", "0790000000"].every(isPhoneNumber)).toBe(true);
    expect(["", "+", "12345", "+4179*", "id:>0 000000"].some(isPhoneNumber)).toBe(false);
  });

  it("lets a number decide only where no address contradicts it", () => {
    const known = { ...person, phones: ["+41790000000"] };
    expect(hasContactOf(known, { email: null, phone: "+41790000000" })).toBe(true);
    expect(hasContactOf(known, { email: "bob@example.com", phone: "+41790000000" })).toBe(false);
  });

  it("never takes what belongs to another customer record of a store", () => {
    const known = { ...person, customerId: "gid://shopify/Customer/1" };
    const email = "ann@example.com";
    expect(isGuestOwner(known, { customerId: "gid://shopify/Customer/2", email, phone: null })).toBe(false);
    expect(isGuestOwner(known, { customerId: null, email, phone: null })).toBe(true);
  });
});

describe("ids", () => {
  it("become global ids of the right kind, or nothing", () => {
    expect(globalId("Order", "7")).toBe("gid://shopify/Order/7");
    expect(globalId("Order", "gid://shopify/Order/7")).toBe("gid://shopify/Order/7");
    expect(globalId("Order", "gid://shopify/Customer/7")).toBeNull();
    expect(globalId("Customer", "7 OR id:>0")).toBeNull();
    expect(numberOf("gid://shopify/Customer/7")).toBe("7");
  });
});
