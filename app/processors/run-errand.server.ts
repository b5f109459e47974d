import { prisma } from "../db/database.server.ts";
import { plainCause } from "../jobs/cause.ts";
import { byHand } from "./by-hand.ts";
import { CONNECTOR_OF } from "./connector-of.server.ts";
import type { Target } from "./connector.server.ts";
import type { Errand, ErrandResult } from "./errand.ts";
import { ANSWERS_LATE_MS, noteAnswer, noteAsked, noteRound, openProgress } from "./errand-progress.server.ts";
import type { Progress } from "./progress.ts";
import { openTarget } from "./target.server.ts";
import { AskedToWait, GoneForGood } from "./understand-status.server.ts";

/**
 * Has a processor (by its id) do its part of a request, as far as it goes now. Safe to repeat, also after a crash at any
 * moment: each connector says how. One that keeps us waiting until 30 days after the request's deadline becomes work for
 * a person. A processor that was deactivated meanwhile still finishes what it was asked.
 *
 * @throws PlainProblem when the processor cannot be reached, or does not let us in: the queue tries again
 */
export async function runErrand(
  shop: string,
  processor: string,
  errand: Errand,
  now: Date = new Date(),
): Promise<ErrandResult> {
  const target = await openTarget(shop, processor);
  if (!target) return { status: "gone", cause: `"${processor}" is no longer among the store’s processors.` };
  const past = await openProgress(shop, processor, errand);
  const about = { request: errand.request, processor };
  try {
    const result = await CONNECTOR_OF[target.processor.connector].run({
      ...target,
      ...{ errand, past, now },
      noteRound: () => noteRound(shop, errand.request, processor),
      noteAsked: (reference) => noteAsked(shop, about, { now, reference }),
      noteAnswer: (answer) => noteAnswer(shop, about, { now, answer }),
    });
    if (target.processor.cause !== null) await noteCause(shop, processor, { cause: null, now });
    return result.status === "pending" && isTooLate(errand, past, now) ? neverDone(target, errand) : result;
  } catch (error) {
    if (error instanceof AskedToWait) {
      if (isTooLate(errand, past, now)) return neverDone(target, errand);
      return { status: "pending", checkAt: error.until, cause: error.message };
    }
    await noteCause(shop, processor, { cause: plainCause(error), now });
    if (error instanceof GoneForGood) return { status: "gone", cause: error.message };
    throw error;
  }
}

/** Nobody waits for ever: after this a person must find out. */
function isTooLate({ dueAt }: Errand, { askedAt }: Progress, now: Date): boolean {
  return now.getTime() >= Math.max(dueAt.getTime(), (askedAt ?? dueAt).getTime()) + ANSWERS_LATE_MS;
}

function neverDone({ processor }: Target, { act, dueAt }: Errand): ErrandResult {
  const since = dueAt.toISOString().slice(0, 10);
  return byHand(
    processor,
    act,
    `${processor.name} was asked in time, but 30 days after ${since} it is still not done.`,
  );
}

/** The page of processors shows what fails also when nobody has checked the connection. */
async function noteCause(shop: string, id: string, { cause, now }: { cause: string | null; now: Date }): Promise<void> {
  await prisma().processor.updateMany({ where: { shop, id }, data: { cause, checkedAt: now } });
}
