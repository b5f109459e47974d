import { NEEDS, type Service } from "./known-service.ts";
import { forFinding, forMessages, forPayment, forReviews, forSupport } from "./usual-processing.ts";

const US = { country: "US", checked: null, cookies: {}, optOutUrl: "" } as const;
const comforts = { ...US, needs: NEEDS.comfort };
const recommends = { ...US, needs: NEEDS.ownMarketing };
const essential = { ...US, needs: NEEDS.nothing };

/** Further services of a shop's own business, from general knowledge: their cookies were not looked up. */
export const MORE_STORE_VENDORS: readonly Service[] = [
  {
    ...{ ...comforts, id: "okendo", name: "Okendo", company: "Okendo Pty Ltd", country: "AU" },
    hosts: ["okendo.io"],
    privacyUrl: "https://okendo.io/legal/privacy/",
    processing: forReviews(["scc"]),
  },
  {
    ...{ ...comforts, id: "reviews-io", name: "REVIEWS.io", company: "Reviews.co.uk Ltd", country: "GB" },
    hosts: ["reviews.io", "reviews.co.uk"],
    privacyUrl: "https://www.reviews.io/front/data-protection",
    processing: forReviews(["adequacy"]),
  },
  {
    ...{ ...comforts, id: "trustpilot", name: "Trustpilot", company: "Trustpilot A/S", country: "DK" },
    hosts: ["trustpilot.com"],
    privacyUrl: "https://legal.trustpilot.com/for-everyone/privacy-policy",
    processing: { ...forReviews([]), role: "independent", hasDpa: false },
  },
  {
    ...{ ...comforts, id: "re-amaze", name: "Re:amaze", company: "GoDaddy.com, LLC" },
    hosts: ["reamaze.com"],
    privacyUrl: "https://www.reamaze.com/privacy",
    processing: forSupport(["dpf", "scc"]),
  },
  {
    ...{ ...recommends, id: "nosto", name: "Nosto", company: "Nosto Solutions Ltd", country: "FI" },
    hosts: ["nosto.com"],
    privacyUrl: "https://www.nosto.com/privacy-policy/",
    processing: forFinding("personalisation", []),
  },
  {
    ...{ ...recommends, id: "rebuy", name: "Rebuy", company: "Rebuy, Inc." },
    hosts: ["rebuyengine.com"],
    privacyUrl: "https://www.rebuyengine.com/privacy-policy",
    processing: forFinding("personalisation", ["scc"]),
  },
  {
    ...{ ...recommends, id: "brevo", name: "Brevo", company: "Sendinblue SAS", country: "FR" },
    hosts: ["brevo.com", "sibautomation.com", "sendinblue.com"],
    privacyUrl: "https://www.brevo.com/legal/privacypolicy/",
    processing: forMessages([]),
  },
  {
    ...{ ...recommends, id: "sendlane", name: "Sendlane", company: "Sendlane, Inc." },
    hosts: ["sendlane.com"],
    privacyUrl: "https://www.sendlane.com/privacy-policy",
    processing: forMessages(["scc"]),
  },
  {
    ...{ ...essential, id: "algolia", name: "Algolia", company: "Algolia, Inc." },
    hosts: ["algolia.net", "algolianet.com"],
    privacyUrl: "https://www.algolia.com/policies/privacy/",
    processing: forFinding("preferences", ["dpf", "scc"]),
  },
  {
    ...{ ...essential, id: "afterpay", name: "Afterpay", company: "Afterpay Limited", country: "AU" },
    hosts: ["afterpay.com", "clearpay.co.uk"],
    privacyUrl: "https://www.afterpay.com/en-US/privacy-policy",
    processing: forPayment(["scc"]),
  },
  {
    ...{ ...essential, id: "affirm", name: "Affirm", company: "Affirm, Inc." },
    hosts: ["affirm.com"],
    privacyUrl: "https://www.affirm.com/privacy",
    processing: forPayment(["scc"]),
  },
  {
    ...{ ...essential, id: "sezzle", name: "Sezzle", company: "Sezzle Inc." },
    hosts: ["sezzle.com"],
    privacyUrl: "https://legal.sezzle.com/privacy",
    processing: forPayment(["scc"]),
  },
];
