import { apiKey } from "./bridge-channel.ts";

const ADMIN_QUERY = ["embedded", "host", "hmac", "id_token", "locale", "session", "shop", "timestamp"];
const firstQuery = new URLSearchParams(location.search);

/** A value of the admin's query, kept for the pages that the app goes to without it. */
function keptParameter(name: string): string {
  const given = firstQuery.get(name);
  if (given !== null) sessionStorage.setItem(`standin:${name}`, given);
  return given ?? sessionStorage.getItem(`standin:${name}`) ?? "";
}

export const bridgeConfig = {
  apiKey,
  shop: keptParameter("shop"),
  host: keptParameter("host"),
  locale: keptParameter("locale") || "en",
};

/** The page's own path and query. */
export function ownPath(url: URL): string {
  const query = new URLSearchParams(url.search);
  for (const name of ADMIN_QUERY) query.delete(name);
  const rest = query.toString();
  return url.pathname + (rest === "" ? "" : `?${rest}`);
}

/** Where the bounce page wants to go with a fresh token; undefined on other pages. */
export const reloadTarget = firstQuery.get("shopify-reload") ?? undefined;
