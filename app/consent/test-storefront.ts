import { makeClock } from "../../standin/clock.ts";
import { answerOperation } from "../../standin/graphql/answer-graphql.ts";
import { emptyState, type ShopState } from "../../standin/state.ts";
import { shopState, type World } from "../../standin/world.ts";
import { adminGraphqlOver, type AdminGraphql } from "../shopify/admin-graphql.server.ts";

const address = "http://localhost";
const world: World = {
  settings: {
    appUpstream: "",
    apiKey: "test-key",
    apiSecrets: [],
    tokenTtl: 3600,
    seed: "candor",
    small: true,
    extension: "extensions/consent-banner",
  },
  app: { name: "Candor", scopes: [], apiVersion: "2026-10", topics: new Map(), proxy: undefined },
  clock: makeClock(),
  appClock: makeClock(),
  state: emptyState(new Date("2026-11-22T00:00:00Z")),
  bucket: { maximum: 2_000, perSecond: 1_000_000 },
  faults: {
    apiDelay: 0,
    apiStatus: 500,
    apiFailures: 0,
    apiLies: [],
    privacyDelay: 0,
    privacyApi: "ok",
    consentFailures: 0,
  },
  urls: {
    ...{ app: address, admin: address, storefront: address, mail: address },
    ...{ smtp: address, tags: address, processors: address },
  },
  visits: { views: [], privacyCalls: [] },
  changed: () => undefined,
};
const SCOPES = ["write_privacy_settings", "read_themes"];
let count = 0;

/** A store of its own at the stand-in, in this process. */
export interface TestStore {
  shop: string;
  /** What Shopify knows of it; to be changed at will. */
  state: ShopState;
  admin: AdminGraphql;
  /** The same with other scopes. */
  adminWith: (scopes: readonly string[], staff?: number) => AdminGraphql;
}

/** A new store whose Admin API answers as Shopify's schema says. */
export function newStore(): TestStore {
  const shop = `storefront-${++count}.myshopify.com`;
  const adminWith = (scopes: readonly string[], staff?: number) => {
    const token = { shop, scopes: [...scopes], expiresAt: null, staff: staff ?? null, replaces: null };
    return adminGraphqlOver((query, { variables }) =>
      Promise.resolve(Response.json(answerOperation(world, token, { query, variables, operationName: undefined }))),
    );
  };
  return { shop, state: shopState(world, shop), admin: adminWith(SCOPES), adminWith };
}
