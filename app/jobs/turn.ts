import type { JobRules } from "./jobs.ts";

/** Which try of a job this is. */
export interface Turn {
  /** No other try comes by itself. */
  isLast: boolean;
  /** When the next try begins at the latest, should this one fail; null when none comes. */
  nextTryBy: Date | null;
}

/** A try without the queue's memory, such as a direct call: nothing comes after it by itself. */
export const ONLY_TURN: Turn = { isLast: false, nextTryBy: null };

/** The turn of a job that was tried `retries` times before. Waits double, with jitter: the queue's longest is told. */
export function turnOf(rules: JobRules, retries: number, now: Date): Turn {
  if (retries >= rules.retryLimit) return { isLast: true, nextTryBy: null };
  const seconds = Math.min(rules.retryDelayMax, rules.retryDelay * 2 ** Math.min(16, retries + 1));
  return { isLast: false, nextTryBy: new Date(now.getTime() + seconds * 1000) };
}
