import type { IncomingMessage } from "node:http";
import { shopState, type World } from "../world.ts";
import { storefrontState, vendorsNamed } from "./storefront-state.ts";

/** Who looks at the page. */
export interface Visitor {
  /** Where they are, ISO 3166-1 or -2 ("DE", "US-CA"); "" when geolocation failed. Liquid never sees it. */
  region: string;
  /** One of the shop's published languages. */
  locale: string;
  /** The country that they shop in, one of a market's. */
  country: string;
  tags: readonly string[];
  /** Whether the page names the vendors' true hosts: for browsers that know where to find them. */
  trueHosts: boolean;
  /** The customer who is signed in; "" for nobody. */
  customer: string;
  /** Cookies to keep what the address chose. */
  setCookies: readonly string[];
}

/** What an address may choose, and the cookie that keeps it. `localization` is Shopify's own name. */
const KEPT = {
  region: "standin_region",
  locale: "standin_locale",
  country: "localization",
  tags: "standin_tags",
  hosts: "standin_hosts",
} as const;

/** The cookies that a browser sent. */
export function readCookies(request: IncomingMessage): Map<string, string> {
  const pairs = (request.headers.cookie ?? "").split(/;\s*/).map((pair): [string, string] => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), decode(pair.slice(at + 1))];
  });
  return new Map(pairs);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Languages that name the same thing otherwise: Shopify publishes Norwegian as "nb", Chinese by country. */
const ALIASES: Readonly<Record<string, string>> = {
  no: "nb",
  nn: "nb",
  iw: "he",
  "zh-hant": "zh-tw",
  "zh-hk": "zh-tw",
  "zh-mo": "zh-tw",
  "zh-hans": "zh-cn",
};

/** The published language that fits a tag best: the same one, else one of the same language. */
function published(locales: readonly string[], tag: string): string | undefined {
  const lower = tag.toLowerCase();
  const wanted = ALIASES[lower] ?? ALIASES[lower.split("-").slice(0, 2).join("-")] ?? lower;
  const language = ALIASES[wanted.split("-")[0] ?? ""] ?? wanted.split("-")[0];
  return (
    locales.find((locale) => locale.toLowerCase() === wanted) ??
    locales.find((locale) => locale.toLowerCase().split("-")[0] === language)
  );
}

/** The best of the browser's languages that the shop publishes, else the shop's own. */
export function chooseLocale(locales: readonly string[], wanted: string | undefined, accepted: string): string {
  const asked = accepted
    .split(",")
    .map((part, index) => {
      const [tag = "", ...rest] = part.trim().split(/;\s*/);
      const quality = rest.find((text) => text.startsWith("q="));
      return { tag, index, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ tag, quality }) => tag !== "" && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index)
    .map(({ tag }) => tag);
  const found = [...(wanted === undefined ? [] : [wanted]), ...asked].map((tag) => published(locales, tag));
  return found.find((locale) => locale !== undefined) ?? locales[0] ?? "en";
}

/** "none" and whatever is no code of ISO 3166 is an unknown place. */
const readRegion = (text: string): string => {
  const code = text.toUpperCase();
  return /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code) ? code : "";
};

function readTags(text: string | undefined, ownTags: readonly string[]): readonly string[] {
  if (text === undefined) return ownTags;
  if (text === "all" || text === "none") return vendorsNamed(text);
  return vendorsNamed(text.split(",").filter(Boolean));
}

/** Reads it from the address, else from cookies, else from the browser's language. Throws at a tag that there is not. */
export function readVisitor(world: World, shop: string, request: IncomingMessage, url: URL): Visitor {
  const state = storefrontState(world, shop);
  const cookies = readCookies(request);
  const chosen = (name: keyof typeof KEPT): string | undefined =>
    url.searchParams.get(name) ?? cookies.get(KEPT[name]) ?? undefined;
  const names = Object.keys(KEPT) as (keyof typeof KEPT)[];
  const setCookies = names.flatMap((name) => {
    const given = url.searchParams.get(name);
    // HttpOnly: not for the page's scripts to see, as nothing of it is there at Shopify
    return given === null ? [] : [`${KEPT[name]}=${encodeURIComponent(given)}; Path=/; HttpOnly; SameSite=Lax`];
  });
  const sold = state.markets.filter((market) => market.active).flatMap((market) => market.countries);
  const country = (chosen("country") ?? "").toUpperCase();
  return {
    region: readRegion(chosen("region") ?? ""),
    locale: chooseLocale(state.locales, chosen("locale"), request.headers["accept-language"] ?? ""),
    country: sold.includes(country) ? country : (sold[0] ?? "US"),
    tags: readTags(chosen("tags"), state.tags),
    trueHosts: chosen("hosts") === "true",
    customer: (cookies.get("standin_customer") ?? "").replace(/\D/g, ""),
    setCookies,
  };
}

/** The policy that Shopify applies to a place: the region's, else its country's, else the default, which asks nothing. */
export function policyFor(
  world: World,
  shop: string,
  region: string,
): { consentRequired: boolean; dataSaleOptOutRequired: boolean } {
  const { consentPolicies } = shopState(world, shop);
  const [country = "", part] = region.split("-");
  const of = (regionCode: string | null) =>
    consentPolicies.find((policy) => policy.countryCode === country && policy.regionCode === regionCode);
  const found = (part === undefined ? undefined : of(country + part)) ?? of(null);
  return {
    consentRequired: found?.consentRequired ?? false,
    dataSaleOptOutRequired: found?.dataSaleOptOutRequired ?? false,
  };
}
