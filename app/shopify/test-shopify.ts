import { Agent, getGlobalDispatcher, setGlobalDispatcher } from "undici";
import { Session } from "@shopify/shopify-api";
import { afterAll, beforeAll } from "vitest";
import { makeClock } from "../../standin/clock.ts";
import { answerGraphql } from "../../standin/graphql/answer-graphql.ts";
import { serve } from "../../standin/http/serve.ts";
import { redirectCalls } from "../../standin/processors/redirect.ts";
import { emptyState } from "../../standin/state.ts";
import { answerTokenRequest } from "../../standin/tokens/answer-token-request.ts";
import { shopState, type World } from "../../standin/world.ts";
import { prisma } from "../db/database.server.ts";
import { settings } from "../env.server.ts";
import { sessionStorage } from "./keep-sessions.server.ts";

const address = "http://localhost";
/** What the app's own manifest asks for. */
const SCOPES = [
  ...["read_all_orders", "read_customers", "read_draft_orders", "read_orders"],
  ...["write_app_proxy", "write_customer_data_erasure", "write_customers", "write_privacy_settings"],
];

function newWorld(): World {
  return {
    settings: {
      ...{ appUpstream: "", apiKey: "", apiSecrets: [], tokenTtl: 3600, seed: "candor", small: true },
      extension: "extensions/consent-banner",
    },
    app: { name: "Candor", scopes: SCOPES, apiVersion: "2026-10", topics: new Map(), proxy: undefined },
    clock: makeClock(),
    appClock: makeClock(),
    state: emptyState(new Date()),
    bucket: { maximum: 2_000, perSecond: 1_000_000 },
    faults: {
      ...{ apiDelay: 0, apiStatus: 500, apiFailures: 0, apiLies: [] },
      ...{ privacyDelay: 0, privacyApi: "ok", consentFailures: 0 },
    },
    urls: {
      ...{ app: address, admin: address, storefront: address, mail: address },
      ...{ smtp: address, tags: address, processors: address },
    },
    visits: { views: [], privacyCalls: [] },
    changed: () => undefined,
  };
}

/** Shopify's Admin API and tokens on this machine, for the tests of a file: the app reaches them as it reaches Shopify. */
export function useShopify(): World {
  const world = newWorld();
  let undo: () => Promise<void> = () => Promise.resolve();
  beforeAll(async () => {
    Object.assign(world.settings, { apiKey: settings().apiKey, apiSecrets: settings().apiSecrets });
    const listening = await serve(0, async (request, response, url) => {
      const shop = String(request.headers["x-standin-host"] ?? "");
      if (url.pathname === "/admin/oauth/access_token") await answerTokenRequest(world, shop, request, response);
      else await answerGraphql(world, shop, request, response);
    });
    const before = getGlobalDispatcher();
    setGlobalDispatcher(new Agent());
    const lead = redirectCalls((host) => (host.endsWith(".myshopify.com") ? listening.url : undefined));
    undo = async () => {
      lead();
      setGlobalDispatcher(before);
      await listening.close();
    };
  });
  afterAll(async () => {
    await undo();
  });
  return world;
}

/** Makes a store that has the app, here and at Shopify. */
export async function installAt(world: World, shop: string): Promise<void> {
  const accessToken = `shpat_${shop}`;
  shopState(world, shop);
  world.state.tokens[accessToken] = { shop, scopes: [...SCOPES], expiresAt: null, staff: null, replaces: null };
  const expires = new Date(Date.now() + 365 * 86_400_000);
  const facts = { id: `offline_${shop}`, shop, state: "", isOnline: false, accessToken, expires };
  await sessionStorage.storeSession(new Session({ ...facts, scope: SCOPES.join(",") }));
  await prisma().shop.create({ data: { shop, installedAt: new Date(), scopes: SCOPES } });
}
