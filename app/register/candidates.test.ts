import { describe, expect, it } from "vitest";
import { findCandidates, type HostName, type Seen } from "./candidates.ts";
import { nameUnknownHost } from "./name-unknown-host.server.ts";
import { registerOf } from "./register.ts";
import { VENDORS } from "./vendors.ts";

const seen = (kind: Seen["kind"], name: string, views = 1): Seen => ({ kind, name, views });
const none = () => null;
const register = registerOf(VENDORS, [{ id: "klaviyo", needs: null, isUsed: true, own: null }]);

describe("candidates for the register", () => {
  it("join hosts and cookies of a known service, and leave out what the store already uses", () => {
    const candidates = findCandidates(
      [
        seen("host", "connect.facebook.net", 3),
        seen("host", "www.facebook.com", 9),
        seen("cookie", "_fbp", 5),
        seen("host", "static.klaviyo.com", 50),
        seen("cookie", "__kla_id", 50),
        seen("cookie", "_shopify_y", 50),
        seen("host", "cdn.shopify.com", 50),
      ],
      register,
      none,
    );
    expect(candidates).toEqual([
      {
        ...{ id: "meta", name: "Meta Pixel", company: "Meta Platforms, Inc.", needs: 12, isKnown: true, views: 9 },
        ...{ hosts: ["connect.facebook.net", "www.facebook.com"], cookies: ["_fbp"] },
      },
    ]);
  });

  it("are named by the public list where our table does not know them; its category suggests what they need", () => {
    const names: Record<string, HostName> = {
      "cdn.ads.example": { name: "Ads Ltd", company: "Ads Limited", category: "ad", domains: [] },
      "px.ads.example": { name: "Ads Ltd", company: "Ads Limited", category: "ad", domains: [] },
      "odd.example": { name: "Odd", company: "Odd", category: "other", domains: [] },
    };
    const hosts = ["cdn.ads.example", "px.ads.example", "odd.example", "nobody.example"];
    const candidates = findCandidates(
      hosts.map((host) => seen("host", host)),
      register,
      (host) => names[host] ?? null,
    );
    expect(candidates.map(({ id, needs, hosts: of }) => [id, needs, of.length])).toEqual([
      ["own-ads-ltd", 12, 2],
      ["own-nobody-example", null, 1],
      ["own-odd", null, 1],
    ]);
  });

  it("are cookies too that nobody knows", () => {
    expect(findCandidates([seen("cookie", "who_knows")], register, none)).toEqual([
      expect.objectContaining({ id: "own-cookie-who-knows", needs: null, cookies: ["who_knows"], hosts: [] }),
    ]);
  });

  it("find in the public list what our table lacks", () => {
    expect(nameUnknownHost("cdn.shopify.com")).toMatchObject({ name: "Shopify", category: "hosting" });
    expect(nameUnknownHost("js.sentry-cdn.com")).toMatchObject({ name: "Sentry" });
    expect(nameUnknownHost("nobody-knows.example")).toBeNull();
  });
});
