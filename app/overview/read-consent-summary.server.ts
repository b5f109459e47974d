import { readExam } from "../consent/examine-storefront.server.ts";
import { addRates } from "../consent/opt-in-rates.ts";
import { readOptIn } from "../consent/read-opt-in.server.ts";
import { embedLink } from "../consent/why-not-showing.ts";
import { settings } from "../env.server.ts";
import type { ConsentSummary } from "./consent-summary.ts";

const EMBED = { found: "off", fine: "on", unknown: null } as const;

/** What the home page says of a store's consent. */
export async function readConsentSummary(shop: string, now: Date): Promise<ConsentSummary> {
  const [exam, rates] = await Promise.all([readExam(shop), readOptIn(shop, 30, now)]);
  const embed = exam?.showing.find(({ check }) => check === "embed");
  const { analytics, marketing } = addRates(rates.days);
  return {
    banner: embed ? EMBED[embed.found] : null,
    embedLink: embedLink({ handle: shop.replace(/\.myshopify\.com$/, ""), apiKey: settings().apiKey }),
    leaks: exam?.leaks.length ?? 0,
    ...{ analytics, marketing },
  };
}
