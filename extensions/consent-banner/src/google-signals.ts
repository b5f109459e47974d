import { ANALYTICS, MARKETING, PREFERENCES, SALE, type PurposeSet } from "../../../app/law/purposes.ts";

/**
 * The seven signals of Google's consent mode v2. A profile for ads is also sharing across sites, so `ad_user_data` and
 * `ad_personalization` need both where the store offers both.
 * https://developers.google.com/tag-platform/security/concepts/consent-mode
 */
export function googleSignals(allowed: PurposeSet, offered: PurposeSet): Record<string, "granted" | "denied"> {
  const when = (need: PurposeSet) => ((need & ~allowed) === 0 ? "granted" : "denied");
  const profile = when(MARKETING | (SALE & offered));
  return {
    ad_storage: when(MARKETING),
    ad_user_data: profile,
    ad_personalization: profile,
    analytics_storage: when(ANALYTICS),
    functionality_storage: when(PREFERENCES),
    personalization_storage: when(PREFERENCES),
    security_storage: "granted",
  };
}
