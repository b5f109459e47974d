import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPublished } from "./published-settings.ts";
import { SHOWING_CHECKS, whyNotShowing, type ShowingFacts } from "./why-not-showing.ts";

const now = new Date("2026-11-24T12:00:00Z");
const well: ShowingFacts = {
  ...{ embed: "on", themeName: "Dawn", isOwnBannerOn: false, tools: [], settings: { offered: 15 }, weakRegions: [] },
  ...{ lastSeen: new Date("2026-11-24T00:00:00Z"), now, handle: "rosewood", apiKey: "key" },
};
const foundIn = (change: Partial<ShowingFacts>) =>
  whyNotShowing({ ...well, ...change })
    .filter(({ found }) => found === "found")
    .map(({ check }) => check);

describe("why is my banner not showing?", () => {
  it("finds nothing where all is well", () => {
    expect(whyNotShowing(well).map(({ check, found }) => [check, found])).toEqual(
      SHOWING_CHECKS.map((check) => [check, "fine"]),
    );
  });

  it.each<[Partial<ShowingFacts>, string]>([
    [{ embed: "off" }, "embed"],
    [{ embed: "absent" }, "embed"],
    [{ settings: null }, "settings"],
    [{ settings: { offered: 0 } }, "nothing-to-ask"],
    [{ isOwnBannerOn: true }, "own-banner"],
    [{ tools: ["Cookiebot"] }, "other-tool"],
    [{ weakRegions: ["DE"] }, "policies"],
    [{ lastSeen: null }, "never-seen"],
    [{ lastSeen: new Date("2026-11-20T00:00:00Z") }, "never-seen"],
  ])("%o is found as %s, and nothing else is", (change, check) => {
    expect(foundIn(change)).toEqual([check]);
  });

  it("says of every check what was seen, and what to do unless it is fine; reasons come first", () => {
    const facts = fc.record<ShowingFacts>({
      embed: fc.constantFrom("on", "off", "absent", null),
      themeName: fc.constantFrom("Dawn", null),
      isOwnBannerOn: fc.constantFrom(true, false, null),
      tools: fc.subarray(["Cookiebot", "Osano"]),
      settings: fc.constantFrom(null, { offered: 0 }, { offered: 7 }),
      weakRegions: fc.constantFrom(
        null,
        [],
        ["DE"],
        Array.from({ length: 40 }, () => "US-CA"),
      ),
      lastSeen: fc.constantFrom(null, now, new Date(0)),
      now: fc.constant(now),
      handle: fc.constant("rosewood"),
      apiKey: fc.constant("key"),
    });
    const order = ["found", "unknown", "fine"];
    fc.assert(
      fc.property(facts, (seen) => {
        const findings = whyNotShowing(seen);
        expect(findings.map(({ check }) => check).sort()).toEqual([...SHOWING_CHECKS].sort());
        for (const { found, what, todo, link } of findings) {
          expect(what).toMatch(/^[A-Z].{5,300}\.$/);
          expect(todo === "").toBe(found === "fine");
          expect(link ?? "https://admin.shopify.com/store/rosewood/").toMatch(
            /^https:\/\/admin\.shopify\.com\/store\/rosewood\//,
          );
        }
        const ranks = findings.map(({ found }) => order.indexOf(found));
        expect(ranks).toEqual([...ranks].sort());
      }),
    );
  });

  it("leads to the theme editor with our embed chosen", () => {
    expect(whyNotShowing({ ...well, embed: "off" })[0]?.link).toBe(
      "https://admin.shopify.com/store/rosewood/themes/current/editor?context=apps&activateAppId=key/gate",
    );
  });
});

describe("published settings", () => {
  it("are read for what they hold, and anything else is none", () => {
    const settings = {
      terms: { offered: 14 },
      hosts: " a.example=4 b.example=0 ",
      google: { mode: "advanced" },
      holdsMarkup: true,
    };
    expect(readPublished(JSON.stringify(settings))).toEqual({
      ...{ offered: 14, hosts: { "a.example": 4, "b.example": 0 }, isGoogleAdvanced: true, holdsMarkup: true },
    });
    for (const text of [undefined, "", "{}", "null", '{"hosts":{}}', '{"terms":{"offered":1},"hosts":null}'])
      expect(readPublished(text)).toBeNull();
  });
});
