/**
 * What a person's requests forbid, as it stands on their customer record at Shopify. "restricted": their data is kept
 * and not used (GDPR art. 18). "objects": no marketing, no profiling (art. 21). "no-sale": not sold or shared (CCPA
 * §1798.120). "sensitive-limited": sensitive data for what was asked only (§1798.121). "consent-withdrawn": what they had
 * agreed to is taken back (GDPR art. 7(3)).
 */
export const LIMITS = ["restricted", "objects", "no-sale", "sensitive-limited", "consent-withdrawn"] as const;

/** One of the things that a person's requests forbid. */
export type Limit = (typeof LIMITS)[number];

/** The tag by which staff, segments and other apps see a limit. */
export function tagOf(limit: Limit): string {
  return `candor-${limit}`;
}

/** Limits that end marketing by e-mail and text message. */
export const ENDS_MARKETING: readonly Limit[] = ["restricted", "objects", "consent-withdrawn"];

/** Reads what stands in the metafield; what makes no sense counts as nothing. */
export function readLimits(value: string | undefined): Limit[] {
  const words: readonly string[] = (value ?? "").match(/[a-z-]+/g) ?? [];
  return LIMITS.filter((limit) => words.includes(limit));
}

/** What stands in the metafield `$app:privacy` / `limits`, type json: a list. */
export function writeLimits(limits: readonly Limit[]): string {
  return JSON.stringify(LIMITS.filter((limit) => limits.includes(limit)));
}
