import type { Kind, ProfileName } from "./browser.ts";

/**
 * Everything that is counted. Milliseconds but for: `heap` bytes; `nodes`, `listeners`, `longTasks`, `requests` numbers;
 * `cls` Chromium's score; `lcpInBanner` and `shown` 0 or 1.
 */
export const FIGURES = [
  "visible",
  "usable",
  "gone",
  "interaction",
  "fcp",
  "lcp",
  "lcpInBanner",
  "cls",
  "longTasks",
  "tbt",
  "script",
  "layout",
  "task",
  "heap",
  "nodes",
  "listeners",
  "shown",
  "requests",
] as const;
/** One of them. */
export type Figure = (typeof FIGURES)[number];
/** What one look at a page gave. */
export type Figures = Partial<Record<Figure, number>>;

/** One look at one page. */
export interface Sample {
  round: number;
  profile: ProfileName;
  kind: Kind;
  name: string;
  /** How busy the machine was just before, 0 to 1. */
  busy: number;
  /** Why it could not be measured. */
  failure?: string;
  figures: Figures;
}

/** The values of a figure over all rounds. */
export function valuesOf(samples: readonly Sample[], where: Omit<Cell, "figure">, figure: Figure): number[] {
  return samples
    .filter(({ name, profile, kind }) => name === where.name && profile === where.profile && kind === where.kind)
    .map(({ figures }) => figures[figure])
    .filter((value) => value !== undefined);
}

/** One figure of one contestant on one device. */
export interface Cell {
  name: string;
  profile: ProfileName;
  kind: Kind;
  figure: Figure;
}
