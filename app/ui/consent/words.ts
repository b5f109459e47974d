import type { ChoiceForm, ChoiceReason } from "../../consent/choice.ts";
import type { ChoiceSource, Device, RegionSource } from "../../consent/record.ts";
import type { Wording } from "../../consent/storefront-settings.ts";
import type { ConsentModel } from "../../law/consent-rules.ts";
import { purposesIn, type Purpose, type PurposeSet } from "../../law/purposes.ts";

export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  preferences: "Preferences",
  analytics: "Statistics",
  marketing: "Marketing",
  sale: "Sale and sharing",
};

export const CHOICE_SOURCE_WORDS: Readonly<Record<ChoiceSource, string>> = {
  banner: "Banner",
  preferences: "Preference centre",
  "choices-page": "Choices page",
  signal: "Browser signal",
  account: "Customer account",
  elsewhere: "Another tool",
  request: "Privacy request",
};

export const FORM_WORDS: Readonly<Record<ChoiceForm, string>> = {
  consent: "Consent",
  "opt-out": "Opt-out",
  notice: "Notice",
};

export const MODEL_WORDS: Readonly<Record<ConsentModel, string>> = {
  "opt-in": "Nothing before a yes",
  "opt-out": "Allowed until a no",
  notice: "Allowed, and told",
};

export const WORDING_WORDS: Readonly<Record<Wording, string>> = {
  statement: "Statement",
  question: "Question",
};

export const DEVICE_WORDS: Readonly<Record<Device, string>> = {
  phone: "Phone",
  tablet: "Tablet",
  desktop: "Desktop",
};

export const REASON_WORDS: Readonly<Record<ChoiceReason, string>> = {
  chosen: "The shopper chose",
  "chosen-in-part": "The shopper chose, and something new was asked",
  signal: "Global Privacy Control",
  "no-track": "Do Not Track",
  minors: "The store is directed to minors",
  "law-opt-in": "The law asks for a yes first",
  "law-opt-out": "The law allows it until a no",
  "law-notice": "The law asks to tell",
};

export const REGION_SOURCE_WORDS: Readonly<Record<RegionSource, string>> = {
  shopify: "told by Shopify",
  kept: "known from an earlier visit",
  "time-zone": "guessed from the time zone",
  market: "guessed from the market",
  none: "unknown: the strictest law applies",
};

/** A set of purposes as a list of names; `none` where it is empty. */
export function purposeList(set: PurposeSet, none: string): string {
  const names = purposesIn(set).map((purpose) => PURPOSE_WORDS[purpose]);
  return names.length === 0 ? none : names.join(", ");
}
