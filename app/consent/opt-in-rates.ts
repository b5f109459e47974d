import { PURPOSES, type Purpose } from "../law/purposes.ts";

/** Of how many that a purpose was put to, how many allowed it. */
export interface Rate {
  offered: number;
  allowed: number;
}

/** Rates of one group of choices, such as those of a day or from a place. */
export interface GroupRates {
  /** What the group is: a day (YYYY-MM-DD), a region, a language, a device. */
  key: string;
  choices: number;
  rates: Readonly<Record<Purpose, Rate>>;
}

/** How many days the rates can be shown for. */
export const PERIODS = [7, 30, 90] as const;
/** A number of days. */
export type Period = (typeof PERIODS)[number];

/** How many days a page's query asks for; 30 where it says nothing that makes sense. */
export function readPeriod(text: string | null): Period {
  return PERIODS.find((days) => String(days) === text) ?? 30;
}

/** How many allowed what of those who were asked with nothing ticked, by several ways to group them. */
export interface OptInRates {
  /** Every day of the period, the oldest first. */
  days: GroupRates[];
  regions: GroupRates[];
  languages: GroupRates[];
  devices: GroupRates[];
  /** By the wording of the question, while wordings were compared. */
  wordings: GroupRates[];
  /** Those who were not asked, because their law lets them say no: what they left allowed. */
  optOuts: GroupRates;
  /** Where choices of any form came from. */
  places: string[];
}

/** A share as whole percent, rounded down so that "100%" means all; undefined where nobody was asked. */
export function percentOf({ offered, allowed }: Rate): number | undefined {
  return offered === 0 ? undefined : Math.floor((allowed / offered) * 100);
}

/** A share in words: "62%", or a dash where nobody was asked. */
export function percentText(rate: Rate): string {
  const percent = percentOf(rate);
  return percent === undefined ? "–" : `${String(percent)}%`;
}

/** The rates of several groups together. */
export function addRates(groups: readonly GroupRates[]): Record<Purpose, Rate> {
  const sum = (purpose: Purpose, of: keyof Rate) =>
    groups.reduce((total, group) => total + group.rates[purpose][of], 0);
  return Object.fromEntries(
    PURPOSES.map((purpose) => [purpose, { offered: sum(purpose, "offered"), allowed: sum(purpose, "allowed") }]),
  ) as Record<Purpose, Rate>;
}

/** The largest groups first, at most `most`; the rest becomes one group with the key "other". */
export function largestGroups(groups: readonly GroupRates[], most: number): GroupRates[] {
  const sorted = groups.toSorted((one, other) => other.choices - one.choices || (one.key < other.key ? -1 : 1));
  if (sorted.length <= most) return sorted;
  const rest = sorted.slice(most - 1);
  const choices = rest.reduce((total, group) => total + group.choices, 0);
  return [...sorted.slice(0, most - 1), { key: "other", choices, rates: addRates(rest) }];
}

/** A point of a line; undefined where nobody was asked that day: the line has a gap there. */
export interface Point {
  day: string;
  percent: number | undefined;
}

/** One purpose's line. */
export function lineOf(days: readonly GroupRates[], purpose: Purpose): Point[] {
  return days.map(({ key, rates }) => ({ day: key, percent: percentOf(rates[purpose]) }));
}

/** A line cut at its gaps. */
export function segments(points: readonly Point[]): { day: string; percent: number }[][] {
  const found: { day: string; percent: number }[][] = [];
  let isOpen = false;
  for (const { day, percent } of points) {
    if (percent === undefined) isOpen = false;
    else if (isOpen) found.at(-1)?.push({ day, percent });
    else {
      found.push([{ day, percent }]);
      isOpen = true;
    }
  }
  return found;
}

/** Every day from the first to the last (YYYY-MM-DD, both included), with what is known of it. */
export function fillDays(known: readonly GroupRates[], first: string, last: string): GroupRates[] {
  const byDay = new Map(known.map((group) => [group.key, group]));
  const days: GroupRates[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY_MS) {
    const key = new Date(at).toISOString().slice(0, 10);
    days.push(byDay.get(key) ?? { key, choices: 0, rates: addRates([]) });
  }
  return days;
}

const DAY_MS = 86_400_000;
