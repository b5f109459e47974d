import type { ConsentModel } from "../law/consent-rules.ts";
import type { PurposeSet } from "../law/purposes.ts";
import type { ChoiceForm, ChoiceReason } from "./choice.ts";

/** Where a choice that a browser sent was made. */
export const SENT_SOURCES = ["banner", "preferences", "choices-page", "signal", "account", "elsewhere"] as const;
/** Where a choice that a browser sent was made. */
export type SentSource = (typeof SENT_SOURCES)[number];
/** Where a choice was made; a privacy request can take back what was allowed, too. */
export const CHOICE_SOURCES = [...SENT_SOURCES, "request"] as const;
/** Where a choice was made; "signal": Global Privacy Control or Do Not Track alone; "elsewhere": another tool told Shopify. */
export type ChoiceSource = (typeof CHOICE_SOURCES)[number];

/** Which source told the visitor's place. */
export const REGION_SOURCES = ["shopify", "kept", "time-zone", "market", "none"] as const;
/** Which source told the visitor's place. */
export type RegionSource = (typeof REGION_SOURCES)[number];

/** Kinds of device, told by the width of the window and nothing else. */
export const DEVICES = ["phone", "tablet", "desktop"] as const;
/** Kind of device. */
export type Device = (typeof DEVICES)[number];

/**
 * A choice as the browser sends it: JSON, at most 4 KiB, `POST {proxy}/choice` (content type text/plain, as `sendBeacon`
 * sends strings; also a JSON array of up to 20 when it was offline). Sending it again changes nothing.
 */
export interface SentChoice {
  v: 1;
  /** UUID made in the browser; the receipt that the shopper sees. */
  id: string;
  /** The receipt that this choice replaces; "" for the first. */
  previous: string;
  form: Exclude<ChoiceForm, "notice">;
  allowed: PurposeSet;
  /** What was put to the shopper. */
  offered: PurposeSet;
  /** Milliseconds since 1970, the browser's clock. The server keeps its own beside it. */
  at: number;
  source: SentSource;
  region: string | null;
  regionSource: RegionSource;
  model: ConsentModel;
  because: ChoiceReason;
  signal: boolean;
  noTrack: boolean;
  policy: number;
  policyHash: string;
  settingsHash: string;
  /** SHA-256 (hex) of the texts that were shown, from the locale's own file; "" when nothing was shown. */
  textHash: string;
  /** BCP 47, the language of the texts. */
  language: string;
  device: Device;
  variant: string;
}
