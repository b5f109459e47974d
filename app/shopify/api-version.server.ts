import { ApiVersion } from "@shopify/shopify-api";
import { API_VERSION } from "./api-version.ts";

/** Our constant is a plain text so that scripts can read it; the library's list must know it. */
export function apiVersion(): ApiVersion {
  const known = Object.values(ApiVersion).find((version: string) => version === API_VERSION);
  if (known === undefined) throw new Error(`the Shopify library does not know API version ${API_VERSION}`);
  return known;
}
