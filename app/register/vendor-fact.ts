import { ANALYTICS, MARKETING, PREFERENCES, SALE, type PurposeSet } from "../law/purposes.ts";
import { listed } from "./change-facts.ts";
import type { Provenance } from "./fact.ts";
import type { CookieFact, VendorFact } from "./facts.ts";
import { KNOWN_COOKIES } from "./known-cookies.ts";
import type { Service } from "./known-service.ts";
import type { DataElement } from "./elements.ts";
import type { ProcessingPurpose } from "./processing-purposes.ts";
import { isInPages } from "./register.ts";
import { THIRD_PARTY_COOKIES } from "./third-party-cookies.ts";

/** What a browser sends to whatever a page loads. */
const LOADED: readonly DataElement[] = ["ip-address", "browser", "cookie-id", "page-view"];

/** What a service that nobody described is used for, by the widest purpose that it needs. */
const BY_NEED: readonly (readonly [PurposeSet, ProcessingPurpose])[] = [
  [SALE, "targeted-ads"],
  [MARKETING, "ad-measurement"],
  [ANALYTICS, "analytics"],
  [PREFERENCES, "preferences"],
];

function purposesBy(needs: PurposeSet): readonly ProcessingPurpose[] {
  return BY_NEED.filter(([bit]) => (needs & bit) !== 0)
    .map(([, purpose]) => purpose)
    .slice(0, 1);
}

/** A service as a recipient in the register. What nobody has said of it stays unknown. */
export function vendorFact(service: Service, how: Provenance): VendorFact {
  const { id: vendor, name, company, country, privacyUrl, optOutUrl, needs, processing } = service;
  const known = { ...how, vendor, name, company, country, privacyUrl, optOutUrl, needs };
  if (processing === undefined) {
    return listed("vendors", {
      ...{ ...known, role: null, purposes: purposesBy(needs), elements: isInPages(service) ? LOADED : [] },
      ...{ transfer: [], alsoIn: [], hasDpa: null, ads: (needs & SALE) !== 0, checked: null },
    });
  }
  const { role, purposes, elements, transfer, alsoIn, ads, hasDpa, looked: checked } = processing;
  return listed("vendors", { ...known, role, purposes, elements, transfer, alsoIn, hasDpa, ads, checked });
}

/** The cookies that a service sets. */
export function cookieFacts(service: Service, how: Provenance): CookieFact[] {
  const { id: vendor, essentialCookies = [] } = service;
  return Object.entries(service.cookies).map(([name, days]) => {
    const needs = essentialCookies.includes(name) ? 0 : service.needs;
    const domain = THIRD_PARTY_COOKIES[name] ?? "";
    return listed("cookies", { ...how, name, vendor, domain, needs, days, isEssential: needs === 0 });
  });
}

/** The cookies of the shop itself: Shopify's, and this app's. */
export function shopCookieFacts(how: Provenance): CookieFact[] {
  return KNOWN_COOKIES.map(({ name, provider, needs, days }) => {
    const vendor = provider === "Shopify" ? "shopify" : "candor";
    return listed("cookies", { ...how, name, vendor, domain: "", needs, days, isEssential: needs === 0 });
  });
}
