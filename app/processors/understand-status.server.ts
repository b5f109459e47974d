import { PlainProblem } from "../jobs/cause.ts";
import type { Answered } from "../outbound/call-out.server.ts";

/** The longest that a processor may make us wait (ms); it is asked again after that, whatever it says. */
const LONGEST_WAIT_MS = 24 * 3_600_000;
const USUAL_WAIT_MS = 60_000;

/** The processor asks to be left alone until then: no failure, the errand waits. */
export class AskedToWait extends PlainProblem {
  readonly until: Date;

  constructor(who: string, until: Date) {
    super(`${who} asks to wait: too many calls at once, or it is being looked after.`);
    this.name = "AskedToWait";
    this.until = until;
  }
}

/** The processor's address says that nothing is there any more (HTTP 410). */
export class GoneForGood extends PlainProblem {
  constructor(who: string) {
    super(`${who} answers that this address is gone for good. Enter its new one, or ask it in another way.`, {
      worthRetrying: false,
    });
    this.name = "GoneForGood";
  }
}

/**
 * Throws for an answer that is a failure, with its cause in plain words; `fine` are the statuses that are not. What the
 * processor wrote is never quoted: it may name the person.
 *
 * @throws AskedToWait for 429, and 503 with Retry-After (RFC 9110, section 10.2.3); GoneForGood for 410; PlainProblem
 */
export function understandStatus(who: string, answer: Answered, fine: readonly number[], now: Date): void {
  const { status } = answer;
  if (fine.includes(status)) return;
  const wait = retryAfter(answer.header("Retry-After"), now);
  if (status === 429 || (status === 503 && wait !== undefined))
    throw new AskedToWait(who, wait ?? new Date(now.getTime() + USUAL_WAIT_MS));
  if (status === 410) throw new GoneForGood(who);
  throw new PlainProblem(`${who} ${meaning(status)}`, { worthRetrying: status >= 500 || status === 408 });
}

function meaning(status: number): string {
  if (status >= 500) return `has a problem of its own (HTTP ${String(status)}).`;
  if (status === 401) return "does not accept the credentials (HTTP 401). Enter new ones on the page of processors.";
  if (status === 403)
    return "accepts the credentials, but they do not allow this (HTTP 403). Give them the right to do it.";
  if (status === 404) return "knows nothing at this address (HTTP 404). Check the settings of this processor.";
  if (status === 408) return "gave up waiting for the call (HTTP 408).";
  if (status >= 300 && status < 400)
    return `sends us on to another address (HTTP ${String(status)}), which is not followed. Enter the final one.`;
  if (status < 300) return `answered in a way that is not expected here (HTTP ${String(status)}).`;
  return `did not accept the call (HTTP ${String(status)}).`;
}

function retryAfter(text: string, now: Date): Date | undefined {
  const seconds = /^\d{1,9}$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  if (Number.isNaN(seconds)) return undefined;
  return new Date(now.getTime() + Math.min(Math.max(seconds, 1000), LONGEST_WAIT_MS));
}

/** The answer's JSON as `schema` wants it. Throws PlainProblem when it is none, or another. */
export function understandJson<T>(
  who: string,
  text: string,
  schema: { safeParse: (value: unknown) => { success: true; data: T } | { success: false } },
): T {
  const read = schema.safeParse(parsed(text));
  if (read.success) return read.data;
  throw new PlainProblem(`${who} answered with something that cannot be understood.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
