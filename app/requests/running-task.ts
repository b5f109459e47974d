import type { Statement } from "../evidence/chain.ts";
import type { RequestKind, System } from "../law/requests.ts";
import type { TaskResultCode } from "./task-result.ts";

/** A task and the request that it belongs to, as handlers see them. */
export interface RunningTask {
  request: string;
  system: System;
  /** Null once the person is erased here. */
  subject: string | null;
  kind: RequestKind;
  deadline: Date;
  /** Since when its system has the order; null before. */
  askedAt: Date | null;
  /** How it stood when it was last left. */
  lastResult: TaskResultCode | null;
}

/**
 * How a handler left its task. `cause`: for staff, in plain words, without personal data. `says`: what is put into the
 * evidence with it. "closed": it has seen to the rest itself.
 */
export type TaskResult =
  | { status: "done"; result: TaskResultCode; says?: readonly Statement[] }
  | { status: "skipped"; result: TaskResultCode; cause: string }
  | { status: "pending"; result: TaskResultCode | null; cause: string; nextTryAt: Date; askedAt?: Date }
  | { status: "by-hand"; result: TaskResultCode | null; cause: string }
  | { status: "given-up"; result: TaskResultCode; cause: string }
  | { status: "held" }
  | { status: "closed" };
