import type { MarketState } from "../state.ts";
import type { StorefrontChange } from "../storefront/storefront-state.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A form says "on" or "true" where JSON says true. */
const yes = (value: unknown): boolean => value === true || value === "true" || value === "on";

const words = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : (typeof value === "string" ? value : "").split(/[\s,]+/).filter(Boolean);

function readTags(value: unknown): NonNullable<StorefrontChange["tags"]> {
  return value === "all" || value === "none" ? value : words(value);
}

function readEmbeds(fields: Fields): Record<string, boolean> {
  const given = fields["embeds"];
  if (typeof given === "object" && given !== null)
    return Object.fromEntries(Object.entries(given).map(([block, on]) => [block, yes(on)]));
  // a form has one field for each block
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, on]) => (name.startsWith("embed:") ? [[name.slice(6), yes(on)]] : [])),
  );
}

/** Reads what is to change from JSON or a form. Throws when it is of another kind. */
export function readStorefrontChange(fields: Fields): StorefrontChange {
  const { tags, tagsAboveEmbed, shopifyBanner, locales, markets, embedSettings } = fields;
  if (markets !== undefined && !Array.isArray(markets)) throw new Error('"markets" is a list');
  return {
    embeds: readEmbeds(fields),
    ...(tags === undefined ? {} : { tags: readTags(tags) }),
    ...(tagsAboveEmbed === undefined ? {} : { tagsAboveEmbed: yes(tagsAboveEmbed) }),
    ...(shopifyBanner === undefined ? {} : { shopifyBanner: yes(shopifyBanner) }),
    ...(locales === undefined ? {} : { locales: words(locales) }),
    ...(markets === undefined ? {} : { markets: markets as MarketState[] }),
    ...(embedSettings === undefined
      ? {}
      : { embedSettings: embedSettings as Readonly<Record<string, Record<string, unknown>>> }),
  };
}
