import { PURPOSE_BIT, type PurposeSet } from "../../../app/law/purposes.ts";

const { preferences, analytics, marketing, sale } = PURPOSE_BIT;

/**
 * The seven signals of Google's consent mode v2. A profile for ads is also sharing across sites, so `ad_user_data` and
 * `ad_personalization` need both where the store offers both.
 * https://developers.google.com/tag-platform/security/concepts/consent-mode
 */
export function googleSignals(allowed: PurposeSet, offered: PurposeSet): Record<string, "granted" | "denied"> {
  const when = (need: PurposeSet) => ((need & ~allowed) === 0 ? "granted" : "denied");
  const profile = when(marketing | (sale & offered));
  return {
    ad_storage: when(marketing),
    ad_user_data: profile,
    ad_personalization: profile,
    analytics_storage: when(analytics),
    functionality_storage: when(preferences),
    personalization_storage: when(preferences),
    security_storage: "granted",
  };
}

/** Pushes a command as Google's own `gtag` does: the arguments object itself, which an array would not be. */
export function gtag(..._command: unknown[]): void {
  const page = window as { dataLayer?: unknown[] };
  (page.dataLayer ??= []).push(arguments);
}
