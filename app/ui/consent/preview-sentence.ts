import { choose, type ChoiceTerms } from "../../consent/choice.ts";
import { NO_PURPOSES } from "../../law/purposes.ts";
import { placeName } from "./place-name.ts";
import { purposeList } from "./words.ts";

/** Who visits in the preview. */
export interface Visitor {
  /** ISO 3166-1 or 3166-2; "" for a place that nobody knows. */
  region: string;
  /** BCP 47. */
  language: string;
  /** Whether their browser sends Global Privacy Control. */
  signal: boolean;
  /** Which of the compared wordings they read: its place in the list. */
  wording: number;
}

const SHOWN = {
  banner: "The banner asks.",
  notice: "A notice tells of the right to say no.",
  nothing: "Nothing is shown.",
} as const;

/** What a first visit from there sees and what may run, decided by the storefront's own rule. `now`: milliseconds since 1970. */
export function previewSentence(
  { region, signal }: Pick<Visitor, "region" | "signal">,
  terms: ChoiceTerms,
  now: number,
): string {
  const place = region === "" ? null : region;
  const situation = { region: place, signal, noTrack: false, kept: null, terms, now };
  const { allowed, show, isSignalHonoured } = choose(situation);
  const runs = purposeList(allowed, "");
  const before =
    allowed === NO_PURPOSES ? "Before an answer nothing else runs." : `Before an answer this may run: ${runs}.`;
  const told = isSignalHonoured && show !== "nothing" ? " The shopper is told that the signal is honoured." : "";
  return `${placeName(place)}: ${SHOWN[show]} ${before}${told}`;
}
