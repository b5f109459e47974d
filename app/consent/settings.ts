import { ALL_PURPOSES, type PurposeSet } from "../law/purposes.ts";
import { contrast, isColour } from "./contrast.ts";
import { googleNeeds } from "./google-signals.ts";
import { packNames } from "./packed-names.ts";
import {
  GOOGLE_MODES,
  type GoogleMode,
  LAYOUTS,
  REOPEN_PLACES,
  WORDINGS,
  type BannerLook,
  type ReopenPlace,
  type StorefrontSettings,
  type Wording,
} from "./storefront-settings.ts";

/** How Google's tags are treated. `waitForUpdate` is in milliseconds. */
export interface GoogleDecisions {
  mode: GoogleMode;
  waitForUpdate: number;
  redactAds: boolean;
  passUrl: boolean;
}

/** What the merchant decides about consent. Everything else in the storefront's settings is found out. */
export interface ConsentDecisions {
  /** The purposes that are put to shoppers. */
  offered: PurposeSet;
  /** Rises when something is asked anew; `changes` says what. */
  policy: number;
  changes: readonly (readonly [version: number, purposes: PurposeSet])[];
  honoursNoTrack: boolean;
  forMinors: boolean;
  google: GoogleDecisions;
  look: BannerLook;
  reopen: ReopenPlace;
  /** A path of the shop, beginning with "/". */
  policyUrl: string;
  /** Share (0 to 1) of page views that report what ran. */
  reportShare: number;
  /** The wordings that are compared: none, or at least two. */
  variants: readonly Wording[];
  /** Shortened addresses are kept with records. */
  keepsIp: boolean;
  /** A record is kept for this many calendar months after it was replaced or lapsed. */
  keepMonths: number;
}

/** What holds until the merchant decides something. Reads well on any theme; asks for everything; keeps no address. */
export const USUAL_DECISIONS: ConsentDecisions = {
  offered: ALL_PURPOSES,
  policy: 1,
  changes: [],
  honoursNoTrack: false,
  forMinors: false,
  google: { mode: "basic", waitForUpdate: 500, redactAds: true, passUrl: false },
  look: {
    layout: "bar",
    background: "#ffffff",
    text: "#1a1a1a",
    button: "#1a1a1a",
    buttonText: "#ffffff",
    radius: 8,
    font: "",
  },
  reopen: "off",
  policyUrl: "/policies/privacy-policy",
  reportShare: 0.05,
  variants: [],
  keepsIp: false,
  keepMonths: 24,
};

/** One thing that must be mended before decisions can be saved. */
export interface DecisionProblem {
  field: string;
  problem: string;
}

/** Reads decisions as they were saved; what is missing, or of an older version of the app, is as usual. */
export function readDecisions(text: string | undefined): ConsentDecisions {
  if (text === undefined) return USUAL_DECISIONS;
  const saved = JSON.parse(text) as Partial<ConsentDecisions>;
  const { google, look } = USUAL_DECISIONS;
  return {
    ...USUAL_DECISIONS,
    ...saved,
    google: { ...google, ...saved.google },
    look: { ...look, ...saved.look },
  };
}

/** WCAG 2.2, 1.4.3 (text) and 1.4.11 (what shows a control). */
const TEXT_CONTRAST = 4.5;
const CONTROL_CONTRAST = 3;

/** Everything that is wrong with decisions, in sentences for the merchant; nothing for good ones. */
export function checkDecisions(decisions: ConsentDecisions): DecisionProblem[] {
  return [...checkLook(decisions.look), ...checkRest(decisions)];
}

