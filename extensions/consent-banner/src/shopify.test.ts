import { describe, expect, it } from "vitest";
import { placeOf } from "./shopify.ts";
import { markedNeed } from "./release.ts";

describe("Shopify's place", () => {
  it.each([
    ["USCA", "US-CA"],
    ["CAON", "CA-ON"],
    ["DE", "DE"],
    ["GBENG", "GB-ENG"],
    ["", null],
    [undefined, null],
    ["Germany", null],
  ])("%s is read as %s", (told, place) => {
    expect(placeOf(told)).toBe(place);
  });
});

describe("a theme's own mark", () => {
  it("names one purpose or several, and a name that nobody knows is never allowed", () => {
    expect(markedNeed("marketing")).toBe(4);
    expect(markedNeed("marketing, sale")).toBe(12);
    expect(markedNeed("adverts")).toBeNaN();
  });
});
