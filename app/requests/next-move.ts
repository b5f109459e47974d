import type { RequestKind, RequestOutcome, RequestStatus, System, TaskStatus } from "../law/requests.ts";

const DAY_MS = 86_400_000;
/** An answer goes out this long before the deadline at the latest, so that there is time to see that it arrived. */
export const ANSWER_MARGIN_MS = 2 * DAY_MS;
/** Systems get at least this long, also when a request reached the store late. */
const GRACE_MS = DAY_MS;

/** One system's part, as far as the next move depends on it. */
export interface TaskFacts {
  system: System;
  status: TaskStatus;
  /** When its turn came; null before. */
  startedAt: Date | null;
  nextTryAt: Date | null;
}

/** What the next move of a request depends on. */
export interface MoveFacts {
  kind: RequestKind;
  status: RequestStatus;
  outcome: RequestOutcome | null;
  /** When its systems began; null before. */
  startedAt: Date | null;
  deadline: Date;
  /** Whose data is in its package; null while there is none. */
  packed: readonly System[] | null;
  /** Whether a package is being written: what came meanwhile is looked at when it is. */
  isPacking: boolean;
  tasks: readonly TaskFacts[];
}

/**
 * What to do next with a request whose systems are at work. "erase": Candor's own part of an erasure begins, the last
 * one, because the other systems need to know who it is. "pack": write the package, with what is there. "answer": the
 * person is told, that all is done or what is still missing. "wait": nothing now.
 */
export type Move = "wait" | "erase" | "pack" | "answer";

/** Whether a system's part is over, well. */
export function isSettled({ status }: Pick<TaskFacts, "status">): boolean {
  return status === "done" || status === "skipped";
}

/** Whether a request's answer is a package. */
export function givesPackage(kind: RequestKind): boolean {
  return kind === "access" || kind === "portability";
}

/** When a request is answered with what is there, if nothing happens before. */
export function answerBy({ deadline, startedAt }: Pick<MoveFacts, "deadline" | "startedAt">): Date {
  const graced = startedAt === null ? 0 : startedAt.getTime() + GRACE_MS;
  return new Date(Math.max(deadline.getTime() - ANSWER_MARGIN_MS, graced));
}

/** The next move. A system that fails never keeps the others' results from the person. */
export function nextMove(request: MoveFacts, now: Date): Move {
  if (request.isPacking) return "wait";
  if (request.status === "done") return afterAnswer(request);
  if ((request.status !== "open" && request.status !== "on-hold") || request.tasks.length === 0) return "wait";
  if (request.kind === "delete") return whileErasing(request, now);
  if (!isReady(request.tasks, request, now)) return "wait";
  return givesPackage(request.kind) ? "pack" : "answer";
}

/** After an answer in part, what comes later is delivered later. */
function afterAnswer({ kind, outcome, packed, tasks }: MoveFacts): Move {
  if (outcome !== "partial") return "wait";
  const isNew = tasks.some(({ system, status }) => status === "done" && packed?.includes(system) !== true);
  if (givesPackage(kind) && isNew) return "pack";
  return tasks.every(isSettled) ? "answer" : "wait";
}

function whileErasing(request: MoveFacts, now: Date): Move {
  const own = request.tasks.find(({ system }) => system === "candor");
  const others = request.tasks.filter((task) => task !== own);
  if (!isReady(others, request, now)) return "wait";
  if (!own || isSettled(own) || own.status === "given-up") return "answer";
  if (own.status === "waiting" && own.startedAt === null) return "erase";
  // a legal hold: the person is told in time that their data stays for now
  return own.status === "held" && now >= answerBy(request) ? "answer" : "wait";
}

/** Whether nothing more can come from these systems before the answer is due. */
function isReady(tasks: readonly TaskFacts[], request: MoveFacts, now: Date): boolean {
  const by = answerBy(request);
  return now >= by || tasks.every((task) => isSettled(task) || !canStillCome(task, by));
}

function canStillCome({ status, nextTryAt }: TaskFacts, by: Date): boolean {
  if (status === "given-up") return false;
  return status !== "pending" || nextTryAt === null || nextTryAt <= by;
}
