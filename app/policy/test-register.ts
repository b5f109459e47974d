import { expect } from "vitest";
import { assembleRegister } from "../register/assemble-register.ts";
import { listed, withFact, withoutFact, withSingle } from "../register/change-facts.ts";
import type { ContactKind } from "../register/fact-lists.ts";
import type { PurposeFact, Register, VendorFact } from "../register/facts.ts";
import type { ProcessingPurpose } from "../register/processing-purposes.ts";
import { registerOf } from "../register/register.ts";
import { VENDORS } from "../register/vendors.ts";
import type { IssueCode } from "./issue-codes.ts";

/** The day on which tests look. */
export const TODAY = "2026-11-26";
/** Staff said so. */
export const SAID = { status: "confirmed", origin: "staff", ref: "" } as const;
const CLAIMED = { status: "claimed", origin: "policy", ref: "S1" } as const;
const SEEN = { status: "seen", origin: "storefront", ref: "" } as const;

/** The register of a store with some services, and nothing else said. */
export const using = (...ids: string[]): Register =>
  assembleRegister({
    services: registerOf(
      VENDORS,
      ids.map((id) => ({ id, needs: null, isUsed: true, own: null })),
    ),
    ...{ facts: [], removed: [], banner: null },
  });
/** A register with markets. */
export const selling = (register: Register, ...countries: string[]) =>
  countries.reduce((result, country) => withFact(result, listed("markets", { ...SAID, country })), register);
const contact = (register: Register, kind: ContactKind, value: string) =>
  withFact(register, listed("contacts", { ...SAID, contact: kind, name: "", value }));
const purpose = (register: Register, name: ProcessingPurpose, change: Partial<PurposeFact>) => {
  const fact = register.purposes.find((one) => one.purpose === name) ?? expect.fail(name);
  return withFact(register, { ...fact, ...change });
};
const vendor = (register: Register, id: string, change: Partial<VendorFact>) =>
  withFact(register, { ...(register.vendors.find((one) => one.vendor === id) ?? expect.fail(id)), ...change });
const sighting = (register: Register, service: string, hosts: string[]) =>
  withFact(
    register,
    listed("sightings", {
      ...SEEN,
      service,
      name: service,
      isKnown: true,
      hosts,
      cookies: hosts.length > 0 ? [] : ["_x"],
    }),
  );

/** A German store that sells in Germany and the United States, advertises through Meta, and has nothing to mend. */
export const GOOD = [
  (register: Register) => selling(register, "DE", "US"),
  (register: Register) =>
    withSingle(register, "store", { legalName: "Ring GmbH", country: "DE", domains: ["ring.example"] }),
  (register: Register) => withSingle(register, "advertising", { isTargeted: true, sellsForMoney: false }),
  (register: Register) => withSingle(register, "reach", { isEstablishedInEea: true, isUnderCcpa: false }),
  (register: Register) => withSingle(register, "minors", { minimumAge: 16 }),
  (register: Register) => withSingle(register, "doNotTrack", { response: "ignored" }),
  (register: Register) => withSingle(register, "globalPrivacyControl", { response: "everywhere" }),
  (register: Register) => contact(contact(register, "email", "privacy@ring.example"), "post", "Ringweg 1"),
  (register: Register) =>
    withSingle(register, "publication", { effectiveOn: TODAY, reviewedOn: TODAY, languages: ["de", "en"] }),
  (register: Register) => withFact(register, listed("languages", { ...SEEN, language: "de-AT", isPrimary: true })),
  (register: Register) =>
    withFact(
      register,
      listed("retention", { ...SAID, category: "orders", period: { months: 96 }, trigger: "end-of-order-year" }),
    ),
  (register: Register) =>
    withFact(register, listed("links", { ...SAID, link: "ads-choices-us", url: "https://a.example" })),
  (register: Register) =>
    withFact(register, listed("links", { ...SAID, link: "ads-choices-eu", url: "https://b.example" })),
].reduce((register, step) => step(register), using("meta", "klaviyo"));

const retention = (
  register: Register,
  category: "orders" | "visit-data",
  period: { months: number } | "until-asked" | null,
) => withFact(register, listed("retention", { ...SAID, category, period, trigger: "end-of-order-year" }));
const wording = (
  register: Register,
  name: "anonymous-identifier" | "examples-only" | "rights-for-europe-only" | "empty-section",
) => withFact(register, listed("wordings", { ...CLAIMED, wording: name }));

