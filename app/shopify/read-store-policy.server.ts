import type { AdminGraphql } from "./admin-graphql.server.ts";
import { STORE_POLICIES, WRITE_STORE_POLICY } from "./operations/policies.ts";

/** A legal text as Shopify keeps it. `body`: HTML. */
export interface StorePolicy {
  body: string;
  url: string;
}

/** The store's privacy policy at Shopify; null when it has none. Throws `ShopifyRefused`. */
export async function readPrivacyPolicy(admin: AdminGraphql): Promise<StorePolicy | null> {
  const { shop } = await admin(STORE_POLICIES, {});
  const found = shop.shopPolicies.find(({ type }) => type === "PRIVACY_POLICY");
  return found && found.body.trim() !== "" ? { body: found.body, url: found.url } : null;
}

/**
 * Writes the store's privacy policy at Shopify; answers it as Shopify kept it, or Shopify's reason not to. `admin` must
 * act as a member of staff who may manage legal policies. Throws `ShopifyRefused`, ACCESS_DENIED among others.
 */
export async function writePrivacyPolicy(admin: AdminGraphql, body: string): Promise<StorePolicy | { why: string }> {
  const { shopPolicyUpdate } = await admin(WRITE_STORE_POLICY, { policy: { type: "PRIVACY_POLICY", body } });
  const { shopPolicy, userErrors } = shopPolicyUpdate ?? { shopPolicy: null, userErrors: [] };
  return shopPolicy ?? { why: userErrors.map(({ message }) => message).join(" ") || "Shopify gave no reason." };
}
