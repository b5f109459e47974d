const NUMERIC = /^\d+$/;
const GLOBAL = /^gid:\/\/shopify\/(\w+)\/(\d+)$/;

/** Shopify's global id of a resource, from webhooks' numbers or from a global id; null for anything else. */
export function globalId(type: "Customer" | "Order", id: string): string | null {
  if (NUMERIC.test(id)) return `gid://shopify/${type}/${id}`;
  return GLOBAL.exec(id)?.[1] === type ? id : null;
}

/** The number inside a global id, for search expressions; null when there is none. */
export function numberOf(id: string): string | null {
  return GLOBAL.exec(id)?.[2] ?? null;
}
