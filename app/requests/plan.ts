import type { RequestKind, System } from "../law/requests.ts";

/**
 * Which systems have a part in a request. Erasure at Shopify is Shopify's own: its webhook says that it happens there.
 * Access needs Shopify's data while the app is installed; afterwards nothing can be read there.
 */
export function plan(kind: RequestKind, isInstalled: boolean): System[] {
  const needsShopify = kind === "access" || kind === "portability";
  return needsShopify && isInstalled ? ["candor", "shopify"] : ["candor"];
}
