import type { AccessToken, ShopState } from "../state.ts";
import type { ShopFacts } from "../shop/make-shop.ts";
import { shopFacts, shopState, type World } from "../world.ts";
import { hasScope } from "./check-access.ts";

/** Sixty days: older orders need `read_all_orders` (https://shopify.dev/docs/api/usage/access-scopes). */
const RECENT = 60 * 86_400_000;

/** A stretch of a bulk operation's first connection. `total` is told by the connection. */
export interface BulkWindow {
  from: number;
  to: number;
  total: number | undefined;
}

/** What a field of one request can see. */
export interface Context {
  world: World;
  shop: ShopState;
  facts: ShopFacts;
  token: AccessToken;
  /** Objects made so far: what the request really cost. */
  points: number;
  /** Orders before this moment are hidden from the token; 0 when it may see all. */
  ordersSince: number;
  /** Inside a bulk operation: the stretch of the first connection to read now; others are read whole. */
  bulk: BulkWindow | undefined;
}

/** The context of one request with this token. */
export function makeContext(world: World, token: AccessToken): Context {
  return {
    world,
    shop: shopState(world, token.shop),
    facts: shopFacts(world, token.shop),
    token,
    points: 0,
    ordersSince: hasScope(token.scopes, "read_all_orders") ? 0 : world.clock.now() - RECENT,
    bulk: undefined,
  };
}

/** Arguments of a field, as graphql-js hands them over. */
export type Arguments = Readonly<Record<string, unknown>>;

/** An object's fields: a value, or how to get it. */
export type Fields = Record<string, unknown>;

/** A field that needs its arguments or the context. */
export type Field = (args: Arguments, context: Context) => unknown;
