import { PURPOSES } from "../law/purposes.ts";
import { addRates, fillDays, type GroupRates, type OptInRates, type Period } from "./opt-in-rates.ts";
import { readRates, type Rate, type RateGroup } from "./read-rates.server.ts";

const DAY_MS = 86_400_000;

/**
 * How many of a store's shoppers allowed what, of those who answered for the first time in the last days: by day, place,
 * language and device. What a browser's signal decided alone is no answer.
 */
export async function readOptIn(shop: string, period: Period, now: Date): Promise<OptInRates> {
  const from = new Date(now.getTime() - (period - 1) * DAY_MS).toISOString().slice(0, 10);
  const to = now.toISOString().slice(0, 10);
  const read = async (by: RateGroup): Promise<GroupRates[]> =>
    (await readRates(shop, { from, to, isFirst: true, isAnswer: true }, by)).map(toGroup);
  const [days, regions, languages, devices] = await Promise.all([
    read("day"),
    read("region"),
    read("language"),
    read("device"),
  ]);
  return { days: fillDays(days, from, to), regions, languages, devices };
}

function toGroup({ group, choices, purposes }: Rate): GroupRates {
  const rates = addRates([]);
  for (const purpose of PURPOSES) {
    const { asked, allowed } = purposes[purpose];
    rates[purpose] = { offered: asked, allowed };
  }
  return { key: group ?? "", choices, rates };
}
