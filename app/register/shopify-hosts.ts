import { matchHost } from "./match-name.ts";

const SHOPIFY: ReadonlySet<string> = new Set([
  "shopify.com",
  "shopifycdn.com",
  "shopifycdn.net",
  "shopifysvc.com",
  "myshopify.com",
  "shop.app",
  "shopifycloud.com",
  "shopifyapps.com",
]);

/** Whether a host is Shopify's own: what it does is governed by Shopify's Customer Privacy API, and it is never held. */
export function isShopifyHost(host: string): boolean {
  return matchHost(SHOPIFY, host) !== undefined;
}
