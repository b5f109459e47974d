import { ALL_PURPOSES } from "../law/purposes.ts";
import { listed } from "./change-facts.ts";
import { TERM_NAMES } from "./element-words.ts";
import { ELEMENTS, TERMS, type DataElement, type DataSource, type Provision } from "./elements.ts";
import { PRESET, type Provenance } from "./fact.ts";
import { SECURITY_MEASURES, USUAL_LINKS } from "./fact-lists.ts";
import type { DecisionFact, ElementFact, PurposeFact, Register, RetentionFact, Singles } from "./facts.ts";
import { PROCESSING_PURPOSES, PURPOSE_PRESETS, type ProcessingPurpose } from "./processing-purposes.ts";
import { BALANCING_NOTES } from "./purpose-words.ts";
import { RETENTION_CATEGORIES, RETENTION_PRESETS, type RetentionCategory } from "./retention-rules.ts";

const device: DataSource = "device";
const person: DataSource = "person";

/** Elements that do not come from the person alone. */
const SOURCES: Partial<Record<DataElement, readonly DataSource[]>> = {
  ...Object.fromEntries(
    (["ip-address", "browser", "time-zone", "language-setting", "internet-provider", "access-time"] as const).map(
      (element) => [element, [device]],
    ),
  ),
  ...Object.fromEntries(
    (["cookie-id", "page-view", "product-view", "search-term", "referrer", "interaction", "cart"] as const).map(
      (element) => [element, [device]],
    ),
  ),
  "approximate-location": ["store"],
  "payment-summary": ["payment-provider"],
  "delivery-status": ["vendor"],
  "risk-assessment": ["vendor"],
  "loyalty-balance": ["store"],
  "message-engagement": [device],
  "inferred-preferences": ["store"],
};

/** What a sale cannot do without. */
const FOR_CONTRACT: readonly DataElement[] = [
  ...["name", "email", "billing-address", "shipping-address", "payment-card", "payment-summary", "order-lines"],
] as DataElement[];

/** What every visit sends, whether the visitor answered the banner or not: without it no page arrives. */
const BEFORE_CONSENT: readonly DataElement[] = ["ip-address", "browser", "internet-provider", "access-time", "cart"];

/** An element as most stores have it. */
export function usualElement(element: DataElement, how: Provenance = PRESET): ElementFact {
  const provision: Provision = FOR_CONTRACT.includes(element) ? "contract" : "voluntary";
  const sources = SOURCES[element] ?? [person];
  return listed("elements", {
    ...how,
    ...{ element, sources, provision, beforeConsent: BEFORE_CONSENT.includes(element) },
  });
}

/** A purpose as most stores have it. */
export function usualPurpose(purpose: ProcessingPurpose, how: Provenance = PRESET): PurposeFact {
  const { basis, interest, needs, elements } = PURPOSE_PRESETS[purpose];
  const balancing = interest === null ? "" : BALANCING_NOTES[interest];
  return listed("purposes", { ...how, purpose, basis, interest, balancing, elements, needs });
}

/** How a kind of records is usually kept. */
export function usualRetention(category: RetentionCategory, how: Provenance = PRESET): RetentionFact {
  const { period, trigger } = RETENTION_PRESETS[category];
  return listed("retention", { ...how, category, period, trigger });
}

/** Shopify rates the risk of each order, and a person decides what becomes of it. */
const FRAUD_SCREENING: DecisionFact = listed("decisions", {
  ...PRESET,
  ...{ decision: "fraud-screening", isSolelyAutomated: false, isWeighty: true, hasReview: true },
});

/** The kinds of records that every store has. */
const USUAL_RECORDS = RETENTION_CATEGORIES.filter((category) => category !== "reviews");

/** Before anybody spoke. */
const NOBODY_SAID: Singles = {
  store: { ...PRESET, id: "store", legalName: "", tradingName: "", country: "", domains: [] },
  reach: {
    ...{ ...PRESET, id: "reach", isEstablishedInEea: null, isEstablishedInUk: null },
    ...{ isUnderCcpa: null, isOverTenMillion: null },
  },
  advertising: { ...PRESET, id: "advertising", isTargeted: null, sellsForMoney: null },
  minors: { ...PRESET, id: "minors", minimumAge: null, isDirectedToChildren: false },
  doNotTrack: { ...PRESET, id: "doNotTrack", response: null },
  // the banner honours it wherever it is sent
  globalPrivacyControl: { ...PRESET, id: "globalPrivacyControl", response: "everywhere" },
  banner: { ...PRESET, id: "banner", offered: ALL_PURPOSES, honoursNoTrack: false, forMinors: false },
  publication: {
    ...{ ...PRESET, id: "publication", effectiveOn: null, reviewedOn: null },
    ...{ languages: [], announcesByMail: false },
  },
  rights: { ...PRESET, id: "rights", scope: "everyone", answersWithinDays: null },
};

/**
 * The register of a Shopify store of which nothing is known but that it sells. Vendors and cookies are laid over it from
 * the store's services: see `assembleRegister`.
 */
export function presetRegister(): Register {
  const purposes = PROCESSING_PURPOSES.filter((purpose) => PURPOSE_PRESETS[purpose].isUsual);
  const used = new Set(purposes.flatMap((purpose) => PURPOSE_PRESETS[purpose].elements));
  return {
    ...NOBODY_SAID,
    terms: TERMS.map((term) => listed("terms", { ...PRESET, term, name: TERM_NAMES[term] })),
    elements: ELEMENTS.filter((element) => used.has(element)).map((element) => usualElement(element)),
    purposes: purposes.map((purpose) => usualPurpose(purpose)),
    vendors: [],
    cookies: [],
    retention: USUAL_RECORDS.map((category) => usualRetention(category)),
    decisions: [FRAUD_SCREENING],
    contacts: [],
    disclosures: (["legal-duty", "authority-request", "protect-rights"] as const).map((ground) =>
      listed("disclosures", { ...PRESET, ground }),
    ),
    links: [listed("links", { ...PRESET, link: "shopify-privacy", url: USUAL_LINKS["shopify-privacy"] })],
    markets: [],
    languages: [],
    sightings: [],
    wordings: [],
    measures: SECURITY_MEASURES.filter((measure) => measure.startsWith("encryption")).map((measure) =>
      listed("measures", { ...PRESET, measure }),
    ),
  };
}
