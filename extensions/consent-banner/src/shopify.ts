import { PURPOSE_BIT, PURPOSES, type Purpose, type PurposeSet } from "../../../app/law/purposes.ts";

/** Shopify's own names of the four purposes. https://shopify.dev/docs/api/customer-privacy */
const FLAG = {
  preferences: "preferences",
  analytics: "analytics",
  marketing: "marketing",
  sale: "sale_of_data",
} as const satisfies Record<Purpose, string>;

type Flags = Record<(typeof FLAG)[Purpose], boolean>;

/** What is used of Shopify's Customer Privacy API. */
export interface PrivacyApi {
  getRegion?: () => string;
  currentVisitorConsent?: () => Record<string, string>;
  setTrackingConsent: (consent: Flags, done: (failed?: { error?: string }) => void) => void;
}

interface ShopifyGlobal {
  customerPrivacy?: PrivacyApi;
  loadFeatures?: (features: { name: string; version: string }[], done: (failed?: unknown) => void) => void;
}

/** How long the API may take before the visitor's place counts as unknown, in milliseconds. */
const PATIENCE = 6_000;
const STEP = 200;

const shopify = () => (window as { Shopify?: ShopifyGlobal }).Shopify;

/** The API, as soon as it is there; undefined when it never comes. */
export function privacyApi(): Promise<PrivacyApi | undefined> {
  return new Promise((resolve) => {
    let left = PATIENCE;
    const look = () => {
      const { customerPrivacy, loadFeatures } = shopify() ?? {};
      if (customerPrivacy?.getRegion) {
        resolve(customerPrivacy);
      } else if (loadFeatures) {
        loadFeatures([{ name: "consent-tracking-api", version: "0.1" }], () => {
          resolve(shopify()?.customerPrivacy);
        });
        setTimeout(resolve, left);
      } else if ((left -= STEP) > 0) {
        setTimeout(look, STEP);
      } else {
        resolve(undefined);
      }
    };
    look();
  });
}

/** "USCA" → "US-CA", "DE" → "DE"; null for what is no place. */
export function placeOf(region: unknown): string | null {
  const found = /^([A-Z]{2})-?([A-Z\d]{0,3})$/.exec(String(region));
  return found ? [found[1], found[2]].filter(Boolean).join("-") : null;
}

/** What Shopify keeps, as a set; undefined when it keeps no whole choice. */
export function keptByShopify(api: PrivacyApi): PurposeSet | undefined {
  const consent = api.currentVisitorConsent?.() ?? {};
  let allowed = 0;
  for (const purpose of PURPOSES) {
    const answer = consent[FLAG[purpose]];
    if (answer === "yes") allowed |= PURPOSE_BIT[purpose];
    // the sale is only kept where a law speaks of it
    else if (answer !== "no" && purpose !== "sale") return undefined;
  }
  return allowed;
}

/** Tells Shopify, all four flags in one call; answers whether it keeps what it was told. */
export function tellShopify(api: PrivacyApi, allowed: PurposeSet): Promise<boolean> {
  const flags = Object.fromEntries(
    PURPOSES.map((purpose) => [FLAG[purpose], (allowed & PURPOSE_BIT[purpose]) !== 0]),
  ) as Flags;
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE, false);
    api.setTrackingConsent(flags, (failed) => {
      resolve(!failed?.error && keptByShopify(api) === allowed);
    });
  });
}

/** What `visitorConsentCollected` tells. */
export function collected(event: Event): PurposeSet {
  const { detail } = event as CustomEvent<Record<string, boolean> | null>;
  const names = ["preferencesAllowed", "analyticsAllowed", "marketingAllowed", "saleOfDataAllowed"];
  return names.reduce((set, name, at) => set | (detail?.[name] ? 1 << at : 0), 0);
}
