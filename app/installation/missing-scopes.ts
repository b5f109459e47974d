/** Scopes that are asked for but not granted. `write_x` includes `read_x`. */
export function missingScopes(asked: readonly string[], granted: readonly string[]): string[] {
  const has = new Set(granted.flatMap((scope) => [scope, scope.replace(/^write_/, "read_")]));
  return asked.filter((scope) => !has.has(scope)).sort();
}

/** What a store can't do without a scope, in words for its staff. */
export const WITHOUT_SCOPE: Readonly<Record<string, string>> = {
  read_customers: "Data requests lack the customer's profile, addresses and marketing consents.",
  read_orders: "Data requests lack orders, refunds, fulfilments and unfinished checkouts.",
  read_all_orders: "Data requests lack orders older than 60 days.",
  write_app_proxy: "The store's own privacy page, /apps/privacy, does not open.",
  write_privacy_settings:
    "Shopify's region policies are neither checked nor written, and its own banner is not noticed.",
  read_draft_orders: "Data requests lack draft orders.",
};
