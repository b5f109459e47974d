import { done, type ErrandResult } from "./errand.ts";

/** What a processor can answer, whether by its API, its callback or the page behind a reply link. */
export const ANSWERS = ["done", "nothing-held", "cannot"] as const;

/** What a processor answered. */
export type Answer = (typeof ANSWERS)[number];

/** How far an errand came in earlier runs. */
export interface Progress {
  /** Rounds that were begun: 0 before the first, above 1 when the processor had said "done" and it was not so. */
  rounds: number;
  /** When the processor took the order of this round; null when that is not certain. */
  askedAt: Date | null;
  /** Its own number of the order, "" when it gave none. */
  reference: string;
  answer: Answer | null;
}

/** What a look at the processor showed: whether it has anything of the person, and whether all is as was asked. */
export interface Seen {
  isHeld: boolean;
  isAsAsked: boolean;
}

const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;

/** When to look again: each wait is as long as all before it, from 10 seconds to 6 hours, the last one at the limit. */
export function nextLook(askedAt: Date, now: Date, settleMs: number): Date {
  const elapsed = now.getTime() - askedAt.getTime();
  const wait = Math.min(Math.max(elapsed, FIRST_WAIT_MS), LONGEST_WAIT_MS);
  const limit = askedAt.getTime() + settleMs;
  const next = now.getTime() + wait;
  return new Date(now.getTime() < limit ? Math.min(next, limit) : next);
}

/** How the round stands that began at `askedAt`; `settleMs`: how long the processor may take to do what it agreed to. */
export interface Round {
  who: string;
  askedAt: Date;
  now: Date;
  settleMs: number;
  /** What should be seen, as "the profile is gone". */
  wanted: string;
}

/**
 * What it means that the processor took an order and a look shows that it is not carried out: within its time, that it
 * is under way; after it, that its word is not true.
 */
export function judgeUndone({ who, askedAt, now, settleMs, wanted }: Round): ErrandResult {
  if (now.getTime() < askedAt.getTime() + settleMs) {
    const checkAt = nextLook(askedAt, now, settleMs);
    return { status: "pending", checkAt, cause: `${who} agreed, but it is not yet so that ${wanted}.` };
  }
  const since = askedAt.toISOString().slice(0, 16).replace("T", " ");
  return { status: "not-as-asked", cause: `${who} said yes (${since} UTC), but a look shows: not so that ${wanted}.` };
}

/** What it means that a look shows all as was asked: ours when we had asked, else there was nothing to do. */
export function judgeDone(rounds: number, { isHeld }: Seen): ErrandResult {
  return done(rounds > 0 || isHeld ? "as-asked" : "nothing-held");
}
