import type { Visit } from "./connector.server.ts";
import type { ErrandResult } from "./errand.ts";
import { judgeDone, judgeUndone, type Seen } from "./progress.ts";

/** What a processor with a way to look can do. */
export interface Steps {
  /** Looks, and changes nothing. */
  look: () => Promise<Seen>;
  /** Gives the order; harmless when given twice. */
  ask: () => Promise<void>;
  /** How long the processor may take to do what it agreed to (ms). */
  settleMs: number;
  /** What should be seen, as "the profile is gone". */
  wanted: string;
}

/**
 * The way to a change that is seen rather than assumed: look, ask only when needed, look again. A run that was cut off
 * anywhere is simply made again: the look before the order shows whether it was carried out.
 */
export async function askAndLook(visit: Visit, steps: Steps): Promise<ErrandResult> {
  const before = await steps.look();
  if (before.isAsAsked) return judgeDone(visit.past.rounds, before);
  let { askedAt } = visit.past;
  if (!askedAt) {
    await visit.noteRound();
    await steps.ask();
    await visit.noteAsked();
    askedAt = visit.now;
    if ((await steps.look()).isAsAsked) return judgeDone(1, before);
  }
  const { settleMs, wanted } = steps;
  const verdict = judgeUndone({ who: visit.processor.name, askedAt, now: visit.now, settleMs, wanted });
  if (verdict.status === "not-as-asked") await visit.noteAnswer("refuted");
  return verdict;
}
