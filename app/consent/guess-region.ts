import { consentRule } from "../law/consent-rules.ts";
import type { RegionSource } from "./record.ts";

/** A guess of a visitor's place, and what it rests on. */
export interface GuessedRegion {
  /** ISO 3166-1 or 3166-2; null when nothing tells it, so that the strictest rule applies. */
  region: string | null;
  source: RegionSource;
}

/** IANA time zones of places where nothing may happen before a yes, whichever country a market is for. */
const STRICT_ZONE = /^Europe|^Atlantic\/[ACFMR]/;
/** The zones of nearly all Americans. The others are asked until their place is known. */
const AMERICAN_ZONE = /^America\/(.*New_|Chi|Den|Los_|Det|Pho)/;
/**
 * Where a visitor probably is before anybody has said so. It only decides what is shown at first paint, never what is
 * allowed. The time zone goes before the market: a German who shops in the American market is still asked.
 */
export function guessRegion(kept: string, zone: string, market: string): GuessedRegion {
  if (kept) return { region: kept, source: "kept" };
  if (AMERICAN_ZONE.test(zone)) return { region: "US", source: "time-zone" };
  const region = STRICT_ZONE.test(zone) && consentRule(market).model !== "opt-in" ? null : market;
  if (region === null) return { region, source: "time-zone" };
  return { region: region || null, source: region ? "market" : "none" };
}
