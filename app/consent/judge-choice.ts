import { consentRule } from "../law/consent-rules.ts";
import { addMonths, choose } from "./choice.ts";
import type { SentChoice } from "./record.ts";

/** What the server makes of a choice, from the same facts and with the same function as the browser. */
export interface Judged {
  /** When it was made: the browser's time, but never after it was received. */
  at: Date;
  /** When it no longer stands: after the months of the place's law. */
  lapsesAt: Date;
  /** Whether the server decides the same. False hints at an old page in a browser's cache, or at a forger. */
  agrees: boolean;
}

/**
 * Where the law names no end the choice stands for as long as the browser keeps it, 400 days at most without a visit
 * (RFC 6265bis, section 5.5). Calendar months.
 */
const MONTHS_WITHOUT_END = 14;

/** Decides again what the browser decided. A choice from the future is dated to its arrival. */
export function judgeChoice(choice: SentChoice, receivedAt: Date): Judged {
  const { region, form, allowed, offered, policy, signal, noTrack, model } = choice;
  const now = receivedAt.getTime();
  const at = Math.min(choice.at, now);
  const decided = choose({
    ...{ region, signal, noTrack, now: at },
    kept: { form, allowed, at, policy, signal, noTrack },
    terms: { policy, changes: [], offered, honoursNoTrack: false, forMinors: false },
  });
  const { months } = consentRule(region);
  return {
    at: new Date(at),
    lapsesAt: new Date(addMonths(at, months === 0 ? MONTHS_WITHOUT_END : months)),
    agrees: decided.model === model && decided.allowed === allowed,
  };
}
