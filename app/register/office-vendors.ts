import { NEEDS, type Service } from "./known-service.ts";
import type { Processing } from "./processing.ts";
import { forBooks, forCarrying, forFraud, forOffice, forOrders, forPayment, forReviews } from "./usual-processing.ts";

/** Whatever a store uses behind its pages: no host to hold, no cookie. Links from general knowledge. */
function office(id: string, [name, company, country]: readonly string[], rest: [Processing, string]): Service {
  const [processing, privacyUrl] = rest;
  return {
    ...{ id, name: name ?? "", company: company ?? "", country: country ?? "", processing, privacyUrl },
    ...{ hosts: [], cookies: {}, needs: NEEDS.nothing, optOutUrl: "", checked: null },
  };
}

const SHOPIFY: Processing = {
  role: "processor",
  purposes: [
    ...(["payment", "delivery", "invoices", "service-messages", "customer-account", "support", "returns"] as const),
    ...(["fraud-screening", "security", "analytics", "email-marketing"] as const),
  ],
  elements: [
    ...(["name", "email", "phone", "billing-address", "shipping-address", "company-name", "payment-card"] as const),
    ...(["payment-summary", "order-lines", "order-note", "delivery-status", "risk-assessment", "cart"] as const),
    ...(["account-credentials", "marketing-consent", "message-engagement", "ip-address", "browser"] as const),
    ...(["time-zone", "language-setting", "internet-provider", "access-time", "cookie-id", "page-view"] as const),
    ...(["product-view", "search-term", "referrer", "interaction", "approximate-location"] as const),
    ...(["privacy-choice", "privacy-request"] as const),
  ],
  // Ireland to Canada by the adequacy decision, onward by clauses:
  // https://help.shopify.com/en/manual/privacy-and-security/privacy/international-data-transfers/onward-transfers
  ...{ transfer: ["adequacy", "scc"], alsoIn: ["CA", "US"], ads: false, hasDpa: true, looked: "2026-11-26" },
};

const CANDOR: Processing = {
  ...{ role: "processor", purposes: ["privacy-duties"] },
  elements: ["name", "email", "phone", "cookie-id", "privacy-choice", "privacy-request"],
  ...{ transfer: [], alsoIn: [], ads: false, hasDpa: true, looked: null },
};

/** The two that every store with this app has: who runs the shop, and this app. */
export const PLATFORM_VENDORS: readonly Service[] = [
  office(
    "shopify",
    ["Shopify", "Shopify International Limited", "IE"],
    [SHOPIFY, "https://www.shopify.com/legal/privacy"],
  ),
  office("candor", ["Candor", "", ""], [CANDOR, ""]),
];

const DPF = ["dpf", "scc"] as const;
const SCC = ["scc"] as const;
const ADEQUATE = ["adequacy"] as const;
const HOME = [] as const;

