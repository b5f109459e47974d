import { deliver, plan } from "../deliveries/deliver.ts";
import { scopesUpdatePayload, shopRedactPayload, uninstalledPayload } from "../deliveries/payloads.ts";
import { installationId } from "../shop/ids.ts";
import type { DeliveryRecord } from "../state.ts";
import { revokeTokens } from "../tokens/issue-tokens.ts";
import { shopState, type World } from "../world.ts";

const TWO_DAYS = 48 * 3_600_000;

const isoNow = (world: World): string => new Date(world.clock.now()).toISOString();

/**
 * The merchant removes the app: tokens end at once, `app/uninstalled` goes out, `shop/redact` follows after 48 hours of
 * stand-in time. Whether Shopify drops `shop/redact` when the app is installed again meanwhile is unknown: it is sent,
 * because the app must not erase a shop that came back.
 */
export async function uninstall(world: World, shop: string): Promise<DeliveryRecord[]> {
  const state = shopState(world, shop);
  if (state.installedAt === null) return [];
  revokeTokens(world, shop);
  state.installedAt = null;
  state.uninstalledAt = isoNow(world);
  // App-data metafields belong to the installation and end with it.
  state.metafields = Object.fromEntries(Object.entries(state.metafields).filter(([owner]) => owner !== installationId));
  const redact = plan(world, { shop, topic: "shop/redact", payload: shopRedactPayload(world, shop) });
  world.state.planned.push({ ...redact, at: world.clock.now() + TWO_DAYS });
  world.changed();
  return deliver(world, { shop, topic: "app/uninstalled", payload: uninstalledPayload(world, shop) });
}

/** The merchant installs the app (again), with the scopes of `shopify.app.toml`. */
export function install(world: World, shop: string): void {
  const state = shopState(world, shop);
  if (state.installedAt !== null) return;
  state.installedAt = isoNow(world);
  state.scopes = [...world.app.scopes];
  world.changed();
}

/** The shop grants other scopes: tokens have them at once, and the app is told. */
export async function updateScopes(world: World, shop: string, scopes: readonly string[]): Promise<DeliveryRecord[]> {
  const state = shopState(world, shop);
  const previous = state.scopes;
  state.scopes = [...scopes];
  for (const token of Object.values(world.state.tokens)) if (token.shop === shop) token.scopes = [...scopes];
  world.changed();
  const payload = scopesUpdatePayload(state.id, previous, scopes, isoNow(world));
  return deliver(world, { shop, topic: "app/scopes_update", payload });
}
