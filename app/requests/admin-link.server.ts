import { settings } from "../env.server.ts";

/** The address of a request's page in Shopify admin, for mails to staff. */
export function adminLink(shop: string, request: string): string {
  const handle = shop.replace(/\.myshopify\.com$/, "");
  return `https://admin.shopify.com/store/${handle}/apps/${settings().apiKey}/app/requests/${request}`;
}
