import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { needles } from "./residue-needles.ts";

/** PostgreSQL's word boundaries, for JavaScript. */
const found = (patterns: readonly string[], row: string) =>
  patterns.some((pattern) => new RegExp(pattern.replace("\\m", "\\b").replace("\\M", "\\b"), "u").test(row));

describe("what an outsider looks for", () => {
  test("is found in a row as itself and as the hexadecimal of its bytes", () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.string(), fc.string(), (email, before, after) => {
        const value = email.toLowerCase();
        const patterns = needles("email", value);
        expect(found(patterns, `${before}${value}${after}`)).toBe(true);
        expect(found(patterns, `\\x00${Buffer.from(value).toString("hex")}ff`)).toBe(true);
      }),
    );
  });

  test("finds a number on its own, not inside a longer one or a hash", () => {
    const patterns = needles("customerId", "191167");
    expect(found(patterns, "(191167,x)")).toBe(true);
    expect(found(patterns, "gid://shopify/customer/191167")).toBe(true);
    expect(found(patterns, "ab191167cd")).toBe(false);
    expect(found(patterns, "51911670")).toBe(false);
  });

  test("leaves out numbers so short that chance would find them everywhere", () => {
    expect(needles("phone", "110")).toEqual([]);
  });
});
