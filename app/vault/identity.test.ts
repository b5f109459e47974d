import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IDENTITY_KINDS, identifiers, mask, normalise } from "./identity.ts";

describe("one form for all spellings", () => {
  test.each([
    ["email", "  Anna.Müller@Example.COM ", "anna.müller@example.com"],
    ["phone", "+1 (555) 625-1199", "15556251199"],
    ["phone", "0015556251199", "15556251199"],
    ["customerId", "gid://shopify/Customer/191167", "191167"],
    ["customerId", "191167", "191167"],
    ["customerId", "not an id", ""],
  ] as const)("of %s %j is %j", (kind, text, form) => {
    expect(normalise(kind, text)).toBe(form);
  });

  test("is its own form", () => {
    fc.assert(
      fc.property(fc.constantFrom(...IDENTITY_KINDS), fc.string({ unit: "grapheme" }), (kind, text) => {
        const once = normalise(kind, text);
        expect(normalise(kind, once)).toBe(kind === "phone" ? once.replace(/^00/, "") : once);
      }),
    );
  });
});

test("identifiers that hold nothing are left out, the strongest comes first", () => {
  expect(identifiers({ phone: "-", email: "a@b.c", customerId: "7" })).toEqual([
    { kind: "customerId", value: "7" },
    { kind: "email", value: "a@b.c" },
  ]);
});

describe("a masked person", () => {
  test("can be recognised but not used", () => {
    expect(mask("email", "anna@example.com")).toBe("a•••@e•••.com");
    expect(mask("phone", "+49 171 1234567")).toBe("•••567");
    expect(mask("customerId", "12")).toBe("•••");
  });

  test("never shows more than the ends", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const [local = "", domain = ""] = email.split("@");
        const shown = mask("email", email);
        if (local.length > 1) expect(shown).not.toContain(`${local}@`);
        if (domain.lastIndexOf(".") > 1) expect(shown).not.toContain(domain);
      }),
    );
  });
});
