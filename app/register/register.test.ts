import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALL_PURPOSES, PURPOSE_BIT, PURPOSES } from "../law/purposes.ts";
import { KNOWN_COOKIES } from "./known-cookies.ts";
import { matchHost, matchPattern } from "./match-name.ts";
import {
  cookiesToDelete,
  hostsToHold,
  isInPages,
  nameCookie,
  nameHost,
  registerOf,
  servicesByPurpose,
  type Decision,
} from "./register.ts";
import { GOOGLE_TAGS, vendorById, VENDORS } from "./vendors.ts";

const decision = (change: Partial<Decision> & { id: string }): Decision => ({
  ...{ needs: null, isUsed: true, own: null },
  ...change,
});
const decisions = fc.array(
  fc.record({
    id: fc.constantFrom(...VENDORS.map(({ id }) => id), "unknown"),
    needs: fc.option(fc.integer({ min: 0, max: ALL_PURPOSES })),
    isUsed: fc.boolean(),
    own: fc.constant(null),
  }),
);

describe("the table of known services", () => {
  it("holds at least 45 that pages load, each once, with facts that can be used", () => {
    expect(VENDORS.filter(isInPages).length).toBeGreaterThanOrEqual(45);
    expect(new Set(VENDORS.map(({ id }) => id)).size).toBe(VENDORS.length);
    for (const {
      id,
      hosts,
      needs,
      country,
      privacyUrl,
      optOutUrl,
      checked,
      cookies,
      essentialCookies = [],
    } of VENDORS) {
      expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(country).toMatch(/^[A-Z]{2}$/);
      expect(checked ?? "2026-01-01", id).toMatch(/^\d{4}-\d\d-\d\d$/);
      // what stays behind the pages has nothing to hold
      if (hosts.length === 0) expect([needs, Object.keys(cookies)], id).toEqual([0, []]);
      for (const host of hosts) expect(host, id).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
      expect(needs).toBeLessThanOrEqual(ALL_PURPOSES);
      expect(privacyUrl, id).toMatch(/^https:\/\//);
      expect(optOutUrl, id).toMatch(/^(https:\/\/|$)/);
      for (const [name, days] of Object.entries(cookies)) {
        expect(name).toMatch(/^[^*]+\*?$/);
        expect(days).toBeGreaterThanOrEqual(0);
      }
      expect(essentialCookies.filter((name) => !(name in cookies))).toEqual([]);
    }
  });

  it("gives no host to two services", () => {
    const hosts = VENDORS.flatMap((vendor) => vendor.hosts);
    expect(hosts.filter((host, at) => hosts.indexOf(host) !== at)).toEqual([]);
  });

  it("knows the snippets that stores paste most", () => {
    const snippets = {
      "www.googletagmanager.com": "google-tag-manager",
      "region1.google-analytics.com": "google-analytics",
      "googleads.g.doubleclick.net": "doubleclick",
      "connect.facebook.net": "meta",
      "www.facebook.com": "meta",
      "analytics.tiktok.com": "tiktok",
      "s.pinimg.com": "pinterest",
      "sc-static.net": "snap",
      "static.klaviyo.com": "klaviyo",
      "script.hotjar.com": "hotjar",
      "www.clarity.ms": "clarity",
      "bat.bing.com": "microsoft-uet",
      "snap.licdn.com": "linkedin",
      "static.ads-twitter.com": "x",
      "www.redditstatic.com": "reddit",
      "dynamic.criteo.com": "criteo",
      "cdn.taboola.com": "taboola",
      "amplify.outbrain.com": "outbrain",
      "staticw2.yotpo.com": "yotpo",
      "cdn.attn.tv": "attentive",
      "config.gorgias.chat": "gorgias",
      "cdn.segment.com": "segment",
      "cdn.amplitude.com": "amplitude",
      "cdn.mxpnl.com": "mixpanel",
      "edge.fullstory.com": "fullstory",
      "www.youtube.com": "youtube",
      "player.vimeo.com": "vimeo",
      "s.adroll.com": "adroll",
      "www.paypal.com": "paypal",
      "js.stripe.com": "stripe",
    };
    for (const [host, id] of Object.entries(snippets)) expect(nameHost(VENDORS, host)?.id, host).toBe(id);
    expect(GOOGLE_TAGS.filter((id) => !vendorById(id))).toEqual([]);
  });

  it("never holds what a shop needs to sell", () => {
    const held = hostsToHold(VENDORS, []);
    for (const host of ["www.paypal.com", "js.stripe.com", "cdn.shopify.com", "shop.app", "static.rechargecdn.com"])
      expect(matchHost(new Set(Object.keys(held)), host), host).toBeUndefined();
  });
});

describe("hosts to hold", () => {
  it("are those of every service that needs something, whatever the store decided of others", () => {
    fc.assert(
      fc.property(decisions, (decided) => {
        const held = hostsToHold(VENDORS, decided);
        for (const { hosts, needs } of registerOf(VENDORS, decided))
          for (const host of hosts) expect(held[host] ?? 0).toBe(needs);
      }),
    );
  });

  it("need what both need when two services share one", () => {
    const own = { ...vendorOf("meta"), id: "own", hosts: ["facebook.com"], needs: 2 };
    expect(hostsToHold(VENDORS, [decision({ id: "own", own })])["facebook.com"]).toBe(2 + 12);
  });

  it("no longer hold a service that the store declared essential, and hold the store's own", () => {
    const own = { ...vendorOf("meta"), id: "own", hosts: ["tracker.example"], needs: 4 };
    const held = hostsToHold(VENDORS, [decision({ id: "gorgias", needs: 0 }), decision({ id: "own", own })]);
    expect(held["gorgias.chat"]).toBeUndefined();
    expect(held["tracker.example"]).toBe(4);
  });
});

describe("names", () => {
  it("are found by the longest domain, and never by the end of another name", () => {
    expect(nameHost(VENDORS, "evil-facebook.com")).toBeUndefined();
    expect(nameHost(VENDORS, "facebook.com.evil.example")).toBeUndefined();
    expect(nameHost(VENDORS, "DOUBLECLICK.NET")?.id).toBe("doubleclick");
    fc.assert(
      fc.property(fc.domain(), (host) => {
        expect(matchHost(new Set([host]), `a.b.${host}`)).toBe(host);
        expect(matchHost(new Set([`b.${host}`]), host)).toBeUndefined();
      }),
    );
  });

  it("of cookies are found by the name, then by the longest beginning; the shop's own go first", () => {
    expect(matchPattern(["_hj*", "_hjSession_*"], "_hjSession_1")).toBe("_hjSession_*");
    expect(matchPattern(["_ga*", "_ga"], "_ga")).toBe("_ga");
    expect(nameCookie(VENDORS, "_ga_*")).toMatchObject({ service: "google-analytics", needs: 2, days: 730 });
    expect(nameCookie(VENDORS, "_shopify_y")).toMatchObject({ service: "", provider: "Shopify", needs: 2 });
    expect(nameCookie(VENDORS, "__cf_bm")).toMatchObject({ service: "cloudflare", needs: 0 });
    expect(nameCookie(VENDORS, "nobody_knows")).toBeUndefined();
    expect(new Set(KNOWN_COOKIES.map(({ name }) => name)).size).toBe(KNOWN_COOKIES.length);
  });

  it("of cookies that go on withdrawal are no essential ones and none of Shopify's", () => {
    const cookies = cookiesToDelete(VENDORS, []);
    expect(cookies["_fbp"]).toBe(12);
    expect(cookies).not.toHaveProperty("__cf_bm");
    expect(cookies).not.toHaveProperty("_shopify_y");
    expect(cookies).not.toHaveProperty("_cndr");
    expect(Object.values(cookies).every((needs) => needs > 0)).toBe(true);
  });
});

describe("services by purpose", () => {
  it("are those that the store uses, under each purpose that they need, essential ones under none", () => {
    fc.assert(
      fc.property(decisions, (decided) => {
        const register = registerOf(VENDORS, decided);
        const by = servicesByPurpose(register);
        for (const service of register) {
          const places = PURPOSES.filter((purpose) => by[purpose].includes(service));
          const isMet = service.isUsed && isInPages(service);
          const wanted = PURPOSES.filter((purpose) => isMet && (service.needs & PURPOSE_BIT[purpose]) !== 0);
          expect(places).toEqual(wanted);
          expect(by.essential.includes(service)).toBe(isMet && service.needs === 0);
        }
      }),
    );
  });
});

function vendorOf(id: string) {
  const vendor = vendorById(id);
  if (!vendor) throw new Error(`no vendor ${id}`);
  return vendor;
}
