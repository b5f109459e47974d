import type { Changes } from "../shopify/customer-changes.ts";
import type { Identity } from "../vault/identity.ts";

/** What a request says beyond its columns; sealed. */
export interface RequestDetail {
  orders: readonly string[];
  /** The person's own words. */
  message?: string;
  /** The name that they gave. */
  name?: string;
  /** The address that they gave to be answered at; may differ from one that is on file. */
  mailbox?: string;
  /** What should be corrected, by field. */
  changes?: Readonly<Record<string, string>>;
  /** What of it staff approved, and by what the systems know the person until then. */
  approved?: Changes;
  known?: Identity;
  /** Who asks for the person, when it is not themselves. */
  representative?: { name: string; email: string };
}

/** Where a request's detail belongs. */
export const detailColumn = (request: string) => `PrivacyRequest.sealedDetail ${request}`;
