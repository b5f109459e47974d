import { readRetention } from "../retention/read-retention.server.ts";
import { runRetention } from "../retention/run-retention.server.ts";
import type { Options } from "./commands.ts";
import type { Result } from "./result.ts";

/**
 * `retention`: carries a store's rules out now (with `--dry-run` not), and says of each how long, who ends such records and
 * how many are past their period. Customers are never erased without the approval of the store's staff.
 */
export async function carryOutRetention({ shop, "dry-run": isDry }: Options<"retention">): Promise<Result> {
  const now = new Date();
  if (!isDry) await runRetention(shop, now);
  const figures = await readRetention(shop, now);
  const rows = figures.map(({ category, period, ender, cutOff, past, checkedAt }) => ({
    ...{ category, period: period === null ? null : JSON.stringify(period), endedBy: ender },
    ...{ before: cutOff, past, countedAt: checkedAt },
  }));
  return { kind: "rows", rows };
}
