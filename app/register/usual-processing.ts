import type { TransferBasis } from "../law/transfers.ts";
import type { DataElement } from "./elements.ts";
import type { Processing, VendorRole } from "./processing.ts";
import type { ProcessingPurpose } from "./processing-purposes.ts";

type Transfer = readonly TransferBasis[];

const VISIT: readonly DataElement[] = [
  ...(["ip-address", "browser", "time-zone", "cookie-id", "page-view", "product-view"] as const),
  ...(["search-term", "referrer", "interaction", "cart"] as const),
];
const WHO: readonly DataElement[] = ["name", "email", "phone"];
const WHERE: readonly DataElement[] = ["billing-address", "shipping-address"];

const processing = (
  role: VendorRole,
  purposes: readonly ProcessingPurpose[],
  elements: readonly DataElement[],
  transfer: Transfer,
): Processing => ({
  ...{ role, purposes, elements, transfer, alsoIn: [], ads: false },
  // whoever decides for itself needs no contract on processing
  ...{ hasDpa: role === "processor", looked: null },
});

/** The day on which facts were last compared with providers' pages. */
const COMPARED = "2026-11-26";

/** What its provider's own terms were read to say, or a stored copy of them. */
export const compared = (known: Processing): Processing => ({ ...known, looked: COMPARED });

/** Shows advertising on other sites and measures it. */
export const forAds = (role: VendorRole, transfer: Transfer): Processing => ({
  ...processing(role, ["targeted-ads", "ad-measurement"], [...VISIT, "order-lines", "email"], transfer),
  ads: true,
});
/** Joins what advertising cost with what it brought, across sites. */
export const forMeasuringAds = (transfer: Transfer): Processing => ({
  ...processing("processor", ["ad-measurement", "analytics"], [...VISIT, "order-lines", "email"], transfer),
  ads: true,
});
/** Counts and replays visits. */
export const forStatistics = (transfer: Transfer): Processing =>
  processing("processor", ["analytics"], [...VISIT, "approximate-location"], transfer);
/** A film or a map inside a page: its provider sees who opens it. */
export const forPages = (role: VendorRole, transfer: Transfer, ads: boolean): Processing => ({
  ...processing(role, ads ? ["targeted-ads"] : ["preferences"], ["ip-address", "browser", "cookie-id"], transfer),
  ads,
});
/** Sends marketing, and knows what was bought. */
export const forMessages = (transfer: Transfer): Processing =>
  processing(
    "processor",
    ["email-marketing", "sms-marketing"],
    [...WHO, "shipping-address", "order-lines", ...VISIT, "marketing-consent", "message-engagement"],
    transfer,
  );
/** Asks buyers for reviews and shows them. */
export const forReviews = (transfer: Transfer): Processing =>
  processing("processor", ["reviews"], ["name", "email", "order-lines", "review", "photo"], transfer);
/** Where customers' questions are answered. */
export const forSupport = (transfer: Transfer): Processing =>
  processing("processor", ["support"], [...WHO, "order-lines", "support-message", "cookie-id"], transfer);
/** Keeps points and rewards. */
export const forLoyalty = (transfer: Transfer): Processing =>
  processing("processor", ["loyalty"], ["name", "email", "order-lines", "loyalty-balance"], transfer);
/** Takes payment under its own duties, such as those against money laundering. */
export const forPayment = (transfer: Transfer): Processing =>
  processing(
    "independent",
    ["payment", "fraud-screening"],
    [...WHO, ...WHERE, "payment-card", "payment-summary", "order-lines", "ip-address"],
    transfer,
  );
/** Rates orders for fraud. */
export const forFraud = (transfer: Transfer): Processing =>
  processing(
    "processor",
    ["fraud-screening"],
    [...WHO, ...WHERE, "payment-summary", "order-lines", "ip-address", "browser", "risk-assessment"],
    transfer,
  );
/** Carries parcels, under its own duties. */
export const forCarrying = (transfer: Transfer): Processing =>
  processing("independent", ["delivery"], [...WHO, "shipping-address", "delivery-status"], transfer);
/** Handles orders for the store: labels, stock, making, sending on, taking back. */
export const forOrders = (transfer: Transfer): Processing =>
  processing(
    "processor",
    ["delivery", "service-messages", "returns"],
    [...WHO, ...WHERE, "order-lines", "delivery-status"],
    transfer,
  );
/** Keeps the books. */
export const forBooks = (transfer: Transfer): Processing =>
  processing("processor", ["invoices"], ["name", "email", ...WHERE, "company-name", "order-lines"], transfer);
/** Finds products, recommends them. */
export const forFinding = (purpose: ProcessingPurpose, transfer: Transfer): Processing =>
  processing("processor", [purpose], ["ip-address", "cookie-id", "product-view", "search-term", "cart"], transfer);
/** Where the store's staff write and file. */
export const forOffice = (transfer: Transfer): Processing =>
  processing("processor", ["support", "service-messages"], [...WHO, "order-lines", "support-message"], transfer);
/** Keeps attackers and programs out. */
export const forSecurity = (transfer: Transfer): Processing =>
  processing("processor", ["security"], ["ip-address", "browser", "cookie-id", "access-time"], transfer);
