import type { Purpose } from "../law/purposes.ts";
import type { GroupRates, Rate } from "./opt-in-rates.ts";
import { WORDINGS, type Wording } from "./storefront-settings.ts";

/** From and to, as shares: 0.25 is 25 percent, or 25 percentage points for a difference. */
export interface Interval {
  low: number;
  high: number;
}

/** How one wording was answered, with the interval in which its true rate lies, 95 times of 100. */
export interface WordingRate extends Rate, Interval {
  wording: Wording;
}

/**
 * What can be said of two wordings: too little was answered; it is open which is answered with yes more often; or one is,
 * by so much. `low` and `high` bound the second's rate minus the first's.
 */
export type WordingVerdict =
  { kind: "too-few"; least: number } | ({ kind: "open" } & Interval) | ({ kind: "differs"; more: Wording } & Interval);

/** Answers that each wording needs before anything is said of it. */
const LEAST = 100;
/** How often a difference that does not exist may be named: one time of twenty, for the four purposes together. */
const ERROR = 0.05 / 4;
/** Differences that are usual among wordings: five points. It makes the interval narrowest there, and valid everywhere. */
const USUAL = 0.05;
/** Standard deviations to each side that 95 of 100 are within. */
const WIDTH = 1.96;

/** How each wording was answered, in the order of `WORDINGS`. */
export function wordingRates(groups: readonly GroupRates[], purpose: Purpose): WordingRate[] {
  return WORDINGS.flatMap((wording) => {
    const rate = groups.find(({ key }) => key === wording)?.rates[purpose];
    return rate ? [{ wording, ...rate, ...likely(rate) }] : [];
  });
}

/**
 * Whether one wording is answered with yes more often. The interval holds however often it is looked at, so that nobody
 * finds a winner by looking until there is one: a normal mixture of sequential tests (Johari, Pekelis and Walsh, "Always
 * Valid Inference", 2022).
 */
export function compareWordings(groups: readonly GroupRates[], purpose: Purpose): WordingVerdict {
  const [one, other] = wordingRates(groups, purpose);
  if (!one || !other || Math.min(one.offered, other.offered) < LEAST) return { kind: "too-few", least: LEAST };
  const variance = varianceOf(one) + varianceOf(other);
  const prior = USUAL ** 2;
  const all = variance + prior;
  const half = Math.sqrt(((variance * all) / prior) * (2 * Math.log(1 / ERROR) + Math.log(all / variance)));
  const difference = other.allowed / other.offered - one.allowed / one.offered;
  const bounds = { low: difference - half, high: difference + half };
  if (bounds.low > 0) return { kind: "differs", more: other.wording, ...bounds };
  return bounds.high < 0 ? { kind: "differs", more: one.wording, ...bounds } : { kind: "open", ...bounds };
}

/** Of a rate's estimate; one more of each answer keeps it from being nothing where all answered alike. */
function varianceOf({ offered, allowed }: Rate): number {
  const share = (allowed + 1) / (offered + 2);
  return (share * (1 - share)) / offered;
}

/** Wilson's score interval, which is right for few answers, too. */
function likely({ offered, allowed }: Rate): Interval {
  if (offered === 0) return { low: 0, high: 1 };
  const square = WIDTH ** 2;
  const share = allowed / offered;
  const middle = (share + square / (2 * offered)) / (1 + square / offered);
  const half =
    (WIDTH / (1 + square / offered)) * Math.sqrt((share * (1 - share)) / offered + square / (4 * offered ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
