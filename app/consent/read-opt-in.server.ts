import { PURPOSES } from "../law/purposes.ts";
import { addRates, fillDays, type GroupRates, type OptInRates, type Period } from "./opt-in-rates.ts";
import { readRates, type Rate, type RateFilter, type RateGroup } from "./read-rates.server.ts";

const DAY_MS = 86_400_000;

/**
 * How many of a store's shoppers allowed what, of those who answered for the first time in the last days: by day, place,
 * language, device and wording. What a browser's signal decided alone is no answer, and what was merely not refused is no
 * yes: it is told apart.
 */
export async function readOptIn(shop: string, period: Period, now: Date): Promise<OptInRates> {
  const from = new Date(now.getTime() - (period - 1) * DAY_MS).toISOString().slice(0, 10);
  const to = now.toISOString().slice(0, 10);
  const read = async (by: RateGroup | null, filter: Partial<RateFilter> = { form: "consent" }): Promise<GroupRates[]> =>
    (await readRates(shop, { from, to, isFirst: true, isAnswer: true, ...filter }, by)).map(toGroup);
  const [days, regions, languages, devices, wordings, [optOuts], places] = await Promise.all([
    read("day"),
    read("region"),
    read("language"),
    read("device"),
    read("variant", { form: "consent", isCompared: true }),
    read(null, { form: "opt-out" }),
    read("region", {}),
  ]);
  return {
    days: fillDays(days, from, to),
    ...{ regions, languages, devices, wordings },
    optOuts: optOuts ?? { key: "", choices: 0, rates: addRates([]) },
    places: places.map(({ key }) => key),
  };
}

function toGroup({ group, choices, purposes }: Rate): GroupRates {
  const rates = addRates([]);
  for (const purpose of PURPOSES) {
    const { asked, allowed } = purposes[purpose];
    rates[purpose] = { offered: asked, allowed };
  }
  return { key: group ?? "", choices, rates };
}
