import type { ChoiceTerms } from "./choice.ts";
import type { GoogleNeeds } from "./google-signals.ts";
import type { PackedNames } from "./packed-names.ts";

/** How the banner stands on the page. */
export const LAYOUTS = ["bar", "corner", "dialog"] as const;
/** How the banner stands on the page. */
export type Layout = (typeof LAYOUTS)[number];

/**
 * How Google's tags are treated. "basic": held like all others until a yes. "advanced": they run at once, told that
 * nothing is allowed, and send pings without cookies: the merchant's own choice.
 * https://developers.google.com/tag-platform/security/concepts/consent-mode
 */
export const GOOGLE_MODES = ["basic", "advanced"] as const;
/** How Google's tags are treated. */
export type GoogleMode = (typeof GOOGLE_MODES)[number];

/** What Google's tags are told, in Google's own names, so that the gate need not know them. */
export interface PublishedGoogle {
  mode: GoogleMode;
  needs: GoogleNeeds;
  /** Goes with `gtag("consent", "default", …)`; milliseconds. */
  consent: { wait_for_update: number };
  /** Goes with `gtag("set", …)`. */
  set: { ads_data_redaction: boolean; url_passthrough: boolean };
}

/**
 * Wordings of the banner's question. All name the same uses of data, offer the same buttons and urge nobody; which one is
 * shown changes nothing about what is asked. The first is the usual one; texts: `banner.title`, `banner.title_question`.
 */
export const WORDINGS = ["statement", "question"] as const;
/** One wording of the banner's question. */
export type Wording = (typeof WORDINGS)[number];

/** Where the button that opens the choices again floats. */
export const REOPEN_PLACES = ["off", "left", "right"] as const;
/** Where the button that opens the choices again floats. */
export type ReopenPlace = (typeof REOPEN_PLACES)[number];

/** Colours (#rrggbb), radius (CSS pixels) and layout of the banner. Refused before they are saved when unreadable. */
export interface BannerLook {
  layout: Layout;
  background: string;
  text: string;
  button: string;
  buttonText: string;
  radius: number;
  /** "" takes the theme's own font. */
  font: string;
}

/**
 * What the storefront must know, in the app-data metafield `candor.storefront` (type json) that Liquid prints into every
 * page as `<script type="application/json" id="cndr-settings">`. No secret, no person. Read by the gate, so its names stay
 * and a new field needs a default.
 */
export interface StorefrontSettings {
  /** SHA-256 (hex) of these settings without this field: travels with each record. */
  hash: string;
  terms: ChoiceTerms;
  /** SHA-256 (hex) of the policy in force; "" while none is published. */
  policyHash: string;
  /** What each third-party host needs: all of these purposes. Also its sub-domains; the longest match counts. */
  hosts: PackedNames;
  /** First-party cookies that go on withdrawal: a name, or its beginning followed by "*". */
  cookies: PackedNames;
  google: PublishedGoogle;
  look: BannerLook;
  reopen: ReopenPlace;
  /** The country of each market is Liquid's; these are paths of the shop. */
  policyUrl: string;
  /** The app proxy's path, "/apps/privacy". */
  proxy: string;
  /** Share (0 to 1) of page views that report what ran; see app/consent/sighting.ts. */
  reportShare: number;
  /** The page also holds what stands in the theme as plain markup: costs the browser's look-ahead, so only where needed. */
  holdsMarkup: boolean;
  /** The wordings that are compared, each browser sees one; empty for the usual one alone. */
  variants: readonly Wording[];
}
