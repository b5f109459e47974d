import { consentRule, STRICTEST } from "../law/consent-rules.ts";

/** A country or a part of it, as Shopify names it. */
export interface PolicyRegion {
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  /** The part's code, with or without the country before it; null for the country as a whole. */
  regionCode: string | null;
}

/** What Shopify does before a visitor from a region has chosen. Without one it allows everything. */
export interface RegionPolicy extends PolicyRegion {
  /** Nothing but what is essential runs before a yes. */
  consentRequired: boolean;
  /** The sale of data can be refused. */
  dataSaleOptOutRequired: boolean;
}

/** How Shopify's region policies fall short of the law. Stricter ones are the merchant's to have, and no drift. */
export interface PolicyDrift {
  /** Regions that need a policy and have none. */
  missing: RegionPolicy[];
  /** Regions whose policy allows more than the law does, as they should be. */
  weaker: RegionPolicy[];
}

/** A region as ISO 3166 writes it, "DE", "US-CA", however Shopify writes the part: "CA", "US-CA" or "USCA". */
export function placeOf({ countryCode, regionCode }: PolicyRegion): string {
  if (regionCode === null || regionCode === "") return countryCode;
  const hasCountry = regionCode.length > 3 && regionCode.startsWith(countryCode);
  const part = hasCountry ? regionCode.slice(countryCode.length).replace("-", "") : regionCode;
  return `${countryCode}-${part}`;
}

/**
 * The policies that the law asks for: for every region that Shopify knows and whose law asks anything, since visitors
 * come from anywhere and are asked by the banner wherever they are; and for the countries that the store sells to
 * without a rule of ours, which get the strictest. Where telling is enough, none is needed.
 */
export function wantedPolicies(known: readonly PolicyRegion[], sellsTo: readonly string[]): RegionPolicy[] {
  const sells = new Set(sellsTo);
  const inParts = new Set(known.filter(({ regionCode }) => regionCode !== null).map(({ countryCode }) => countryCode));
  return known.flatMap((region) => {
    // Shopify takes no policy for a whole country whose parts have their own
    if (region.regionCode === null && inParts.has(region.countryCode)) return [];
    const rule = consentRule(placeOf(region));
    if (rule.model === "notice" || (rule === STRICTEST && !sells.has(region.countryCode))) return [];
    const isOptIn = rule.model === "opt-in";
    const { countryCode, regionCode } = region;
    return [{ countryCode, regionCode, consentRequired: isOptIn, dataSaleOptOutRequired: !isOptIn }];
  });
}

/** Compares what stands at Shopify with what the law asks for. What must change keeps what is stricter already. */
export function findDrift(wanted: readonly RegionPolicy[], present: readonly RegionPolicy[]): PolicyDrift {
  const standing = new Map(present.map((policy) => [placeOf(policy), policy]));
  const drift: PolicyDrift = { missing: [], weaker: [] };
  for (const policy of wanted) {
    const found = standing.get(placeOf(policy));
    const merged = {
      ...policy,
      consentRequired: policy.consentRequired || found?.consentRequired === true,
      dataSaleOptOutRequired: policy.dataSaleOptOutRequired || found?.dataSaleOptOutRequired === true,
    };
    if (!found) drift.missing.push(policy);
    else if (!isSame(merged, found)) drift.weaker.push(merged);
  }
  return drift;
}

function isSame(one: RegionPolicy, other: RegionPolicy): boolean {
  return one.consentRequired === other.consentRequired && one.dataSaleOptOutRequired === other.dataSaleOptOutRequired;
}
