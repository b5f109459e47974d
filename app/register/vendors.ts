import { ADVERTISING_VENDORS } from "./advertising-vendors.ts";
import type { Service } from "./known-service.ts";
import { STATISTICS_VENDORS } from "./statistics-vendors.ts";
import { STORE_VENDORS } from "./store-vendors.ts";

/** The services that Shopify stores commonly load. A new one goes into one of the three tables. */
export const VENDORS: readonly Service[] = [...STATISTICS_VENDORS, ...ADVERTISING_VENDORS, ...STORE_VENDORS];

/** Google's own tags: the ones that its consent mode speaks to. */
export const GOOGLE_TAGS: readonly string[] = ["google-analytics", "google-tag-manager", "google-ads", "doubleclick"];

const BY_ID: ReadonlyMap<string, Service> = new Map(VENDORS.map((vendor) => [vendor.id, vendor]));

/** A known service by its id. */
export function vendorById(id: string): Service | undefined {
  return BY_ID.get(id);
}
