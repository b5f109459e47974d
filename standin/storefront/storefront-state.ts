import type { MarketState, StorefrontState } from "../state.ts";
import { VENDORS } from "../tags/vendors.ts";
import { shopState, type World } from "../world.ts";

/** The languages that the demo shop publishes: every one that the extension's banner speaks; the first is its own. */
export const LOCALES: readonly string[] = (
  "en bg cs da de el es et fi fr ga hr hu it lt lv mt nl pl pt-PT ro sk sl sv " +
  "nb is tr uk he ar ja ko zh-CN zh-TW pt-BR"
).split(" ");

const MARKETS: readonly MarketState[] = [
  { handle: "us", name: "United States", countries: ["US"], active: true },
  { handle: "europe", name: "Europe", countries: ["DE", "FR", "IT", "ES", "NL", "IE", "SE", "PL"], active: true },
  { handle: "international", name: "International", countries: ["CA", "GB", "AU", "BR", "JP", "KR"], active: true },
];

/** The storefront's set-up of a shop. An app's embeds are off until the merchant switches them on, as at Shopify. */
export function storefrontState(world: World, shop: string): StorefrontState {
  const state = shopState(world, shop);
  state.storefront ??= {
    embeds: {},
    markets: MARKETS.map((market) => ({ ...market, countries: [...market.countries] })),
    locales: [...LOCALES],
    tags: [],
    tagsAboveEmbed: false,
  };
  return state.storefront;
}

/** What can be changed at once; what is left out stays. */
export interface StorefrontChange {
  /** Block name → on, or off. */
  embeds?: Readonly<Record<string, boolean>>;
  /** Block name → settings, as the theme editor keeps them. */
  embedSettings?: Readonly<Record<string, Record<string, unknown>>>;
  markets?: readonly MarketState[];
  locales?: readonly string[];
  /** Vendors, or "all" or "none". */
  tags?: readonly string[] | "all" | "none";
  tagsAboveEmbed?: boolean;
  /** Shopify's own cookie banner. */
  shopifyBanner?: boolean;
}

/** "all", "none" or vendors' names. Throws at a name that is none. */
export function vendorsNamed(wanted: readonly string[] | "all" | "none"): string[] {
  if (wanted === "none") return [];
  if (wanted === "all") return VENDORS.map(({ id }) => id);
  const unknown = wanted.find((id) => !VENDORS.some((vendor) => vendor.id === id));
  if (unknown !== undefined)
    throw new Error(`No tag "${unknown}". There are: ${VENDORS.map(({ id }) => id).join(", ")}`);
  return [...wanted];
}

function changeEmbeds(state: StorefrontState, change: StorefrontChange): void {
  const at = (block: string) => (state.embeds[block] ??= { disabled: true, settings: {} });
  for (const [block, on] of Object.entries(change.embeds ?? {})) at(block).disabled = !on;
  for (const [block, settings] of Object.entries(change.embedSettings ?? {})) at(block).settings = settings;
}

function checkMarkets(markets: readonly MarketState[]): MarketState[] {
  if (markets[0]?.countries[0] === undefined) throw new Error("A shop has a primary market with a country");
  return markets.map((market) => ({ ...market, countries: [...market.countries] }));
}

/** Changes what is named. Throws, and changes nothing, when a name or a list is no good. */
export function changeStorefront(world: World, shop: string, change: StorefrontChange): StorefrontState {
  const state = storefrontState(world, shop);
  const tags = change.tags === undefined ? state.tags : vendorsNamed(change.tags);
  const markets = change.markets === undefined ? state.markets : checkMarkets(change.markets);
  if (change.locales?.length === 0) throw new Error("A shop has a language");
  state.tags = tags;
  state.markets = markets;
  state.locales = [...(change.locales ?? state.locales)];
  state.tagsAboveEmbed = change.tagsAboveEmbed ?? state.tagsAboveEmbed;
  changeEmbeds(state, change);
  if (change.shopifyBanner !== undefined) switchBanner(world, shop, change.shopifyBanner);
  world.changed();
  return state;
}

function switchBanner(world: World, shop: string, on: boolean): void {
  const state = shopState(world, shop);
  const others = state.disabledFeatures.filter((feature) => feature !== "COOKIE_BANNER");
  state.disabledFeatures = on ? others : [...others, "COOKIE_BANNER"];
}

/** Whether Shopify's own banner is on, as it is in a new shop. */
export const hasShopifyBanner = (world: World, shop: string): boolean =>
  !shopState(world, shop).disabledFeatures.includes("COOKIE_BANNER");
