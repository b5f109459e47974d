import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neededBy, packNames, unpackNames } from "./packed-names.ts";

const HOSTS = packNames({ "ads.example": 4, "stats.ads.example": 2, "free.ads.example": 0, "all.example": 15 });

describe("a host needs", () => {
  it.each([
    ["ads.example", 4],
    ["cdn.ads.example", 4],
    ["stats.ads.example", 2],
    ["eu.stats.ads.example", 2],
    ["free.ads.example", 0],
    ["all.example", 15],
    ["badads.example", 0],
    ["ads.example.org", 0],
    ["example", 0],
    ["", 0],
  ])("what it, or the nearest domain above it, is listed with: %s", (host, need) => {
    expect(neededBy(host, HOSTS)).toBe(need);
  });
});

describe("packed names", () => {
  const name = fc.stringMatching(/^[\w.*-]{1,20}$/);
  const names = fc.dictionary(name, fc.integer({ min: 0, max: 15 }));

  it("are the same again when they are unpacked", () => {
    fc.assert(
      fc.property(names, (needs) => {
        expect(unpackNames(packNames(needs))).toEqual({ ...needs });
      }),
    );
  });

  it("say of each name what it needs", () => {
    fc.assert(
      fc.property(names, (needs) => {
        const packed = packNames(needs);
        for (const [one, need] of Object.entries(needs)) expect(neededBy(one, packed)).toBe(need);
      }),
    );
  });
});