/** Services behind the pages: carriers, labels, books, mail, fraud, payment, print on demand. */
export const OFFICE_VENDORS: readonly Service[] = [
  office(
    "dhl",
    ["DHL", "Deutsche Post AG", "DE"],
    [forCarrying(HOME), "https://www.dhl.com/de-en/home/footer/privacy-notice.html"],
  ),
  office(
    "ups",
    ["UPS", "United Parcel Service, Inc.", "US"],
    [forCarrying(DPF), "https://www.ups.com/us/en/support/shipping-support/legal-terms-conditions/privacy-notice.page"],
  ),
  office(
    "fedex",
    ["FedEx", "FedEx Corporation", "US"],
    [forCarrying(SCC), "https://www.fedex.com/en-us/trust-center/privacy.html"],
  ),
  office(
    "usps",
    ["USPS", "United States Postal Service", "US"],
    [forCarrying(HOME), "https://about.usps.com/who/legal/privacy-policy/"],
  ),
  office(
    "royal-mail",
    ["Royal Mail", "Royal Mail Group Limited", "GB"],
    [forCarrying(ADEQUATE), "https://www.royalmail.com/privacy-notice"],
  ),
  office(
    "canada-post",
    ["Canada Post", "Canada Post Corporation", "CA"],
    [
      forCarrying(ADEQUATE),
      "https://www.canadapost-postescanada.ca/cpc/en/our-company/about-us/transparency-and-trust/privacy-centre.page",
    ],
  ),
  office("dpd", ["DPD", "Geopost SA", "FR"], [forCarrying(HOME), "https://www.geopost.com/en/privacy-policy/"]),
  office(
    "gls",
    ["GLS", "General Logistics Systems B.V.", "NL"],
    [forCarrying(HOME), "https://gls-group.com/GROUP/en/privacy-policy/"],
  ),
  office(
    "shipstation",
    ["ShipStation", "Auctane, Inc.", "US"],
    [forOrders(SCC), "https://auctane.com/legal/privacy-policy/"],
  ),
  office("shippo", ["Shippo", "Popout, Inc.", "US"], [forOrders(SCC), "https://goshippo.com/privacy"]),
  office(
    "easyship",
    ["Easyship", "Easyship Pte. Ltd.", "SG"],
    [forOrders(SCC), "https://www.easyship.com/privacy-policy"],
  ),
  office(
    "sendcloud",
    ["Sendcloud", "Sendcloud B.V.", "NL"],
    [forOrders(HOME), "https://www.sendcloud.com/privacy-policy/"],
  ),
  office(
    "aftership",
    ["AfterShip", "AfterShip Limited", "HK"],
    [forOrders(SCC), "https://www.aftership.com/legal/privacy"],
  ),
  office("shipbob", ["ShipBob", "ShipBob, Inc.", "US"], [forOrders(SCC), "https://www.shipbob.com/privacy-policy/"]),
  office(
    "amazon-fulfilment",
    ["Multi-Channel Fulfilment by Amazon", "Amazon.com, Inc.", "US"],
    [forOrders(DPF), "https://www.amazon.com/privacy"],
  ),
  office(
    "loop-returns",
    ["Loop Returns", "Loop Returns, Inc.", "US"],
    [forOrders(SCC), "https://www.loopreturns.com/privacy-policy/"],
  ),
  office(
    "printful",
    ["Printful", "AS Printful Latvia", "LV"],
    [forOrders(HOME), "https://www.printful.com/policies/privacy"],
  ),
  office("printify", ["Printify", "Printify, Inc.", "US"], [forOrders(SCC), "https://printify.com/privacy-policy/"]),
  office("gelato", ["Gelato", "Gelato ASA", "NO"], [forOrders(HOME), "https://www.gelato.com/legal/privacy"]),
  office("matrixify", ["Matrixify", "SIA ITissible", "LV"], [forOrders(HOME), "https://matrixify.app/privacy-policy/"]),
  office(
    "quickbooks",
    ["QuickBooks", "Intuit Inc.", "US"],
    [forBooks(DPF), "https://www.intuit.com/privacy/statement/"],
  ),
  office("xero", ["Xero", "Xero Limited", "NZ"], [forBooks(ADEQUATE), "https://www.xero.com/legal/privacy/"]),
  office(
    "sage",
    ["Sage", "The Sage Group plc", "GB"],
    [forBooks(ADEQUATE), "https://www.sage.com/en-gb/legal/privacy-and-cookies/"],
  ),
  office(
    "datev",
    ["DATEV", "DATEV eG", "DE"],
    [forBooks(HOME), "https://www.datev.de/web/de/m/ueber-datev/datenschutz/"],
  ),
  office(
    "avalara",
    ["Avalara", "Avalara, Inc.", "US"],
    [forBooks(DPF), "https://www.avalara.com/us/en/legal/privacy-policy.html"],
  ),
  office(
    "google-workspace",
    ["Google Workspace", "Google LLC", "US"],
    [forOffice(DPF), "https://policies.google.com/privacy"],
  ),
  office(
    "microsoft-365",
    ["Microsoft 365", "Microsoft Corporation", "US"],
    [forOffice(DPF), "https://privacy.microsoft.com/privacystatement"],
  ),
  office(
    "slack",
    ["Slack", "Slack Technologies, LLC", "US"],
    [forOffice(DPF), "https://slack.com/trust/privacy/privacy-policy"],
  ),
  office("zapier", ["Zapier", "Zapier, Inc.", "US"], [forOffice(DPF), "https://zapier.com/privacy"]),
  office("signifyd", ["Signifyd", "Signifyd, Inc.", "US"], [forFraud(DPF), "https://www.signifyd.com/privacy/"]),
  office(
    "riskified",
    ["Riskified", "Riskified Ltd.", "IL"],
    [forFraud(ADEQUATE), "https://www.riskified.com/privacy/"],
  ),
  office(
    "adyen",
    ["Adyen", "Adyen N.V.", "NL"],
    [forPayment(HOME), "https://www.adyen.com/policies-and-disclaimer/privacy-policy"],
  ),
  office("mollie", ["Mollie", "Mollie B.V.", "NL"], [forPayment(HOME), "https://www.mollie.com/privacy"]),
  office(
    "amazon-pay",
    ["Amazon Pay", "Amazon Payments Europe S.C.A.", "LU"],
    [forPayment(DPF), "https://pay.amazon.com/help/201751600"],
  ),
  office(
    "square",
    ["Square", "Block, Inc.", "US"],
    [forPayment(DPF), "https://squareup.com/us/en/legal/general/privacy"],
  ),
  office(
    "trusted-shops",
    ["Trusted Shops", "Trusted Shops SE", "DE"],
    [{ ...forReviews(HOME), role: "joint", hasDpa: false }, "https://www.trustedshops.com/imprint/"],
  ),
];
