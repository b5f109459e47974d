import { boundary } from "@shopify/shopify-app-remix/server";
import { adminGraphqlOver, type AdminGraphql } from "./admin-graphql.server.ts";
import { shopify } from "./app.server.ts";

/** A request by a member of a store's staff, from inside Shopify admin. */
export interface MerchantRequest {
  /** The store's myshopify domain. */
  shop: string;
  /** The staff member's Shopify user id. */
  staff: string;
  /** The Admin API with the app's token for this store. */
  admin: AdminGraphql;
  /** The staff member's language, such as "en" or "de". */
  locale: string;
}

/**
 * Proves by Shopify's session token that staff of a store knocks, and exchanges it for an access token when there is
 * none. Throws the Response that the embedded app needs (bounce page, re-authorisation), or 410 for bots.
 * https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens
 */
export async function merchantRequest(request: Request): Promise<MerchantRequest> {
  const { admin, session, sessionToken } = await shopify().authenticate.admin(request);
  return {
    shop: session.shop,
    staff: sessionToken.sub,
    admin: adminGraphqlOver((document, options) => admin.graphql(document, options)),
    locale: new URL(request.url).searchParams.get("locale") ?? "en",
  };
}

/** What the embedded pages' error boundary shows, and the headers their answers need. */
export const merchantBoundary = boundary;
