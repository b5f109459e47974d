import { isPlace } from "../../law/places.ts";

/**
 * Where a shopper probably lives, as the form proposes it: the country of the market that they shop in, else the first
 * that their browser's languages name ("de-AT"). "" where neither says; a language alone is no country.
 */
export function guessHome(market: string | null, tags: readonly string[]): string {
  const named = tags.map((tag) => /[-_]([A-Za-z]{2})(?:[-_]|$)/.exec(tag)?.[1]?.toUpperCase() ?? "");
  return [market?.toUpperCase() ?? "", ...named].find((place) => isPlace(place)) ?? "";
}
