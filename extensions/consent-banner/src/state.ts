import type { Choice, ChoiceForm, Show } from "../../../app/consent/choice.ts";
import type { GuessedRegion } from "../../../app/consent/guess-region.ts";
import type { Kept } from "../../../app/consent/kept-choice.ts";
import type { SentSource } from "../../../app/consent/record.ts";
import type { StorefrontSettings } from "../../../app/consent/storefront-settings.ts";
import type { ToldPlace } from "../../../app/consent/told-place.ts";
import type { PurposeSet } from "../../../app/law/purposes.ts";
import type { PrivacyApi } from "./shopify.ts";

/** What was held back. The list of them is in the order in which the page asked. */
export interface Held {
  need: PurposeSet;
  /** Lets it happen. Without it, `node` is a script of the page's own markup with its type taken away. */
  go?: () => unknown;
  /** The type that was taken away. */
  type?: string;
  /** The element that was held, if it is one. */
  node?: Element;
  /** The address that a script gave it. */
  url?: string;
  /** What stands where a frame stood. */
  mark?: HTMLElement;
}

/** What the first layer may be: what `choose` says, or the button that opens the choices again. */
export type Layer = Show | "open";

/**
 * The one object that the parts of the storefront script share, `window.cndr`. The gate makes it; the parts that come
 * later find it there.
 */
export interface Gate {
  settings: StorefrontSettings;
  /** The place and its rule, once Shopify's API has told it to this browser; until then the strictest rule applies. */
  told: ToldPlace | undefined;
  signal: boolean;
  noTrack: boolean;
  kept: Kept | null;
  /** What is allowed now; everything that is held looks here, at the moment of each request. */
  allowed: PurposeSet;
  held: Held[];
  /** What the first layer shows. */
  layer?: Layer;
  /** The element of the layer, if there is one. */
  shown?: HTMLElement | undefined;
  /** A random number by which this browser sees one wording of the banner, where several are compared. */
  pick: number;
  /** The element that loaded the gate, with the page's language and market. */
  script: HTMLScriptElement;
  /** What the place's law, the signals and the kept choice come to. */
  decide: () => Choice;
  show: (layer: Layer) => void;
  /** Holds what is not allowed, from now on. */
  hold: () => void;
  /** The purposes that an address needs and that are not allowed. */
  missing: (url: unknown) => PurposeSet;
  /** Loads another script of this folder, once. */
  load: (name: string) => Promise<unknown>;
  loads: Record<string, Promise<unknown>>;
  /** By the part that comes after: does what an element with `data-act` says. */
  press?: (what: string) => void;
  /** By the preference centre. */
  openCentre?: () => void;
  /** By the file of one language. */
  words?: Words;
}

/** The gate with what the part that comes after adds to it. */
export interface FullGate extends Gate {
  /** Which wording was on the screen when it was answered; "" where none are compared. */
  worded: string;
  /** The receipt that the present choice replaced; "" for the first. */
  replaced: string;
  /** Where the visitor was when they answered, if they did so on this page. */
  where?: GuessedRegion;
  /** Where the visitor is, as told or guessed. */
  place: () => GuessedRegion;
  /** Takes an answer: kept before the next frame; everybody is told after it. */
  answer: (allowed: PurposeSet, form: ChoiceForm, source: SentSource) => void;
  /** Writes the cookie. */
  keep: () => void;
  /** Shopify's API, when it is there. */
  api: Promise<PrivacyApi | undefined>;
  /** By the part that tells: makes the page do what was answered, and tells everybody. */
  tell?: (source: SentSource) => void;
}

/** Texts of one language, as its locale file has them, as far as the preference centre needs them. */
export interface Words {
  language: string;
  purposes: Record<string, { name: string; text: string }>;
  centre: Record<string, string>;
  banner: Record<string, string>;
}

declare global {
  interface Window {
    cndr?: Gate;
  }
}