/** For each issue a change after which a good register has it, and no other blocking one. */
export const BROKEN: Readonly<Record<IssueCode, (register: Register) => Register>> = {
  "store-unnamed": (register) => withSingle(register, "store", { legalName: "" }),
  "store-country-unknown": (register) => withSingle(register, "store", { country: "" }),
  "markets-unknown": (register) => ({ ...register, markets: [] }),
  "contact-missing": (register) => ({ ...register, contacts: [] }),
  "second-contact-missing": (register) => withoutFact(register, "contacts/post"),
  "eu-representative-needed": (register) =>
    withSingle(withSingle(register, "store", { country: "US" }), "reach", { isEstablishedInEea: false }),
  "uk-representative-needed": (register) => selling(register, "GB"),
  "minimum-age-unsaid": (register) => withSingle(register, "minors", { minimumAge: null }),
  "ads-to-children": (register) => withSingle(register, "minors", { isDirectedToChildren: true }),
  "sale-unsaid": (register) => withSingle(register, "advertising", { sellsForMoney: null }),
  "ccpa-reach-unsaid": (register) => withSingle(register, "reach", { isUnderCcpa: null }),
  "element-without-purpose": (register) =>
    withFact(
      register,
      listed("elements", {
        ...SAID,
        element: "survey-answer",
        sources: [],
        provision: "voluntary",
        beforeConsent: false,
      }),
    ),
  "term-undefined": (register) => withoutFact(register, "terms/order"),
  "term-named-twice": (register) =>
    withFact(register, listed("terms", { ...SAID, term: "order", name: "device information" })),
  "purpose-without-basis": (register) => purpose(register, "payment", { basis: null }),
  "purpose-without-elements": (register) => purpose(register, "legal-claims", { elements: [] }),
  "ads-on-legitimate-interests": (register) =>
    purpose(register, "targeted-ads", {
      basis: "legitimate-interests",
      interest: "advertising-the-shop",
      balancing: "x",
    }),
  "consent-needed": (register) => purpose(register, "analytics", { basis: "contract" }),
  "messages-without-consent": (register) => purpose(register, "email-marketing", { basis: "contract" }),
  "interest-unnamed": (register) => purpose(register, "security", { interest: null }),
  "balancing-missing": (register) => purpose(register, "security", { balancing: "" }),
  "special-category-without-consent": (register) =>
    purpose(
      withFact(
        register,
        listed("elements", {
          ...SAID,
          element: "health-data",
          sources: ["person"],
          provision: "voluntary",
          beforeConsent: false,
        }),
      ),
      "support",
      { elements: ["email", "photo", "support-message", "health-data"] },
    ),
  "decision-unsaid": (register) => ({ ...register, decisions: [] }),
  "decision-without-review": (register) =>
    withFact(
      register,
      listed("decisions", {
        ...SAID,
        decision: "fraud-screening",
        isSolelyAutomated: true,
        isWeighty: true,
        hasReview: false,
      }),
    ),
  "disclosures-unsaid": (register) => ({ ...register, disclosures: [] }),
  "vendor-not-in-register": (register) => sighting(register, "tiktok", ["analytics.tiktok.com"]),
  "cookie-not-in-register": (register) => sighting(register, "pinterest", []),
  "service-not-in-register": (register) => ({
    ...register,
    sightings: sighting(register, "sendcloud", []).sightings.map((one) => ({ ...one, cookies: [] })),
  }),
  "vendor-unconfirmed": (register) => vendor(register, "klaviyo", CLAIMED),
  "vendor-without-purpose": (register) => vendor(register, "klaviyo", { purposes: [] }),
  "vendor-purpose-missing": (register) => withoutFact(register, "purposes/sms-marketing"),
  "vendor-element-missing": (register) => withoutFact(register, "elements/message-engagement"),
  "vendor-country-unknown": (register) => vendor(register, "klaviyo", { country: "" }),
  "transfer-without-basis": (register) => vendor(register, "klaviyo", { transfer: [] }),
  "vendor-role-unknown": (register) => vendor(register, "klaviyo", { role: null }),
  "processor-without-contract": (register) => vendor(register, "klaviyo", { hasDpa: null }),
  "vendor-link-missing": (register) => vendor(register, "klaviyo", { privacyUrl: "" }),
  "ads-unsaid": (register) => withSingle(register, "advertising", { isTargeted: null }),
  "ads-without-vendor": (register) => withoutFact(register, "vendors/meta"),
  "ads-without-opt-out": (register) => withSingle(register, "banner", { offered: 7 }),
  "purpose-not-offered": (register) => withSingle(register, "banner", { offered: 11 }),
  "ad-vendor-without-opt-out": (register) => vendor(register, "meta", { optOutUrl: "" }),
  "ads-choices-link-missing": (register) => withoutFact(register, "links/ads-choices-us"),
  "do-not-track-unsaid": (register) => withSingle(register, "doNotTrack", { response: null }),
  "do-not-track-contradicted": (register) => withSingle(register, "doNotTrack", { response: "everywhere" }),
  "opt-out-signal-unsaid": (register) => withSingle(register, "globalPrivacyControl", { response: null }),
  "opt-out-signal-contradicted": (register) => withSingle(register, "globalPrivacyControl", { response: "ignored" }),
  "retention-missing": (register) => retention(register, "visit-data", null),
  "retention-without-end": (register) => retention(register, "orders", "until-asked"),
  "retention-below-minimum": (register) => retention(register, "orders", { months: 72 }),
  "retention-too-long": (register) => retention(register, "visit-data", { months: 50 }),
  "effective-date-missing": (register) => withSingle(register, "publication", { effectiveOn: null }),
  "review-overdue": (register) => withSingle(register, "publication", { reviewedOn: "2025-11-25" }),
  "language-missing": (register) =>
    withFact(register, listed("languages", { ...SEEN, language: "ar", isPrimary: false })),
  "link-empty": (register) => withFact(register, listed("links", { ...CLAIMED, link: "shopify-privacy", url: "" })),
  "anonymous-identifier": (register) => wording(register, "anonymous-identifier"),
  "recipients-by-example": (register) => wording(register, "examples-only"),
  "rights-for-europe-only": (register) => wording(register, "rights-for-europe-only"),
  "section-empty": (register) => wording(register, "empty-section"),
  "answer-later-than-law": (register) => withSingle(register, "rights", { answersWithinDays: 45 }),
  "claim-unconfirmed": (register) => withFact(register, { ...register.minors, ...CLAIMED }),
};
