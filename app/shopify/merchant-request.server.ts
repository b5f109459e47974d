import { boundary } from "@shopify/shopify-app-remix/server";
import { log } from "../log.server.ts";
import { adminGraphqlOver, type AdminGraphql } from "./admin-graphql.server.ts";
import { shopify } from "./app.server.ts";
import { ShopifyRefused } from "./shopify-refused.ts";
import { adminAsStaff, staffSession } from "./staff-session.server.ts";

/** What Shopify says of a member of staff. */
export interface StaffFacts {
  name: string;
  isAccountOwner: boolean;
}

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
  /** Asks Shopify who the member of staff is; null when it can't be asked now. */
  whoIs: () => Promise<StaffFacts | null>;
  /** The Admin API as this member of staff, for what Shopify leaves to people. Throws `ShopifyRefused` UNREACHABLE. */
  asStaff: () => Promise<AdminGraphql>;
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
    whoIs: () => askWho(session.shop, tokenOf(request)),
    asStaff: () => actAsStaff(session.shop, tokenOf(request)),
  };
}

/** App Bridge sends the token in a header, Shopify admin in the address of the first page. */
function tokenOf(request: Request): string {
  const header = request.headers.get("Authorization")?.replace(/^Bearer /, "");
  return header ?? new URL(request.url).searchParams.get("id_token") ?? "";
}

async function actAsStaff(shop: string, sessionToken: string): Promise<AdminGraphql> {
  try {
    return await adminAsStaff(shop, sessionToken);
  } catch {
    // what Shopify's library throws may quote the token
    throw new ShopifyRefused("UNREACHABLE", "TokenExchange");
  }
}

async function askWho(shop: string, sessionToken: string): Promise<StaffFacts | null> {
  try {
    const { onlineAccessInfo } = await staffSession(shop, sessionToken);
    const user = onlineAccessInfo?.associated_user;
    return user ? { name: `${user.first_name} ${user.last_name}`.trim(), isAccountOwner: user.account_owner } : null;
  } catch (error) {
    // what Shopify's library throws may quote the token
    log().warn({ shop, cause: error instanceof Error ? error.name : "unknown" }, "Shopify did not say who staff are");
    return null;
  }
}

/** What the embedded pages' error boundary shows, and the headers their answers need. */
export const merchantBoundary = boundary;
