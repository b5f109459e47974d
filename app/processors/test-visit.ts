import { randomUUID } from "node:crypto";
import { CONNECTOR_OF } from "./connector-of.server.ts";
import type { Target, Visit } from "./connector.server.ts";
import type { ProcessorDraft } from "./draft.ts";
import type { Errand, ErrandResult } from "./errand.ts";
import type { Progress } from "./progress.ts";

/** A processor as its draft says, without a database. */
export function targetOf({ id: _id, contact, credential, ...rest }: ProcessorDraft): Target {
  const processor = { ...rest, id: "acme", checkedAt: null, cause: null };
  return { shop: "memory.myshopify.com", processor, contact, credential };
}

/** Thrown where a test ends a run, as `kill -9` would. */
export class CutOff extends Error {}

/** Runs errands of one processor, their progress kept in memory. `cutAt` ends a run at its n-th note, before or after it. */
export function visitor(target: Target) {
  const kept = new Map<string, Progress & { isRefuted: boolean }>();
  return async (errand: Errand, now: Date, cutAt = Infinity): Promise<ErrandResult> => {
    const past = kept.get(errand.request) ?? {
      rounds: 0,
      askedAt: null,
      reference: "",
      answer: null,
      isRefuted: false,
    };
    kept.set(errand.request, past);
    let steps = 0;
    const step = (work: () => void): void => {
      if (++steps >= cutAt) throw new CutOff();
      work();
      if (++steps >= cutAt) throw new CutOff();
    };
    const visit: Visit = {
      ...{ ...target, errand, now, past: { ...past } },
      noteRound: () => {
        step(() => {
          if (past.rounds === 0 || past.isRefuted)
            Object.assign(past, { rounds: past.rounds + 1, isRefuted: false, askedAt: null, answer: null });
        });
        return Promise.resolve(past.rounds);
      },
      noteAsked: () => {
        step(() => (past.askedAt ??= now));
        return Promise.resolve();
      },
      noteAnswer: (answer) => {
        step(() => {
          if (answer === "refuted") Object.assign(past, { isRefuted: true, askedAt: null, answer: null });
          else Object.assign(past, { answer, askedAt: past.askedAt ?? now });
        });
        return Promise.resolve();
      },
    };
    return CONNECTOR_OF[target.processor.connector].run(visit);
  };
}

/** An errand for nobody on file. */
export function errandOf(errand: Pick<Errand, "act" | "identity"> & Partial<Errand>): Errand {
  return { request: randomUUID(), subject: null, dueAt: new Date("2026-12-01T00:00:00Z"), ...errand };
}
