import "@shopify/shopify-app-remix/adapters/node";
import { LogSeverity } from "@shopify/shopify-api";
import { AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import { settings } from "../env.server.ts";
import { log } from "../log.server.ts";
import { apiVersion } from "./api-version.server.ts";
import { sessionStorage } from "./keep-sessions.server.ts";

/** Told whenever a store gets a token: at installation, and again each time one is exchanged. */
export type OnInstalled = (shop: string, facts: { scopes: readonly string[] }) => Promise<void>;

let onInstalled: OnInstalled = () => Promise.resolve();
let current: ReturnType<typeof make> | undefined;

/** Says who wants to know that a store has the app. */
export function whenInstalled(listener: OnInstalled): void {
  onInstalled = listener;
}

/** Shopify's app library with this process's settings: token exchange, expiring offline tokens. */
export function shopify(): ReturnType<typeof make> {
  return (current ??= make());
}

function make() {
  const { apiKey, apiSecrets, appUrl, scopes } = settings();
  return shopifyApp({
    apiKey,
    apiSecretKey: apiSecrets[0] ?? "",
    appUrl,
    scopes: [...scopes],
    apiVersion: apiVersion(),
    authPathPrefix: "/auth",
    sessionStorage,
    distribution: AppDistribution.AppStore,
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
    logger: {
      level: LogSeverity.Warning,
      // the library's messages may quote what Shopify answered
      log: (severity) => {
        log().warn({ severity: LogSeverity[severity] }, "shopify library");
        return Promise.resolve();
      },
    },
    hooks: {
      afterAuth: async ({ session }) => {
        await onInstalled(session.shop, { scopes: session.scope?.split(",") ?? [] });
      },
    },
  });
}
