import { createHash } from "node:crypto";
import { gid } from "../../shop/ids.ts";
import type { MarketState } from "../../state.ts";
import { THEME } from "../../storefront/content-for-header.ts";
import { storefrontState } from "../../storefront/storefront-state.ts";
import { themeFiles } from "../../storefront/theme-files.ts";
import type { Arguments, Context, Field, Fields } from "../context.ts";
import { oneById } from "../find-node.ts";
import { CURRENCY } from "../money.ts";
import { emptyPage, listingOf, paginate } from "../paginate.ts";

const MADE = "2026-03-02T09:00:00Z";
const FIRST_MARKET = 36_100_000;
/** https://shopify.dev/docs/api/admin-graphql/latest/objects/OnlineStoreTheme */
const MOST_FILES = 2500;

/** Shopify gives a large file as an address instead of its text; where it draws the line is not published. Bytes. */
const LARGE = 1_000_000;

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css",
  js: "application/javascript",
  json: "application/json",
  liquid: "application/x-liquid",
};

function fileFields(filename: string, content: string): Fields {
  return {
    __typename: "OnlineStoreThemeFile",
    filename,
    contentType: TYPES[filename.split(".").at(-1) ?? ""] ?? "text/plain",
    size: String(Buffer.byteLength(content)),
    checksumMd5: createHash("md5").update(content).digest("hex"),
    createdAt: MADE,
    updatedAt: MADE,
    body:
      content.length > LARGE
        ? { __typename: "OnlineStoreThemeFileBodyUrl", url: `https://cdn.shopify.com/theme/${filename}` }
        : { __typename: "OnlineStoreThemeFileBodyText", content },
  };
}

/** `templates/*.json` */
const matches = (pattern: string, name: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*")}$`).test(name);

function files(args: Arguments, context: Context): Fields {
  const all = [...themeFiles(context.world, context.shop.domain)];
  const wanted = Array.isArray(args["filenames"]) ? (args["filenames"] as string[]) : undefined;
  const found = all.filter(([name]) => wanted === undefined || wanted.some((pattern) => matches(pattern, name)));
  const first = Math.min(Number(args["first"] ?? 50), MOST_FILES);
  const lost = (wanted ?? []).filter((name) => !name.includes("*") && !all.some(([known]) => known === name));
  return {
    ...paginate(context, { ...args, first: Math.min(first, 250) }, listingOf(found), ([name, content]) =>
      fileFields(name, content),
    ),
    userErrors: lost.map((filename) => ({ filename, code: "NOT_FOUND" })),
  };
}

/** The published `OnlineStoreTheme`, the only one. */
export function themeFields(context: Context): Fields {
  return {
    __typename: "OnlineStoreTheme",
    id: gid("OnlineStoreTheme", THEME.id),
    name: THEME.name,
    prefix: THEME.prefix,
    role: "MAIN",
    processing: false,
    processingFailed: false,
    themeStoreId: null,
    createdAt: MADE,
    updatedAt: new Date(context.world.clock.now()).toISOString(),
    translations: [],
    files,
  };
}

function themes(args: Arguments, context: Context): Fields {
  const roles = args["roles"] as string[] | null | undefined;
  const names = args["names"] as string[] | null | undefined;
  const fits = (roles?.includes("MAIN") ?? true) && (names?.includes(THEME.name) ?? true);
  return paginate(context, args, listingOf(fits ? [THEME] : []), () => themeFields(context));
}

const regionFields = (code: string): Fields => ({
  __typename: "MarketRegionCountry",
  id: gid("MarketRegionCountry", 9_000_000 + Number.parseInt(code, 36)),
  code,
  name: new Intl.DisplayNames(["en"], { type: "region" }).of(code),
  currency: { currencyCode: CURRENCY, currencyName: "US Dollar", enabled: true, manualRate: null, rateUpdatedAt: null },
});

function marketFields(market: MarketState, index: number): Fields {
  const regions = (args: Arguments, context: Context): Fields =>
    paginate(context, args, listingOf(market.countries), regionFields);
  return {
    __typename: "Market",
    id: gid("Market", FIRST_MARKET + index),
    name: market.name,
    handle: market.handle,
    status: market.active ? "ACTIVE" : "DRAFT",
    enabled: market.active,
    primary: index === 0,
    type: "REGION",
    regions,
    conditions: {
      conditionTypes: ["REGION"],
      regionsCondition: { applicationLevel: "SPECIFIED", regions },
      companyLocationsCondition: null,
      locationsCondition: null,
    },
    currencySettings: null,
    catalogs: emptyPage,
    webPresences: emptyPage,
    webPresence: null,
  };
}

/** The `Market` with this number; null when there is none. */
export function marketById(context: Context, id: number): Fields | null {
  const index = id - FIRST_MARKET;
  const market = storefrontState(context.world, context.shop.domain).markets[index];
  return market === undefined ? null : marketFields(market, index);
}

function markets(args: Arguments, context: Context): Fields {
  if (typeof args["query"] === "string") throw new Error("stand-in: searching markets is not built");
  const all = storefrontState(context.world, context.shop.domain).markets;
  const type = args["type"] ?? "REGION";
  return paginate(context, args, listingOf(type === "REGION" ? all : []), (market) =>
    marketFields(market, all.indexOf(market)),
  );
}

const nameOf = (locale: string): string => new Intl.DisplayNames(["en"], { type: "language" }).of(locale) ?? locale;

/** All of them are published, so that `published`, which asks for those only, changes nothing. */
function shopLocales(_: Arguments, context: Context): Fields[] {
  return storefrontState(context.world, context.shop.domain).locales.map((locale, index) => ({
    locale,
    name: nameOf(locale),
    primary: index === 0,
    published: true,
    marketWebPresences: [],
  }));
}

/** What an app can ask about the storefront. */
export const STOREFRONT_QUERIES: Readonly<Record<string, Field>> = {
  theme: (args, context) => oneById(context, "OnlineStoreTheme", args["id"]),
  themes,
  market: (args, context) => oneById(context, "Market", args["id"]),
  markets,
  primaryMarket: (_, context) => marketById(context, FIRST_MARKET),
  shopLocales,
};
