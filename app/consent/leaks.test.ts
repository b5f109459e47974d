import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consentRule } from "../law/consent-rules.ts";
import { ALL_PURPOSES } from "../law/purposes.ts";
import { hostsToHold, registerOf } from "../register/register.ts";
import { GOOGLE_TAGS, VENDORS } from "../register/vendors.ts";
import { leakRemedy, leakSentence, regionName } from "./leak-words.ts";
import { findLeaks, type Counted, type LeakFacts } from "./leaks.ts";
import { otherTools } from "./other-tools.ts";
import { scanTheme } from "./scan-theme.ts";
import { PHASES } from "./sighting.ts";
import { SIGHTING_KINDS } from "./tally.ts";
import { THEME } from "./test-theme.ts";

const register = registerOf(VENDORS, []);
const tags = scanTheme(
  Object.entries(THEME).map(([name, text]) => ({ name, text })),
  register,
);
const facts: LeakFacts = {
  ...{ counts: [], register, tags, excused: [], holdsMarkup: false },
  held: hostsToHold(VENDORS, []),
};
const counted = (change: Partial<Counted>): Counted => ({
  ...{ region: "DE", phase: "before", allowed: 0, kind: "host", name: "", count: 1 },
  ...change,
});
const view = (count: number, change: Partial<Counted> = {}) => counted({ kind: "view", count, ...change });
const host = (name: string, count: number, change: Partial<Counted> = {}) => counted({ name, count, ...change });
const leaksOf = (counts: Counted[], change: Partial<LeakFacts> = {}) => findLeaks({ ...facts, ...change, counts });

describe("a leak", () => {
  it("is told with its share, its region, its line and what to do", () => {
    const [leak] = leaksOf([view(1000), host("www.googletagmanager.com", 310), view(500, { region: "FR" })]);
    if (!leak) throw new Error("no leak");
    expect(leak).toMatchObject({ share: 0.31, seen: 310, views: 1000, severity: "high", cause: "above-embed" });
    expect(leakSentence(leak)).toBe("www.googletagmanager.com ran before consent on 31 % of page views from Germany.");
    expect(leakRemedy(leak)).toContain("layout/theme.liquid, line 7");
    expect(leak.tag?.mended).toContain('type="text/plain"');
  });

  it.each([
    ["connect.facebook.net", "markup"],
    ["www.youtube.com", "markup"],
    ["analytics.tiktok.com", "elsewhere"],
    ["static.hotjar.com", "elsewhere"],
  ])("of %s is caused by %s", (name, cause) => {
    expect(leaksOf([view(100), host(name, 50)])).toEqual([expect.objectContaining({ name, cause })]);
  });

  it("is not caused by markup when the page holds that, nor by holding when the gate was not told to hold", () => {
    const meta = [view(100), host("connect.facebook.net", 50)];
    expect(leaksOf(meta, { holdsMarkup: true })[0]?.cause).toBe("elsewhere");
    expect(leaksOf([view(100), host("static.hotjar.com", 9)], { held: {} })[0]?.cause).toBe("not-held");
    expect(leaksOf(meta, { tags: null })[0]?.cause).toBe("theme-unread");
  });

  it("is a cookie too: one whose purpose was refused", () => {
    const after = { phase: "after", allowed: 2 } as const;
    const [leak, ...rest] = leaksOf([
      view(40, after),
      counted({ ...after, kind: "cookie", name: "_fbp", count: 4 }),
      counted({ ...after, kind: "cookie", name: "_ga_*", count: 40 }),
      counted({ ...after, kind: "cookie", name: "cart", count: 40 }),
    ]);
    expect(rest).toEqual([]);
    expect(leak).toMatchObject({ kind: "cookie", service: "meta", lacked: ["marketing", "sale"], share: 0.1 });
    expect(leak && leakSentence(leak)).toBe(
      "The cookie _fbp was there although it was not allowed on 10 % of page views from Germany.",
    );
  });

  it("is none where nothing asked for more, where the merchant chose it, or where nobody knows the host", () => {
    const google = [view(100), host("www.google-analytics.com", 100)];
    expect(leaksOf(google)).toHaveLength(1);
    expect(leaksOf(google, { excused: GOOGLE_TAGS })).toEqual([]);
    expect(leaksOf(google.map((one) => ({ ...one, region: "JP" })))).toEqual([]);
    expect(leaksOf(google.map((one) => ({ ...one, allowed: 2 })))).toEqual([]);
    expect(leaksOf([view(100), host("nobody-knows.example", 100), host("js.stripe.com", 100)])).toEqual([]);
  });

  it("is never found when everything was allowed, and always has a share above 0 and at most 1", () => {
    const some = fc.record({
      region: fc.constantFrom("DE", "US-CA", "JP", ""),
      phase: fc.constantFrom(...PHASES),
      allowed: fc.integer({ min: 0, max: ALL_PURPOSES }),
      kind: fc.constantFrom(...SIGHTING_KINDS),
      name: fc.constantFrom("www.facebook.com", "bat.bing.com", "_ga", "_cndr", "unknown.example", ""),
      count: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(fc.array(some), (counts) => {
        expect(leaksOf(counts.map((one) => ({ ...one, allowed: ALL_PURPOSES })))).toEqual([]);
        for (const leak of leaksOf(counts)) {
          expect(leak.share).toBeGreaterThan(0);
          expect(leak.share).toBeLessThanOrEqual(1);
          expect(leak.seen).toBeLessThanOrEqual(leak.views);
          expect(leak.lacked.length).toBeGreaterThan(0);
          expect(consentRule(leak.region || null).model).not.toBe("notice");
          expect(leakSentence(leak)).toMatch(/ (\d+|under 1) % of page views from .+\.$/);
          expect(leakRemedy(leak)).toMatch(/\.$/);
        }
      }),
    );
  });

  it("comes first when it matters most", () => {
    const counts = [view(1000), host("bat.bing.com", 5), host("www.clarity.ms", 50), host("www.facebook.com", 20)];
    expect(leaksOf(counts).map(({ name, severity }) => [name, severity])).toEqual([
      ["www.facebook.com", "high"],
      ["www.clarity.ms", "medium"],
      ["bat.bing.com", "low"],
    ]);
  });

  it("adds up days, and is told for the region where it is worst among those with enough views", () => {
    const [leak] = leaksOf([
      ...[view(100), view(100), host("bat.bing.com", 10), host("bat.bing.com", 10)],
      ...[view(2, { region: "FR" }), host("bat.bing.com", 2, { region: "FR" })],
    ]);
    expect(leak).toMatchObject({ region: "DE", share: 0.1, seen: 22, views: 202 });
  });
});

describe("names of regions", () => {
  it("are English, and a code where there is no name", () => {
    expect([regionName("DE"), regionName("US-CA"), regionName("")]).toEqual([
      "Germany",
      "United States (CA)",
      "an unknown place",
    ]);
  });
});

describe("other consent tools", () => {
  it("are found in the theme's settings, in its tags, and where enough pages report them", () => {
    const counts = [view(100), counted({ kind: "tool", name: "Osano", count: 3 }), host("consent.cookiebot.com", 50)];
    expect(otherTools(counts, [{ host: "app.termly.io" }], ["Pandectes"])).toEqual([
      ...["Cookiebot", "Osano", "Pandectes", "Termly"],
    ]);
    expect(otherTools([view(100), counted({ kind: "tool", name: "Osano", count: 2 })], [], [])).toEqual([]);
    expect(otherTools([view(10_000), counted({ kind: "tool", name: "Osano", count: 3 })], [], [])).toEqual([]);
  });
});
