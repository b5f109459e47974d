import { consentRule, type ConsentModel, type ConsentRule } from "../law/consent-rules.ts";
import { ADVERTISING, ALL_PURPOSES, NO_PURPOSES, SALE, TRACKING, type PurposeSet } from "../law/purposes.ts";

/**
 * What a kept choice is: a yes or no to each purpose, asked with nothing ticked ("consent"); an opt-out, where all that
 * was not refused stayed allowed without a question; or a notice that was seen and closed, which is no choice and only
 * keeps the notice from coming back.
 */
export const CHOICE_FORMS = ["consent", "opt-out", "notice"] as const;
/** What a kept choice is. */
export type ChoiceForm = (typeof CHOICE_FORMS)[number];

/** What the shopper chose before, as their browser keeps it. */
export interface KeptChoice {
  form: ChoiceForm;
  /** The purposes they allowed. */
  allowed: PurposeSet;
  /** When, in milliseconds since 1970. */
  at: number;
  /** The policy version that they were told of. */
  policy: number;
  /** Whether their browser sent Global Privacy Control then: a choice made with it on overrides it, any other doesn't. */
  signal: boolean;
  /** The same for Do Not Track. */
  noTrack: boolean;
}

/** What the store decided, for the part that a choice depends on. */
export interface ChoiceTerms {
  /** The policy version in force. */
  policy: number;
  /** What each version asked anew: consent given under an older version no longer covers these purposes. */
  changes: readonly (readonly [version: number, purposes: PurposeSet])[];
  /** The purposes for which the store uses anything at all. */
  offered: PurposeSet;
  /** Whether the policy says that Do Not Track is honoured. */
  honoursNoTrack: boolean;
  /** Whether the store is directed to minors: then no advertising, whatever is clicked. */
  forMinors: boolean;
}

/** All that a decision depends on. */
export interface Situation {
  /** ISO 3166-1 or 3166-2; null while it is unknown. */
  region: string | null;
  /** Global Privacy Control. */
  signal: boolean;
  /** Do Not Track. */
  noTrack: boolean;
  kept: KeptChoice | null;
  terms: ChoiceTerms;
  /** Milliseconds since 1970. */
  now: number;
}

/** What a decision needs to know of a place. */
export type PlaceRule = Pick<ConsentRule, "model" | "months">;

/** Why the decision is as it is: what decided last. */
export const CHOICE_REASONS = [
  "chosen",
  "chosen-in-part",
  "signal",
  "no-track",
  "minors",
  "law-opt-in",
  "law-opt-out",
  "law-notice",
] as const;
/** Why the decision is as it is. */
export type ChoiceReason = (typeof CHOICE_REASONS)[number];

/** What to show: the banner with its question, the notice of a right to opt out, or nothing. */
export type Show = "banner" | "notice" | "nothing";

/** What may happen now. */
export interface Choice {
  model: ConsentModel;
  allowed: PurposeSet;
  show: Show;
  because: ChoiceReason;
  /** Whether an opt-out signal keeps sale and sharing off; the shopper is told so (11 CCR §7025(c)(6)). */
  isSignalHonoured: boolean;
}

/** Adds calendar months in UTC; a day that the month lacks becomes its last. Milliseconds since 1970. */
export function addMonths(at: number, months: number): number {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.getUTCDate() === day ? +date : date.setUTCDate(0);
}

/**
 * Decides what each purpose may do, what to show and why. The same function runs in the shopper's browser and on the
 * server.
 *
 * The law's model gives the start; an answer that stands replaces it; a signal takes sale and sharing away unless the
 * shopper answered while it was on; minors see no advertising. A yes that a changed policy no longer covers lapses, and
 * only that is asked again; a no never lapses for it.
 */
export function choose(situation: Situation): Choice {
  return chooseUnder(consentRule(situation.region), situation);
}

/** The same under a rule that is at hand, for whoever cannot carry the table of all places. */
export function chooseUnder(rule: PlaceRule, situation: Omit<Situation, "region">): Choice {
  const { model } = rule;
  const { terms } = situation;
  const isOptIn = model === "opt-in";
  const kept = standing(rule, situation);
  // what was merely not refused elsewhere is no consent here (GDPR art. 4(11))
  const answer = kept && (isOptIn ? kept.form === "consent" : kept.form !== "notice") ? kept : null;
  const [allowed, lapsed] = answer ? answered(answer, isOptIn, terms) : [isOptIn ? NO_PURPOSES : ALL_PURPOSES, 0];
  const because = lapsed ? "chosen-in-part" : answer ? "chosen" : (`law-${model}` as const);
  return {
    model,
    ...restrain(situation, answer, { allowed, because }),
    show: isOptIn ? asks(answer, lapsed, terms) : tells(model, kept),
  };
}

/** The kept choice, while it counts. A clock that was set back must not make it last longer than the law allows. */
function standing({ months }: PlaceRule, { kept, now }: Omit<Situation, "region">): KeptChoice | null {
  return kept && kept.at <= now + 864e5 && (!months || now < addMonths(kept.at, months)) ? kept : null;
}

/** Where nothing goes without a yes: whether to ask for one. Not where nothing could be allowed by it. */
function asks(answer: KeptChoice | null, lapsed: PurposeSet, { offered, forMinors }: ChoiceTerms): Show {
  return (!answer || lapsed) && offered & ~(forMinors ? ADVERTISING : NO_PURPOSES) ? "banner" : "nothing";
}

/** Where there is a right to opt out: whether to tell of it. */
function tells(model: ConsentModel, kept: KeptChoice | null): Show {
  return model === "opt-out" && !kept ? "notice" : "nothing";
}

/** What an answer allows, and what it allowed before the policy changed. */
function answered({ allowed, policy }: KeptChoice, isOptIn: boolean, terms: ChoiceTerms): [PurposeSet, PurposeSet] {
  const lapsed = terms.changes.reduce(
    (set, [version, purposes]) => (isOptIn && version > policy ? set | purposes : set),
    0,
  );
  return [allowed & ~lapsed, allowed & lapsed & terms.offered];
}

/** Takes away what the browser's signals and the shoppers' age forbid. */
function restrain(
  { signal, noTrack, terms }: Omit<Situation, "region">,
  answer: KeptChoice | null,
  start: Pick<Choice, "allowed" | "because">,
): Pick<Choice, "allowed" | "because" | "isSignalHonoured"> {
  let { allowed, because } = start;
  const without = (purposes: PurposeSet, reason: ChoiceReason) => {
    if (allowed & purposes) because = reason;
    allowed &= ~purposes;
  };
  const isSignalHonoured = signal && !answer?.signal;
  if (noTrack && terms.honoursNoTrack && !answer?.noTrack) without(TRACKING, "no-track");
  if (isSignalHonoured) without(SALE, "signal");
  if (terms.forMinors) without(ADVERTISING, "minors");
  return { allowed: allowed & terms.offered, because, isSignalHonoured };
}
