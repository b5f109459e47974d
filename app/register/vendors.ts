import { ADVERTISING_VENDORS } from "./advertising-vendors.ts";
import type { Service } from "./known-service.ts";
import { MORE_STORE_VENDORS } from "./more-store-vendors.ts";
import { OFFICE_VENDORS, PLATFORM_VENDORS } from "./office-vendors.ts";
import { STATISTICS_VENDORS } from "./statistics-vendors.ts";
import { STORE_VENDORS } from "./store-vendors.ts";

/**
 * The services that Shopify stores commonly use, in their pages or behind them. A new one goes into one of the tables.
 * Those that every store has, `PLATFORM_VENDORS`, are not a store's choice and stand apart.
 */
export const VENDORS: readonly Service[] = [
  ...STATISTICS_VENDORS,
  ...ADVERTISING_VENDORS,
  ...STORE_VENDORS,
  ...MORE_STORE_VENDORS,
  ...OFFICE_VENDORS,
];

/** Google's own tags: the ones that its consent mode speaks to. */
export const GOOGLE_TAGS: readonly string[] = ["google-analytics", "google-tag-manager", "google-ads", "doubleclick"];

const BY_ID: ReadonlyMap<string, Service> = new Map([...PLATFORM_VENDORS, ...VENDORS].map((one) => [one.id, one]));

/** A known service by its id. */
export function vendorById(id: string): Service | undefined {
  return BY_ID.get(id);
}
