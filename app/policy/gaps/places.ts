import { lawOf } from "../../law/deadlines.ts";

/** Where a duty can lie. "california" includes the United States while the state is unknown. */
export const PLACES = ["eea", "gb", "ch", "canada", "quebec", "california", "appeal-state", "anywhere"] as const;
/** One of them. */
export type Place = (typeof PLACES)[number];

/** States whose act lets a person appeal a refusal: the general acts but California's and Utah's. */
const NO_APPEAL = new Set(["US-CA", "US-UT"]);

/** The places that regions lie in: ISO 3166-1 ("DE") or 3166-2 ("US-CA") codes. */
export function placesOf(regions: readonly string[]): ReadonlySet<Place> {
  return new Set(["anywhere", ...regions.flatMap(placesOfRegion)]);
}

function placesOfRegion(region: string): Place[] {
  const [country = "", part] = region.toUpperCase().split("-");
  if (country === "US") return placesInUnitedStates(part);
  if (country === "CA") return part === "QC" || part === undefined ? ["canada", "quebec"] : ["canada"];
  if (country === "GB" || country === "UK") return ["gb"];
  if (country === "CH") return ["ch"];
  return lawOf(country) === "gdpr" ? ["eea"] : [];
}

function placesInUnitedStates(part: string | undefined): Place[] {
  if (part === undefined || part === "*") return ["california", "appeal-state"];
  const region = `US-${part}`;
  const hasAct = lawOf("US", part) !== "shopify";
  const places: Place[] = [];
  if (region === "US-CA") places.push("california");
  if (hasAct && !NO_APPEAL.has(region)) places.push("appeal-state");
  return places;
}
