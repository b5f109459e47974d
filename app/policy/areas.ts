import { lawOf } from "../law/deadlines.ts";

/** Where buyers can be whose law asks something of a policy. */
export const AREAS = ["eu", "gb", "ch", "california", "us-states", "quebec", "canada"] as const;
/** One area. */
export type Area = (typeof AREAS)[number];

/** What stands for an area of which nobody said more than that buyers are there. */
const USUAL: Readonly<Record<Area, readonly string[]>> = {
  eu: ["DE"],
  gb: ["GB"],
  ch: ["CH"],
  california: ["US-CA"],
  "us-states": ["US-VA"],
  quebec: ["CA-QC"],
  canada: ["CA-ON"],
};

/** Looked at when a store ships to none of them, or nobody knows where it ships. */
const FIRST: readonly Area[] = ["eu", "gb", "california", "quebec"];

const COUNTRY: Readonly<Partial<Record<Area, string>>> = {
  ...{ gb: "GB", ch: "CH", california: "US", "us-states": "US", quebec: "CA", canada: "CA" },
};

const isEuropean = (country: string) => lawOf(country) === "gdpr";

/** The areas of the countries (ISO 3166-1) that a store ships to; the usual ones when that says nothing. */
export function areasOf(shipsTo: readonly string[]): Area[] {
  const reached = AREAS.filter((area) =>
    shipsTo.some((country) => (area === "eu" ? isEuropean(country) : COUNTRY[area] === country)),
  );
  return reached.length > 0 ? reached : [...FIRST];
}

/** The regions (ISO 3166) for which a policy is read: of Europe, the countries that the store ships to. */
export function regionsOf(areas: readonly Area[], shipsTo: readonly string[]): string[] {
  const european = shipsTo.filter(isEuropean);
  return areas.flatMap((area) => (area === "eu" && european.length > 0 ? european : USUAL[area]));
}
