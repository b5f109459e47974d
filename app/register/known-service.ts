import type { PurposeSet } from "../law/purposes.ts";
import type { Processing } from "./processing.ts";

/**
 * A service that a store's pages may load, with what its provider says about it. Facts, not judgements of a store: what
 * a store really uses is in its register.
 */
export interface Service {
  /** Stable: kept in stores' registers and in evidence. */
  id: string;
  name: string;
  /** Who receives the data, and the country of its seat (ISO 3166-1 alpha-2, "" when unknown). */
  company: string;
  country: string;
  /** Domains that it is reached at, sub-domains included. Empty for what the store uses behind its pages only. */
  hosts: readonly string[];
  /** The purposes that all must be allowed before it may run; 0: the store needs it to work, and it is never held. */
  needs: PurposeSet;
  /** Cookies and their life in days (0: until the browser closes, under a day as a fraction). "*" at the end: any ending. */
  cookies: Readonly<Record<string, number>>;
  /** Those of its cookies that need no consent whatever the service needs (ePrivacy Directive art. 5(3), second sentence). */
  essentialCookies?: readonly string[] | undefined;
  privacyUrl: string;
  /** Where a person can opt out at the provider; "" when it offers nothing of the kind. */
  optOutUrl: string;
  /** The day on which these facts were last compared with the provider's own pages, YYYY-MM-DD; null: general knowledge. */
  checked: string | null;
  /** What it does with the store's data; absent when nobody has said. */
  processing?: Processing | undefined;
}

/** What a service needs, by what it does with the data. Sharing across sites for advertising is also a sale (CCPA §1798.140(ad), (ah)). */
export const NEEDS = {
  nothing: 0,
  comfort: 1,
  statistics: 2,
  ownMarketing: 4,
  sharedAdvertising: 12,
} as const satisfies Record<string, PurposeSet>;

/** The day on which the tables of known services were last gone through. */
export const CHECKED = "2026-11-24";
