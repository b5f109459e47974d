import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { derive } from "./derive.server.ts";
import { unwrap, wrap, wrappedBy } from "./master-keys.server.ts";
import { open, seal, SealBroken } from "./seal.server.ts";

const key = randomBytes(32);
const bytes = fc.uint8Array({ maxLength: 200 });

describe("sealed bytes", () => {
  test("open to what they were with the same key and place", () => {
    fc.assert(
      fc.property(bytes, fc.string(), (plain, place) => {
        expect(open(key, seal(key, plain, place), place)).toEqual(Buffer.from(plain));
      }),
    );
  });

  test("don't open after any bit was changed, in another place, or with another key", () => {
    fc.assert(
      fc.property(bytes, fc.nat(), fc.integer({ min: 0, max: 7 }), (plain, at, bit) => {
        const sealed = seal(key, plain, "here");
        const changed = Buffer.from(sealed);
        const index = at % changed.length;
        changed[index] = (changed[index] ?? 0) ^ (1 << bit);
        expect(() => open(key, changed, "here")).toThrow(SealBroken);
        expect(() => open(key, sealed, "there")).toThrow(SealBroken);
        expect(() => open(randomBytes(32), sealed, "here")).toThrow(SealBroken);
        expect(() => open(key, sealed.subarray(0, at % sealed.length), "here")).toThrow(SealBroken);
      }),
    );
  });

  test("of the same content never look the same", () => {
    expect(seal(key, Buffer.from("x"), "here")).not.toEqual(seal(key, Buffer.from("x"), "here"));
  });
});

describe("master keys", () => {
  const older = { id: "2025", key: randomBytes(32) };
  const newer = { id: "2026", key: randomBytes(32) };

  test("wrap with the newest and unwrap with any that is still in the list", () => {
    const wrapped = wrap([older], Buffer.from("secret"), "here");
    expect(wrappedBy(wrapped)).toBe("2025");
    expect(unwrap([newer, older], wrapped, "here").toString()).toBe("secret");
    expect(wrappedBy(wrap([newer, older], Buffer.from("secret"), "here"))).toBe("2026");
  });

  test("name the missing one when it was taken off the list", () => {
    const wrapped = wrap([older], Buffer.from("secret"), "here");
    expect(() => unwrap([newer], wrapped, "here")).toThrow(/"2025" is not among CANDOR_MASTER_KEYS/);
  });
});

test("derived keys differ by label and are the same for the same label", () => {
  expect(derive(key, "a")).toEqual(derive(key, "a"));
  expect(derive(key, "a")).not.toEqual(derive(key, "b"));
  expect(derive(key, "a")).toHaveLength(32);
});
