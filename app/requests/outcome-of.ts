import type { RequestKind, RequestOutcome, TaskStatus } from "../law/requests.ts";
import { isSettled } from "./next-move.ts";
import type { TaskResultCode } from "./task-result.ts";

/** One system's part, as far as the outcome depends on it. */
export interface Part {
  status: TaskStatus;
  result: TaskResultCode | null;
}

const OUTCOMES: Readonly<Record<RequestKind, RequestOutcome>> = {
  access: "package-ready",
  portability: "package-ready",
  correct: "corrected",
  delete: "erased",
  restrict: "restricted",
  object: "objection-kept",
  "opt-out-of-sale": "opted-out",
  "limit-sensitive": "sensitive-limited",
  "withdraw-consent": "consent-withdrawn",
  appeal: "appeal-refused",
};

/** How a request ends with its systems where they are now. Answered while one of them is not done, it is partial. */
export function outcomeOf(kind: RequestKind, parts: readonly Part[]): RequestOutcome {
  if (!parts.every(isSettled)) return "partial";
  if (kind === "appeal" && parts.some(({ result }) => result === "granted")) return "appeal-granted";
  const isNothing = parts.length > 0 && parts.every(({ result }) => result === "nothing-held");
  return kind === "correct" && isNothing ? "nothing-found" : OUTCOMES[kind];
}
