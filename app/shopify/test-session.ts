import { Session } from "@shopify/shopify-api";
import { settings } from "../env.server.ts";
import { sessionStorage } from "./keep-sessions.server.ts";

const HOUR_MS = 3_600_000;

/** Makes a store that has the app: Shopify's token for it is in the database, and good for an hour. */
export async function installed(shop: string): Promise<void> {
  const { scopes } = settings();
  const expires = new Date(Date.now() + HOUR_MS);
  const facts = { id: `offline_${shop}`, shop, state: "", isOnline: false, accessToken: "shpat_test", expires };
  await sessionStorage.storeSession(new Session({ ...facts, scope: scopes.join(",") }));
}
