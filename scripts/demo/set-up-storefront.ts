import type { Standin } from "../../standin/start.ts";
import { readExtension } from "../../standin/storefront/extension.ts";
import { DEMO_SHOP, shopState } from "../../standin/world.ts";

/** Tags that a small shop commonly has, pasted into the theme by hand. */
const TAGS = ["ga4", "meta", "pinterest", "klaviyo", "clarity"];

/** A merchant's first hour, once: the app's embeds on, Shopify's own banner off, some tags in the theme. */
export function setUpStorefront({ control, world }: Standin): void {
  if (shopState(world, DEMO_SHOP).storefront !== undefined) return;
  const { blocks } = readExtension(world.settings.extension);
  const embeds = blocks.filter(({ schema }) => schema.target !== "section").map(({ name }) => [name, true] as const);
  control.setStorefront({ embeds: Object.fromEntries(embeds), shopifyBanner: false, tags: TAGS });
}
