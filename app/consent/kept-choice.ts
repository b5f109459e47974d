import { CHOICE_FORMS, type ChoiceForm, type KeptChoice } from "./choice.ts";

/** The cookie in which a shopper's browser keeps their choice. First-party, readable by the page, no identifier of a person. */
export const CHOICE_COOKIE = "_cndr";

/** What the cookie holds beside the choice. */
export interface Kept extends KeptChoice {
  /** The receipt of the consent record, a UUID; "" when none was made (a notice). */
  receipt: string;
  /** The visitor's place as Shopify's API last told it, "" when it never did. */
  region: string;
  /** Whether Shopify has been told, and has confirmed by reading back. */
  isTold: boolean;
}

const VERSION = "1";
const BASE = 36;

/** The cookie's value: `version.form.purposes.seconds.policy.flags.region.receipt`, numbers in base 36. */
export function writeKept(kept: Kept): string {
  const flags = (kept.signal ? 1 : 0) + (kept.noTrack ? 2 : 0) + (kept.isTold ? 4 : 0);
  const numbers = [CHOICE_FORMS.indexOf(kept.form), kept.allowed, Math.floor(kept.at / 1e3), kept.policy, flags];
  return [VERSION, ...numbers.map((number) => number.toString(BASE)), kept.region, kept.receipt].join(".");
}

/** Reads what `writeKept` wrote; null for anything else, so that a broken cookie means "not asked yet". */
export function readKept(value: string): Kept | null {
  const found = /^1\.([0-2])\.([\da-f])\.(\w+)\.(\w+)\.([0-7])\.([A-Z\d-]*)\.([\da-f-]*)$/.exec(value);
  if (!found) return null;
  const [form, allowed, seconds, policy, flags] = found.slice(1).map((text) => parseInt(text, BASE)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const [region, receipt] = found.slice(6) as [string, string];
  return {
    form: CHOICE_FORMS[form] as ChoiceForm,
    allowed,
    at: seconds * 1e3,
    policy,
    signal: (flags & 1) !== 0,
    noTrack: (flags & 2) !== 0,
    isTold: (flags & 4) !== 0,
    region,
    receipt,
  };
}
