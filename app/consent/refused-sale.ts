import { PURPOSE_BIT } from "../law/purposes.ts";
import type { SentChoice } from "./record.ts";

/** An opt-out of sale and sharing that a choice states. */
export interface RefusedSale {
  /** The page of choices or the banner, or Global Privacy Control alone. */
  source: "choices" | "signal";
  region: string | null;
  language: string;
  /** The choice's receipt. */
  receipt: string;
}

/**
 * What the newest of some choices says about sale, where the law of the place gives an opt-out (CCPA §1798.120 and
 * §1798.135(b), regulations §7025 for the signal). Undefined where sale is allowed, was not asked about, or needs a yes
 * anyway: a no to what nobody may do without a yes is no opt-out.
 */
export function refusedSale(choices: readonly SentChoice[]): RefusedSale | undefined {
  const newest = choices.reduce<SentChoice | undefined>(
    (one, other) => (one && one.at > other.at ? one : other),
    undefined,
  );
  if (newest?.model !== "opt-out") return undefined;
  const sale = PURPOSE_BIT.sale;
  if ((newest.offered & sale) === 0 || (newest.allowed & sale) !== 0) return undefined;
  const { region, language, id: receipt } = newest;
  return { source: newest.source === "signal" ? "signal" : "choices", region, language, receipt };
}
