import type { Errand, ErrandResult } from "./errand.ts";
import type { Processor } from "./processor.ts";
import type { Answer, Progress } from "./progress.ts";

/** A processor with what is needed to speak to it. */
export interface Target {
  shop: string;
  processor: Processor;
  /** The key, secret or service account; "" when none is kept. Never log it, never show it. */
  credential: string;
  /** The address of its privacy contact; "" when none is kept. */
  contact: string;
}

/** One run of an errand. */
export interface Visit extends Target {
  errand: Errand;
  past: Progress;
  now: Date;
  /** Before the processor is asked: from here on, what is found changed may be our doing. Safe to repeat. */
  noteRound: () => Promise<number>;
  /** After the processor took the order. */
  noteAsked: (reference?: string) => Promise<void>;
  /** The processor's word, and the end of the round when it proves untrue. */
  noteAnswer: (answer: Answer | "refuted") => Promise<void>;
}

/**
 * How one kind of processor is asked. Both methods throw PlainProblem when it cannot be reached or does not let us in.
 * `run` may be called again after a crash at any moment, and says how that is harmless.
 */
export interface Connector {
  run: (visit: Visit) => Promise<ErrandResult>;
  /** Tries the connection without touching any person. Answers what it found, in words for staff. */
  check: (target: Target, now: Date) => Promise<string>;
}
