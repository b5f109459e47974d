import { ANALYTICS, MARKETING, PREFERENCES, SALE, type PurposeSet } from "../law/purposes.ts";

/** Google's name of each signal, and the purposes that all must be allowed for it. */
export type GoogleNeeds = Readonly<Record<string, PurposeSet>>;

/**
 * The seven signals of Google's consent mode v2. A profile for ads is also sharing across sites, so `ad_user_data` and
 * `ad_personalization` need both where the store offers both.
 * https://developers.google.com/tag-platform/security/concepts/consent-mode
 */
export function googleNeeds(offered: PurposeSet): GoogleNeeds {
  const profile = MARKETING | (SALE & offered);
  return {
    ad_storage: MARKETING,
    ad_user_data: profile,
    ad_personalization: profile,
    analytics_storage: ANALYTICS,
    functionality_storage: PREFERENCES,
    personalization_storage: PREFERENCES,
    security_storage: 0,
  };
}

/** What Google is told of each signal. */
export function googleSignals(needs: GoogleNeeds, allowed: PurposeSet): Record<string, "granted" | "denied"> {
  return Object.fromEntries(
    Object.entries(needs).map(([name, need]) => [name, need & ~allowed ? "denied" : "granted"]),
  );
}
