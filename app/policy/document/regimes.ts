import { isInEea } from "../../law/transfers.ts";

/** The laws that shape a policy's wording; what each needs of a policy stands beside its sentences. */
export const REGIMES = ["gdpr", "uk-gdpr", "fadp", "ccpa", "us-states", "law-25", "pipeda", "lgpd", "appi"] as const;
/** One of them. */
export type Regime = (typeof REGIMES)[number];

const OF_COUNTRY: Readonly<Record<string, readonly Regime[]>> = {
  GB: ["uk-gdpr"],
  CH: ["fadp"],
  US: ["ccpa", "us-states"],
  "US-CA": ["ccpa"],
  CA: ["law-25", "pipeda"],
  "CA-QC": ["law-25"],
  BR: ["lgpd"],
  JP: ["appi"],
};

/**
 * The laws of the places that a store sells to: ISO 3166-1 ("DE") or 3166-2 ("US-CA") codes, in any order. A country
 * brings the laws of all its parts. Where nothing is known of where a store sells, all: a policy then says too much
 * rather than too little.
 */
export function regimesOf(places: readonly string[]): Regime[] {
  if (places.length === 0) return [...REGIMES];
  const found = new Set(places.flatMap((place) => regimesIn(place)));
  return REGIMES.filter((regime) => found.has(regime));
}

function regimesIn(place: string): readonly Regime[] {
  const [country = "", part] = place.split("-");
  if (isInEea(country)) return ["gdpr"];
  if (part === undefined) return OF_COUNTRY[country] ?? [];
  return OF_COUNTRY[place] ?? (country === "US" ? ["us-states"] : country === "CA" ? ["pipeda"] : regimesIn(country));
}

/** The laws that the GDPR is the model of. */
export const EUROPEAN = ["gdpr", "uk-gdpr", "fadp"] as const satisfies readonly Regime[];
/** Those of the United States. */
export const AMERICAN = ["ccpa", "us-states"] as const satisfies readonly Regime[];
