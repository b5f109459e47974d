/**
 * What a storefront may use a shopper's data for beyond what it needs to work. The four are Shopify's own, so that one
 * choice means the same here, in Shopify's Customer Privacy API and at the checkout.
 * https://shopify.dev/docs/api/customer-privacy
 */
export const PURPOSES = ["preferences", "analytics", "marketing", "sale"] as const;
/** One purpose. "sale" is the sale or sharing of data for advertising across sites (CCPA §1798.140(ad), (ah)). */
export type Purpose = (typeof PURPOSES)[number];

/** Purposes as a set: the sum of their `PURPOSE_BIT`s, 0 (none) to 15 (all). */
export type PurposeSet = number;

/** The bit of each purpose. */
export const PREFERENCES = 1;
export const ANALYTICS = 2;
export const MARKETING = 4;
export const SALE = 8;

/** Each purpose's place in a `PurposeSet`. Stored in shoppers' browsers and in records: never renumber. */
export const PURPOSE_BIT = {
  preferences: PREFERENCES,
  analytics: ANALYTICS,
  marketing: MARKETING,
  sale: SALE,
} as const satisfies Record<Purpose, PurposeSet>;

/** No purpose: only what the store needs to work. */
export const NO_PURPOSES: PurposeSet = 0;
/** All purposes. */
export const ALL_PURPOSES: PurposeSet = 15;
/** Advertising, whatever it is called: what a minor, or an opt-out signal, must be kept from. */
export const ADVERTISING: PurposeSet = 12;
/** What "do not track" asks not to happen: measuring and advertising. */
export const TRACKING: PurposeSet = 14;

/** The purposes in a set, in the order of `PURPOSES`. */
export function purposesIn(set: PurposeSet): Purpose[] {
  return PURPOSES.filter((purpose) => (set & PURPOSE_BIT[purpose]) !== 0);
}

/** The set of some purposes. */
export function setOf(purposes: readonly Purpose[]): PurposeSet {
  return purposes.reduce<PurposeSet>((set, purpose) => set | PURPOSE_BIT[purpose], NO_PURPOSES);
}
