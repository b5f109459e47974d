import { RequestedTokenType, shopifyApi, type Session } from "@shopify/shopify-api";
import { adminGraphqlOver, type AdminGraphql } from "./admin-graphql.server.ts";
import { settings } from "../env.server.ts";
import { apiVersion } from "./api-version.server.ts";

let current: ReturnType<typeof make> | undefined;

/**
 * Exchanges a session token for an access token that acts as this one member of staff, with what they may do in Shopify,
 * and says who they are. It is not kept. Throws when Shopify can't be reached or refuses.
 * https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/token-exchange
 */
export async function staffSession(shop: string, sessionToken: string): Promise<Session> {
  current ??= make();
  const requestedTokenType = RequestedTokenType.OnlineAccessToken;
  const { session } = await current.auth.tokenExchange({ shop, sessionToken, requestedTokenType });
  return session;
}

/** The Admin API as one member of staff: what they may not do in Shopify is refused. Throws as `staffSession` does. */
export async function adminAsStaff(shop: string, sessionToken: string): Promise<AdminGraphql> {
  const session = await staffSession(shop, sessionToken);
  current ??= make();
  const client = new current.clients.Graphql({ session });
  return adminGraphqlOver(async (document, { variables }) => {
    const { data, extensions }: { data?: unknown; extensions?: unknown } = await client.request(document, {
      variables,
    });
    return Response.json({ data, extensions });
  });
}

function make() {
  const { apiKey, apiSecrets, appUrl, scopes } = settings();
  return shopifyApi({
    ...{ apiKey, apiSecretKey: apiSecrets[0] ?? "", scopes: [...scopes], apiVersion: apiVersion() },
    ...{ hostName: new URL(appUrl).host, isEmbeddedApp: true },
  });
}
