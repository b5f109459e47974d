import { prisma } from "../db/database.server.ts";
import type { RequestKind, RequestOutcome, RequestSource, RequestStatus } from "../law/requests.ts";
import { yearMetrics, type CountedRequest, type MetricRow } from "./year-metrics.ts";

/** A store's figures of a year (UTC). */
export async function readMetrics(shop: string, year: number): Promise<MetricRow[]> {
  const receivedAt = { gte: new Date(Date.UTC(year, 0, 1)), lt: new Date(Date.UTC(year + 1, 0, 1)) };
  const rows = await prisma().privacyRequest.findMany({
    where: { shop, receivedAt },
    select: { kind: true, source: true, status: true, outcome: true, receivedAt: true, closedAt: true },
  });
  return yearMetrics(rows.map(counted), year);
}

function counted(
  row: Record<"kind" | "source" | "status", string> &
    Pick<CountedRequest, "receivedAt" | "closedAt"> & { outcome: string | null },
): CountedRequest {
  return {
    ...{ receivedAt: row.receivedAt, closedAt: row.closedAt },
    kind: row.kind as RequestKind,
    source: row.source as RequestSource,
    status: row.status as RequestStatus,
    outcome: row.outcome as RequestOutcome | null,
  };
}

/** The years in which requests came, the newest first; this year always. */
export async function listYears(shop: string, now: Date): Promise<number[]> {
  const first = await prisma().privacyRequest.findFirst({
    where: { shop },
    orderBy: { receivedAt: "asc" },
    select: { receivedAt: true },
  });
  const last = now.getUTCFullYear();
  const from = Math.min(last, first?.receivedAt.getUTCFullYear() ?? last);
  return Array.from({ length: last - from + 1 }, (_, back) => last - back);
}
