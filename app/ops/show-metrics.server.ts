import { PlainProblem } from "../jobs/cause.ts";
import { readMetrics } from "../requests/read-metrics.server.ts";
import type { Options } from "./commands.ts";
import type { Result } from "./result.ts";

/** `metrics`: a year's figures of a store by kind of request (CCPA regulations §7102); this year unless --year names one. */
export async function showMetrics({ shop, year }: Options<"metrics">): Promise<Result> {
  const wanted = Number(year ?? new Date().getUTCFullYear());
  if (!Number.isInteger(wanted) || wanted < 2000 || wanted > 2200)
    throw new PlainProblem("--year is a year, as 2026.", { worthRetrying: false });
  return { kind: "rows", rows: (await readMetrics(shop, wanted)).map((row) => ({ year: wanted, ...row })) };
}
