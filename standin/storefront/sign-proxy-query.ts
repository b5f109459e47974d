import { createHmac } from "node:crypto";

/**
 * The signature of an app proxy request: names sorted, several values of one name joined by a comma, no separators, hex
 * HMAC-SHA256 (https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies).
 */
export function signProxyQuery(query: URLSearchParams, secret: string): string {
  const names = [...new Set(query.keys())].sort();
  const message = names.map((name) => `${name}=${query.getAll(name).join(",")}`).join("");
  return createHmac("sha256", secret).update(message).digest("hex");
}
