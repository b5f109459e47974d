import { consentRule } from "../law/consent-rules.ts";
import { restrictsTransfers } from "../law/transfers.ts";
import type { Register } from "../register/facts.ts";
import type { Situation } from "./issue.ts";

/** What is asked about a register again and again, found out once. `today`: YYYY-MM-DD. */
export function situationOf(register: Register, today: string): Situation {
  const countries = register.markets.map(({ country }) => country);
  return {
    ...{ register, today },
    hasOptIn: countries.some((country) => consentRule(country).model === "opt-in"),
    hasEurope: countries.some(restrictsTransfers),
    hasUs: countries.includes("US"),
    hasAds: register.advertising.isTargeted === true || register.vendors.some(({ ads }) => ads),
  };
}
