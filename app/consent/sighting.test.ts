import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generalHost, generalName } from "./general-name.ts";
import { readSighting, type Sighting } from "./sighting.ts";
import { countersOf } from "./tally.ts";

const sighting: Sighting = {
  ...{ v: 1, region: "DE", phase: "before", allowed: 0, template: "product", tool: "" },
  cookies: ["_ga", "_ga_*", "cart"],
  hosts: ["googletagmanager.com", "www.facebook.com"],
  early: ["googletagmanager.com"],
};

describe("a report of a page view", () => {
  it("is read as it was sent", () => {
    expect(readSighting(JSON.stringify(sighting))).toEqual(sighting);
    expect(readSighting(JSON.stringify({ ...sighting, region: null }))).toMatchObject({ region: null });
  });

  it("is read the same a second time", () => {
    const lists = fc.array(fc.oneof(fc.string(), fc.domain(), fc.constantFrom("_ga_ABC123", "_hjSession_1234567")), {
      maxLength: 100,
    });
    fc.assert(
      fc.property(lists, lists, (cookies, hosts) => {
        const once = readSighting(JSON.stringify({ ...sighting, cookies, hosts, early: hosts }));
        fc.pre(typeof once !== "string");
        expect(readSighting(JSON.stringify(once))).toEqual(once);
      }),
    );
  });

  it("that is anything else is refused with a sentence that quotes nothing of it", () => {
    const secret = "anna@example.com";
    const wrong = [
      { v: 2 },
      { region: secret },
      { region: "de" },
      { phase: secret },
      { allowed: 16 },
      { allowed: -1 },
      { allowed: 1.5 },
      { template: secret },
      { tool: "x".repeat(41) },
      { template: "0171 2345678" },
      { cookies: secret },
      { hosts: [1] },
      { early: undefined },
      { cookies: Array.from({ length: 101 }, String) },
      { hosts: ["x".repeat(254)] },
    ];
    for (const change of wrong) {
      const answer = readSighting(JSON.stringify({ ...sighting, ...change }));
      expect(answer, JSON.stringify(change)).toMatch(/^[A-Z].+\.$/);
      expect(answer).not.toContain("anna");
    }
    for (const text of ["", "null", "[]", "{", '"x"', "12"]) expect(readSighting(text)).toMatch(/not a sighting/);
  });

  it("never throws, whatever is sent", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(["string", "object"]).toContain(typeof readSighting(text));
      }),
    );
  });

  it("adds one to the view and to each name", () => {
    const counters = countersOf(sighting);
    expect(counters.filter(({ kind }) => kind === "view")).toEqual([
      { region: "DE", phase: "before", allowed: 0, kind: "view", name: "" },
    ]);
    expect(counters).toHaveLength(1 + 3 + 2 + 1 + 1);
    expect(new Set(counters.map((counter) => JSON.stringify(counter))).size).toBe(counters.length);
  });
});

describe("a name that may identify somebody", () => {
  it.each([
    ["_ga_ABC123", "_ga_*"],
    ["_hjSessionUser_123456", "_hjSessionUser_*"],
    ["_gat_UA-12345678-1", "_gat_UA-*"],
    ["intercom-id-a1b2c3d4", "intercom-id-*"],
    ["mp_0123456789abcdef_mixpanel", "mp_*"],
    ["user.7f3e2a10-1b2c-4d5e-8f90-abcdefabcdef", "user.*"],
    ["x_anna%40example.com", "x_*"],
    ["_ga", "_ga"],
    ["_hp2_id.*", "_hp2_id.*"],
    ["VISITOR_INFO1_LIVE", "VISITOR_INFO1_LIVE"],
    ["_shopify_y", "_shopify_y"],
    ["12345678", ""],
    ["anna@example.com", ""],
    ["a b", ""],
    ["*", ""],
  ])("%s is counted as %s", (name, counted) => {
    expect(generalName(name)).toBe(counted);
  });

  it.each([
    ["WWW.Google-Analytics.com", "www.google-analytics.com"],
    ["px4.ads.linkedin.com", "px4.ads.linkedin.com"],
    ["o123456.ingest.sentry.io", "ingest.sentry.io"],
    ["d2wy8f7a9ursnm.cloudfront.net", "cloudfront.net"],
    ["4711-anna.shop12345.example.com", "example.com"],
    ["127.0.0.1", ""],
    ["localhost", ""],
    ["example.com/path?email=x", ""],
    ["user:pass@example.com", ""],
  ])("the host %s is counted as %s", (host, counted) => {
    expect(generalHost(host)).toBe(counted);
  });

  it("never keeps five digits in a row, an address, or anything encoded", () => {
    const part = fc.oneof(
      fc.string(),
      fc.emailAddress(),
      fc.uuid(),
      fc.nat().map(String),
      fc.constantFrom("_ga", "id"),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom("_", "-", ".", ""), (parts, by) => {
        for (const kept of [generalName(parts.join(by)), generalHost(`${parts.join(by)}.example.com`)]) {
          expect(kept).not.toMatch(/\d{5}|[@%\s]/);
        }
      }),
    );
  });
});
