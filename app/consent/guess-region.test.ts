import { describe, expect, it } from "vitest";
import { consentRule } from "../law/consent-rules.ts";
import { canWait } from "./can-wait.ts";
import { guessRegion } from "./guess-region.ts";

const ZONES = Intl.supportedValuesOf("timeZone");
const COUNTRIES = "DE FR ES GB CH NO IS BR KR TH IN TR AU MX US CA JP NZ".split(" ");

describe("a guess", () => {
  it("takes the kept place before the time zone, and that before the market", () => {
    expect(guessRegion("US-CA", "Europe/Berlin", "DE")).toEqual({ region: "US-CA", source: "kept" });
    expect(guessRegion("", "America/New_York", "DE")).toEqual({ region: "US", source: "time-zone" });
    expect(guessRegion("", "Asia/Seoul", "KR")).toEqual({ region: "KR", source: "market" });
    expect(guessRegion("", "", "")).toEqual({ region: null, source: "none" });
  });

  it("asks a European in the American market, and names no country that nobody told", () => {
    expect(guessRegion("", "Europe/Berlin", "US")).toEqual({ region: null, source: "time-zone" });
    expect(guessRegion("", "Europe/Berlin", "FR")).toEqual({ region: "FR", source: "market" });
  });

  it("comes to the same as the short rule that the gate carries", () => {
    for (const zone of ZONES) {
      for (const market of COUNTRIES) {
        const isAsked = consentRule(guessRegion("", zone, market).region).model === "opt-in";
        expect([zone, market, canWait(zone, market)]).toEqual([zone, market, !isAsked]);
      }
    }
  });
});
