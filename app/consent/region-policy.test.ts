import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consentRule } from "../law/consent-rules.ts";
import { findDrift, placeOf, wantedPolicies, type PolicyRegion, type RegionPolicy } from "./region-policy.ts";

const region = fc
  .constantFrom("DE", "FR", "US", "US-CA", "US-VA", "US-WY", "CA-ON", "CA-QC", "JP", "NZ", "AU", "MX", "BR")
  .map((place): PolicyRegion => {
    const [countryCode = "", regionCode = null] = place.split("-");
    return { countryCode, regionCode };
  });
const regions = fc.uniqueArray(region, { selector: placeOf });
const sellsTo = fc.uniqueArray(fc.constantFrom("DE", "US", "AU", "MX"));
const policy = fc
  .tuple(region, fc.boolean(), fc.boolean())
  .map(([where, consentRequired, dataSaleOptOutRequired]) => ({ ...where, consentRequired, dataSaleOptOutRequired }));
const policies = fc.uniqueArray(policy, { selector: placeOf });

describe("Shopify's region policies from the law", () => {
  it("ask for consent exactly where the law does, and offer the opt-out where it does", () => {
    fc.assert(
      fc.property(regions, sellsTo, (known, sells) => {
        for (const wanted of wantedPolicies(known, sells)) {
          const { model } = consentRule(placeOf(wanted));
          expect(wanted.consentRequired).toBe(model === "opt-in");
          expect(wanted.dataSaleOptOutRequired).toBe(model === "opt-out");
        }
      }),
    );
  });

  it("cover every region whose law asks anything, wherever the store sells, and what it sells to without a known law", () => {
    const known = ["DE", "US-CA", "US-WY", "CA-QC", "CA-ON", "JP", "AU", "MX"].map((place) => {
      const [countryCode = "", regionCode = null] = place.split("-");
      return { countryCode, regionCode };
    });
    const places = (sells: string[]) => wantedPolicies(known, sells).map(placeOf);
    expect(places([])).toEqual(["DE", "US-CA", "CA-QC", "CA-ON"]);
    expect(places(["AU", "JP"])).toEqual(["DE", "US-CA", "CA-QC", "CA-ON", "AU"]);
  });

  it("read a part's code with or without its country", () => {
    expect(placeOf({ countryCode: "US", regionCode: "CA" })).toBe("US-CA");
    expect(placeOf({ countryCode: "US", regionCode: "US-CA" })).toBe("US-CA");
    expect(placeOf({ countryCode: "DE", regionCode: "" })).toBe("DE");
  });
});

describe("drift", () => {
  const apply = (present: readonly RegionPolicy[], changes: readonly RegionPolicy[]) => [
    ...present.filter((old) => !changes.some((change) => placeOf(change) === placeOf(old))),
    ...changes,
  ];

  it("is gone once it is mended, and mending loosens nothing", () => {
    fc.assert(
      fc.property(regions, sellsTo, policies, (known, sells, present) => {
        const wanted = wantedPolicies(known, sells);
        const { missing, weaker } = findDrift(wanted, present);
        const after = apply(present, [...missing, ...weaker]);
        expect(findDrift(wanted, after)).toEqual({ missing: [], weaker: [] });
        for (const old of present) {
          const now = after.find((one) => placeOf(one) === placeOf(old));
          expect(now?.consentRequired === true || !old.consentRequired).toBe(true);
          expect(now?.dataSaleOptOutRequired === true || !old.dataSaleOptOutRequired).toBe(true);
        }
      }),
    );
  });

  it("tells a missing policy from a weak one, and leaves a stricter one alone", () => {
    const wanted = wantedPolicies([{ countryCode: "DE", regionCode: null }], []);
    const weak = { countryCode: "DE", regionCode: null, consentRequired: false, dataSaleOptOutRequired: true };
    expect(findDrift(wanted, []).missing).toHaveLength(1);
    expect(findDrift(wanted, [weak]).weaker).toEqual([{ ...weak, consentRequired: true }]);
    expect(findDrift(wanted, [{ ...weak, consentRequired: true }])).toEqual({ missing: [], weaker: [] });
  });
});
