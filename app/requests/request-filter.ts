import { REQUEST_KINDS, REQUEST_STATUSES, type RequestKind, type RequestStatus } from "../law/requests.ts";

/** What can be asked of the list: one status, those that run, or all. */
export const STATUS_CHOICES = ["running", "all", ...REQUEST_STATUSES] as const;
/** One of the choices of status. */
export type StatusChoice = (typeof STATUS_CHOICES)[number];

/** What staff chose to see. */
export interface RequestChoice {
  status: StatusChoice;
  kind: RequestKind | "";
  isOverdue: boolean;
  latestFirst: boolean;
  /** The same for the list's query. */
  filter: { statuses?: readonly RequestStatus[]; kind?: RequestKind; isOverdue?: boolean };
}

/** Reads a choice from a page's query; what makes no sense counts as not chosen. Requests that run come first. */
export function readRequestFilter(query: { get: (name: string) => string | null }): RequestChoice {
  const status = STATUS_CHOICES.find((one) => one === query.get("status")) ?? "running";
  const kind = REQUEST_KINDS.find((one) => one === query.get("kind")) ?? "";
  const isOverdue = query.get("overdue") === "yes";
  const statuses = statusesOf(status);
  return {
    ...{ status, kind, isOverdue, latestFirst: query.get("order") === "latest" },
    filter: { ...(statuses && { statuses }), ...(kind !== "" && { kind }), ...(isOverdue && { isOverdue }) },
  };
}

function statusesOf(choice: StatusChoice): readonly RequestStatus[] | undefined {
  if (choice === "all") return undefined;
  return choice === "running" ? ["open", "on-hold"] : [choice];
}
