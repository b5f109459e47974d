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

  it("asks wherever a guess would ask, and lets those wait whose clock or time zone says so", () => {
    for (const at of [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)]) {
      for (const zone of ZONES) {
        const behind = minutesBehind(zone, at);
        for (const market of COUNTRIES) {
          const mayWait = canWait(market, behind, () => zone);
          const isAsked = consentRule(guessRegion("", zone, market).region).model === "opt-in";
          const mustWait = !isAsked && /^America\/(New_York|Los_A)|^Asia\/Tokyo/.test(zone);
          if (isAsked || mustWait) expect([zone, market, mayWait]).toEqual([zone, market, mustWait]);
        }
      }
    }
  });

  it("reads the time zone only where the clock leaves a doubt", () => {
    const never = () => expect.fail("The time zone was read.");
    expect(canWait("DE", -120, never)).toBe(false);
    expect(canWait("US", 0, never)).toBe(false);
    expect(canWait("US", 300, never)).toBe(true);
    expect(canWait("JP", -540, never)).toBe(true);
  });
});

/** What `Date.prototype.getTimezoneOffset` says in a time zone. */
function minutesBehind(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(at);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? ["", "+", "0", "0"];
  return (sign === "-" ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
}
