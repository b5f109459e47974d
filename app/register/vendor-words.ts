import type { TransferBasis } from "../law/transfers.ts";
import type { SecurityMeasure } from "./fact-lists.ts";
import type { FactOrigin, FactStatus } from "./fact.ts";
import type { VendorRole } from "./processing.ts";

/** What a recipient is in law, in plain English. */
export const ROLE_WORDS: Readonly<Record<VendorRole, string>> = {
  processor: "works for the store only",
  independent: "decides for itself",
  joint: "decides together with the store",
};

/** What makes a transfer lawful, in plain English. */
export const TRANSFER_WORDS: Readonly<Record<TransferBasis, string>> = {
  adequacy: "adequacy decision",
  dpf: "EU–US Data Privacy Framework",
  scc: "standard contractual clauses",
  bcr: "binding corporate rules",
};

/** How data is protected, in plain English. */
export const MEASURE_WORDS: Readonly<Record<SecurityMeasure, string>> = {
  "encryption-in-transit": "encrypted on its way",
  "encryption-at-rest": "encrypted where it is kept",
  "access-by-role": "only those have access who need it",
  "two-step-sign-in": "sign-in in two steps",
  backups: "backups",
  "staff-duty-of-secrecy": "staff bound to secrecy",
};

/** How sure a fact is, in plain English. */
export const STATUS_WORDS: Readonly<Record<FactStatus, string>> = {
  preset: "usual for a Shopify store",
  claimed: "claimed by the present policy, not confirmed",
  seen: "seen by Candor",
  confirmed: "confirmed by the store",
};

/** Where a fact comes from, in plain English. */
export const ORIGIN_WORDS: Readonly<Record<FactOrigin, string>> = {
  preset: "as most stores have it",
  policy: "from what your policy claims",
  shopify: "from what Shopify shows",
  storefront: "from what your pages load",
  interview: "by an answer of your staff",
  staff: "by your staff",
  mend: "by mending an issue",
};
