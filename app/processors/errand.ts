import type { RequestKind } from "../law/requests.ts";
import type { HeldRecord } from "../vault/keeper.ts";
import type { Identity } from "../vault/identity.ts";

/** What a processor may be asked to do for a person: GDPR art. 19 and 28(3)(e), CCPA §1798.105(c) and .130(a)(3)(A). */
export const ERRAND_ACTS = [
  "access",
  "portability",
  "correct",
  "delete",
  "restrict",
  "object",
  "opt-out-of-sale",
  "limit-sensitive",
  "withdraw-consent",
] as const satisfies readonly RequestKind[];

/** One thing that a processor may be asked to do. */
export type ErrandAct = (typeof ERRAND_ACTS)[number];

/** Whether a processor can have a part in a request of this kind. */
export function isErrandAct(kind: string): kind is ErrandAct {
  return (ERRAND_ACTS as readonly string[]).includes(kind);
}

/** What of a person can be corrected at a processor; a field that is absent stays. */
export const CORRECTABLE = ["email", "phone", "firstName", "lastName"] as const;

/** The new values of what was wrong (GDPR art. 16). */
export type Corrections = Readonly<Partial<Record<(typeof CORRECTABLE)[number], string>>>;

/** One processor's part of one request. Request and processor together are its idempotency key. */
export interface Errand {
  /** The request's id. */
  request: string;
  act: ErrandAct;
  /** The person on file; null once they are erased here. What a processor answers is sealed for them. */
  subject: string | null;
  /** As the store knows the person; at least one identifier. */
  identity: Identity;
  /** For "correct" only. */
  changes?: Corrections;
  /** The request's deadline: processors are told of it. */
  dueAt: Date;
}

/**
 * What was seen afterwards. "as-asked": looked again, and it is so (after an erasure: nothing is there). "unreadable":
 * the processor took the order, but has no way to look. "nothing-held": it never had anything of this person.
 */
export const READ_BACKS = ["as-asked", "unreadable", "nothing-held"] as const;

/** What was seen afterwards. */
export type ReadBack = (typeof READ_BACKS)[number];

/** A file that a processor handed over for an access request. */
export interface ErrandFile {
  /** Without a path. */
  name: string;
  /** Its media type as the processor named it. */
  type: string;
  bytes: Uint8Array;
}

/** What an access request got from a processor, for the package. */
export interface ErrandItems {
  records: readonly HeldRecord[];
  files: readonly ErrandFile[];
}

/**
 * How an errand stands. Sentences (`cause`, `what`) are for staff and hold no personal data.
 *
 * - done: the processor did it. `seen`: what was read back.
 * - pending: it is under way; run the errand again at `checkAt`.
 * - by-hand: no program can do it; `what` a person must do, `link` where.
 * - not-as-asked: the processor said that it was done, and a look shows that it is not. Asked again when it is run again.
 * - refused: the processor answered that it cannot.
 * - gone: the processor, or its address, is no longer there; asking again cannot help.
 *
 * Everything else that goes wrong is thrown as a PlainProblem, for the queue to try again.
 */
export type ErrandResult =
  | { status: "done"; seen: ReadBack; items: ErrandItems }
  | { status: "pending"; checkAt: Date; cause: string }
  | { status: "by-hand"; what: string; link: string | null }
  | { status: "not-as-asked" | "refused" | "gone"; cause: string };

/** Whether an errand only reads: then there is no change to look for afterwards. */
export function isReading({ act }: Pick<Errand, "act">): boolean {
  return act === "access" || act === "portability";
}

/** Nothing for the package. */
export const NO_ITEMS: ErrandItems = { records: [], files: [] };

/** Done, with what was read back. */
export function done(seen: ReadBack, items: ErrandItems = NO_ITEMS): ErrandResult {
  return { status: "done", seen, items };
}
