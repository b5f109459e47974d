import { expect, it } from "vitest";
import { consentRule } from "../law/consent-rules.ts";
import { readPlace, writePlace } from "./told-place.ts";

it("a place that was told comes back with its rule", () => {
  for (const region of ["DE", "ES", "US-CA", "CA-QC", "JP", "GB-ENG"]) {
    const { model, months } = consentRule(region);
    for (const pick of [0, 1, 999_999]) {
      const place = { region, model, months, pick };
      expect(readPlace(writePlace(place))).toEqual(place);
    }
    expect(writePlace({ region, model, months, pick: 0 })).toBe([region, model, months].join("."));
  }
});

it("what nobody wrote is no place, so that the strictest law holds", () => {
  for (const value of [
    "",
    "DE",
    "DE.opt.6",
    "DE..6",
    "de.opt-in.6",
    "DE.opt-in.6x",
    ".notice.0",
    "DE.opt-in.",
    "DE.opt-in.6.x",
  ]) {
    expect(readPlace(value)).toBeUndefined();
  }
});
