import type { RequestKind, RequestOutcome, RequestSource, RequestStatus } from "../law/requests.ts";

/** What counts of a request. */
export interface CountedRequest {
  kind: RequestKind;
  source: RequestSource;
  status: RequestStatus;
  outcome: RequestOutcome | null;
  receivedAt: Date;
  closedAt: Date | null;
}

/** The kinds that California's table names, in its order. */
export const METRIC_KINDS = ["delete", "correct", "know", "opt-out", "limit", "other"] as const;
/** One of them. "know": access and portability; "other": kinds of other laws. */
export type MetricKind = (typeof METRIC_KINDS)[number];

const KIND: Readonly<Record<RequestKind, MetricKind>> = {
  access: "know",
  portability: "know",
  correct: "correct",
  delete: "delete",
  "opt-out-of-sale": "opt-out",
  "limit-sensitive": "limit",
  restrict: "other",
  object: "other",
  "withdraw-consent": "other",
  appeal: "other",
};

/** A row of the table. Days: from receipt to the answer; null while nothing of it was answered. */
export interface MetricRow {
  kind: MetricKind;
  received: number;
  /** Complied with as a whole, and in part. */
  complied: number;
  inPart: number;
  /** Refused, and never verified. */
  denied: number;
  unverified: number;
  /** Still running. */
  running: number;
  meanDays: number | null;
  medianDays: number | null;
}

const DAY_MS = 86_400_000;

/**
 * A year's figures by kind of request, as California wants them published from 10,000,000 people on (CCPA regulations, 11
 * CCR §7102(a)): received, complied with in whole or in part, denied, and the median or mean days that an answer took. A
 * request counts in the year in which it came. What a retention rule ended, and what was joined with another request of the
 * same person, nobody asked for: it does not count.
 */
export function yearMetrics(requests: Iterable<CountedRequest>, year: number): MetricRow[] {
  const table = new Map(METRIC_KINDS.map((kind) => [kind, { row: empty(kind), days: [] as number[] }]));
  for (const request of requests) {
    if (!counts(request, year)) continue;
    const place = table.get(KIND[request.kind]);
    if (!place) continue;
    const { row, days } = place;
    row.received += 1;
    row[partOf(request)] += 1;
    if (request.closedAt !== null && request.status !== "expired")
      days.push((request.closedAt.getTime() - request.receivedAt.getTime()) / DAY_MS);
  }
  return [...table.values()].map(({ row, days }) => ({ ...row, meanDays: meanOf(days), medianDays: medianOf(days) }));
}

function counts({ source, outcome, receivedAt }: CountedRequest, year: number): boolean {
  return source !== "retention" && outcome !== "merged" && receivedAt.getUTCFullYear() === year;
}

const empty = (kind: MetricKind): MetricRow => ({
  ...{ kind, received: 0, complied: 0, inPart: 0, denied: 0, unverified: 0, running: 0 },
  ...{ meanDays: null, medianDays: null },
});

type Part = "complied" | "inPart" | "denied" | "unverified" | "running";

function partOf({ status, outcome, closedAt }: CountedRequest): Part {
  if (closedAt === null) return "running";
  if (status === "expired") return "unverified";
  if (status === "refused" || outcome === "refused" || outcome === "appeal-refused") return "denied";
  return outcome === "partial" ? "inPart" : "complied";
}

function meanOf(days: readonly number[]): number | null {
  return days.length === 0 ? null : days.reduce((sum, one) => sum + one, 0) / days.length;
}

function medianOf(days: readonly number[]): number | null {
  const sorted = days.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