function checkLook(look: BannerLook): DecisionProblem[] {
  const colours = ["background", "text", "button", "buttonText"] as const;
  const wrong = colours.filter((name) => !isColour(look[name]));
  const problems = wrong.map((name) => ({ field: `look.${name}`, problem: "Write the colour like #1a1a1a." }));
  if (wrong.length === 0) problems.push(...checkContrast(look));
  const add = (isBad: boolean, field: string, problem: string) => {
    if (isBad) problems.push({ field: `look.${field}`, problem });
  };
  add(!LAYOUTS.includes(look.layout), "layout", "Choose one of the layouts.");
  add(!isWithin(look.radius, 0, 32), "radius", "Corners are round by 0 to 32 pixels.");
  add(
    !/^[\w ,'"-]{0,120}$/.test(look.font),
    "font",
    "Name fonts with letters, digits, spaces, commas and quotes only.",
  );
  return problems;
}

function checkContrast({ background, text, button, buttonText }: BannerLook): DecisionProblem[] {
  const pairs = [
    ["text", "The text on the background", text, background, TEXT_CONTRAST],
    ["buttonText", "The text on the buttons", buttonText, button, TEXT_CONTRAST],
    ["button", "The buttons on the background", button, background, CONTROL_CONTRAST],
  ] as const;
  return pairs
    .filter(([, , one, other, least]) => contrast(one, other) < least)
    .map(([name, what, one, other, least]) => {
      const has = Math.floor(contrast(one, other) * 100) / 100;
      return {
        field: `look.${name}`,
        problem: `${what} cannot be read well: contrast ${has}, at least ${least} is needed.`,
      };
    });
}

function checkRest(decisions: ConsentDecisions): DecisionProblem[] {
  const { offered, google, reopen, policyUrl, reportShare, variants, keepMonths, policy, changes } = decisions;
  const rules: readonly (readonly [isGood: boolean, field: string, problem: string])[] = [
    [isWithin(offered, 0, ALL_PURPOSES), "offered", "Choose from the four purposes."],
    [isWithin(policy, 1, 1_000_000), "policy", "The policy's version is a number from 1 on."],
    [changes.every(([version]) => version <= policy), "changes", "A change belongs to a version that exists."],
    [GOOGLE_MODES.includes(google.mode), "google.mode", "Choose basic or advanced."],
    [isWithin(google.waitForUpdate, 0, 5000), "google.waitForUpdate", "Google's tags wait 0 to 5000 ms."],
    [REOPEN_PLACES.includes(reopen), "reopen", "The button floats left or right, or is off."],
    [/^\/(?!\/)[^\s"'<>\\]{0,300}$/.test(policyUrl), "policyUrl", "Give a path of your shop that begins with /."],
    [reportShare >= 0 && reportShare <= 1, "reportShare", "The share lies between 0 and 1."],
    [areComparable(variants), "variants", "Compare two wordings of the list, or none."],
    [isWithin(keepMonths, 6, 120), "keepMonths", "Records are kept for 6 to 120 months."],
  ];
  return rules.filter(([isGood]) => !isGood).map(([, field, problem]) => ({ field, problem }));
}

function areComparable(variants: readonly Wording[]): boolean {
  return variants.length !== 1 && WORDINGS.filter((name) => variants.includes(name)).length === variants.length;
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** What is found out about a store, beside the merchant's decisions. */
export interface StorefrontFacts {
  hosts: Readonly<Record<string, PurposeSet>>;
  cookies: Readonly<Record<string, PurposeSet>>;
  /** SHA-256 (hex) of the published policy; "" while there is none. */
  policyHash: string;
  /** Where Shopify's app proxy answers, "/apps/privacy". */
  proxy: string;
  /** Whether the page must also hold what stands in the theme as plain markup. */
  holdsMarkup: boolean;
}

/** The settings that the storefront prints, without their hash. Only what a shopper's browser needs. */
export function storefrontSettings(
  decisions: ConsentDecisions,
  facts: StorefrontFacts,
): Omit<StorefrontSettings, "hash"> {
  const { policy, changes, offered, honoursNoTrack, forMinors } = decisions;
  const { google, look, reopen, policyUrl, reportShare, variants } = decisions;
  return {
    terms: { policy, changes, offered, honoursNoTrack, forMinors },
    ...facts,
    ...{ hosts: packNames(facts.hosts), cookies: packNames(facts.cookies) },
    google: {
      mode: google.mode,
      needs: googleNeeds(offered),
      consent: { wait_for_update: google.waitForUpdate },
      set: { ads_data_redaction: google.redactAds, url_passthrough: google.passUrl },
    },
    ...{ look, reopen, policyUrl, reportShare, variants },
  };
}

/** Asks these purposes anew: whoever said yes is asked again about them, nobody else. */
export function askAnew(decisions: ConsentDecisions, purposes: PurposeSet): ConsentDecisions {
  const policy = decisions.policy + 1;
  return { ...decisions, policy, changes: [...decisions.changes, [policy, purposes]] };
}
