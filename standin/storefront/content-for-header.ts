import { jsonForScript } from "../http/json-for-script.ts";
import type { World } from "../world.ts";
import type { Installed } from "./render-extension.ts";
import { hasShopifyBanner } from "./storefront-state.ts";
import type { Visitor } from "./visitor.ts";

/** The theme, as `window.Shopify.theme` and the Admin API name it. */
export const THEME = { id: 148_200_100_300, name: "Bench", prefix: "/t/1" } as const;

/**
 * What `{{ content_for_header }}` prints: first the embeds that asked to come before all else, then Shopify's own
 * globals and scripts. `Shopify.loadFeatures` comes with a deferred script, so nothing in the head can call it yet.
 */
export async function contentForHeader(
  world: World,
  shop: string,
  visitor: Visitor,
  installed: Installed,
): Promise<string> {
  const globals: Record<string, unknown> = {
    shop,
    locale: visitor.locale,
    currency: { active: "USD", rate: "1.0" },
    country: visitor.country,
    theme: { name: THEME.name, id: THEME.id, schema_name: THEME.name, schema_version: "1.0.0", role: "main" },
    cdnHost: "localhost/cdn",
    routes: { root: "/" },
  };
  const lines = Object.entries(globals).map(([name, value]) => `Shopify.${name} = ${jsonForScript(value)};`);
  const banner = hasShopifyBanner(world, shop)
    ? `<script id="scb4127" async src="/cdn/shopifycloud/privacy-banner/storefront-banner.js"></script>`
    : "";
  return `${await installed.embeds("compliance_head")}<script>window.performance && window.performance.mark && window.performance.mark("shopify.content_for_header.start");</script>
<script id="shopify-features" type="application/json">${jsonForScript({ shopId: 548_380_000, themeId: THEME.id, locale: visitor.locale })}</script>
<script>var Shopify = Shopify || {};
${lines.join("\n")}</script>
<script data-source-attribution="shopify.loadfeatures" defer="defer" src="/cdn/shopifycloud/storefront/assets/storefront/load_feature.js"></script>
${banner}
${installed.assets()}<script>window.performance && window.performance.mark && window.performance.mark("shopify.content_for_header.end");</script>`;
}
