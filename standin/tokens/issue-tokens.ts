import { randomBytes } from "node:crypto";
import { staffMember } from "../staff.ts";
import type { AccessToken } from "../state.ts";
import { shopState, type World } from "../world.ts";

/** Ninety days, Shopify's life of a refresh token, in seconds. */
const REFRESH_TTL = 7_776_000;

const secret = (prefix: string): string => `${prefix}_${randomBytes(16).toString("hex")}`;

/** A token for work without a person; with `expiring` it ends and comes with a refresh token. */
export function issueOfflineToken(
  world: World,
  shop: string,
  expiring: boolean,
  replaces: string | null = null,
): object {
  const token = secret("shpat");
  const { scopes } = shopState(world, shop);
  const expiresAt = expiring ? world.clock.now() + world.settings.tokenTtl * 1000 : null;
  world.state.tokens[token] = { shop, scopes: [...scopes], expiresAt, staff: null, replaces };
  world.changed();
  const answer = { access_token: token, scope: scopes.join(",") };
  if (!expiring) return answer;
  const refresh = secret("shprt");
  world.state.refreshTokens[refresh] = { shop, expiresAt: world.clock.now() + REFRESH_TTL * 1000, replaces };
  return {
    ...answer,
    expires_in: world.settings.tokenTtl,
    refresh_token: refresh,
    refresh_token_expires_in: REFRESH_TTL,
  };
}

/** A token that acts as one staff member, with who it is. */
export function issueOnlineToken(world: World, shop: string, staffId: number): object {
  const token = secret("shpua");
  const { scopes } = shopState(world, shop);
  const staff = staffMember(staffId);
  const seconds = Math.min(86_399, world.settings.tokenTtl * 24);
  world.state.tokens[token] = {
    shop,
    scopes: [...scopes],
    expiresAt: world.clock.now() + seconds * 1000,
    staff: staffId,
    replaces: null,
  };
  world.changed();
  return {
    access_token: token,
    scope: scopes.join(","),
    expires_in: seconds,
    associated_user_scope: scopes.join(","),
    associated_user: {
      id: staff.id,
      first_name: staff.firstName,
      last_name: staff.lastName,
      email: staff.email,
      email_verified: true,
      account_owner: staff.owner,
      locale: staff.locale,
      collaborator: false,
    },
  };
}

/** Whoever uses the successor proves that it arrived: the refresh token that it replaced ends. */
function endPredecessor(world: World, successor: { replaces: string | null }): void {
  if (successor.replaces === null) return;
  const { [successor.replaces]: _ended, ...others } = world.state.refreshTokens;
  world.state.refreshTokens = others;
  successor.replaces = null;
  world.changed();
}

/**
 * New tokens for a refresh token of this shop; undefined when it is unknown, used up or too old. Since 2026-08-28 the
 * old refresh token stays good until its replacement is used, so that a lost answer can be asked for again
 * (https://shopify.dev/changelog/more-resilient-refreshes-for-expiring-offline-access-tokens).
 */
export function refreshTokens(world: World, shop: string, refresh: string): object | undefined {
  const known = world.state.refreshTokens[refresh];
  if (known?.shop !== shop || known.expiresAt <= world.clock.now()) return undefined;
  endPredecessor(world, known);
  return issueOfflineToken(world, shop, true, refresh);
}

/** The token behind an `X-Shopify-Access-Token` header; undefined when it is unknown, ended or another shop's. */
export function useAccessToken(world: World, shop: string, token: string): AccessToken | undefined {
  const known = world.state.tokens[token];
  if (known?.shop !== shop) return undefined;
  if (known.expiresAt !== null && known.expiresAt <= world.clock.now()) return undefined;
  endPredecessor(world, known);
  return known;
}

/** Ends every token of a shop, as an uninstall does. */
export function revokeTokens(world: World, shop: string): void {
  const others = <T extends { shop: string }>(tokens: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(tokens).filter(([, token]) => token.shop !== shop));
  world.state.tokens = others(world.state.tokens);
  world.state.refreshTokens = others(world.state.refreshTokens);
  world.changed();
}
