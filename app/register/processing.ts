import type { TransferBasis } from "../law/transfers.ts";
import type { DataElement } from "./elements.ts";
import type { ProcessingPurpose } from "./processing-purposes.ts";

/**
 * What a recipient is in law: it works for the store only (GDPR art. 28), decides for itself, or decides together with
 * the store (art. 26).
 */
export const VENDOR_ROLES = ["processor", "independent", "joint"] as const;
/** What a recipient is in law. */
export type VendorRole = (typeof VENDOR_ROLES)[number];

/** What a vendor does with a store's data, as its provider says. */
export interface Processing {
  role: VendorRole;
  purposes: readonly ProcessingPurpose[];
  elements: readonly DataElement[];
  /** What its provider names as ground for taking data out of Europe. Empty when it stays, or nothing was found. */
  transfer: readonly TransferBasis[];
  /** Countries (ISO 3166-1 alpha-2) where data goes beside the seat of the company. */
  alsoIn: readonly string[];
  /** Uses the data for advertising across sites. */
  ads: boolean;
  /** A contract on processing comes with its terms; without, the store must see to one. */
  hasDpa: boolean;
  /** When this was compared with the provider's pages, YYYY-MM-DD; null: general knowledge, not looked up. */
  looked: string | null;
}
