import { prisma } from "../db/database.server.ts";
import type { AdminGraphql } from "../shopify/admin-graphql.server.ts";
import { readPrivacyPolicy } from "../shopify/read-store-policy.server.ts";
import { ShopifyRefused } from "../shopify/shopify-refused.ts";

/** A store's privacy policy at Shopify: its HTML; "none" has none there; "not-allowed": `read_legal_policies` is not granted. */
export type FetchedPolicy = { kind: "found"; policy: string } | { kind: "none" } | { kind: "not-allowed" };

/** The privacy policy that the store shows now. Throws `ShopifyRefused` when Shopify refuses for another reason than a scope. */
export async function fetchPolicy(_shop: string, admin: AdminGraphql): Promise<FetchedPolicy> {
  try {
    const found = await readPrivacyPolicy(admin);
    const policy = found?.body ?? "";
    return policy.trim() === "" ? { kind: "none" } : { kind: "found", policy };
  } catch (error) {
    if (error instanceof ShopifyRefused && error.code === "ACCESS_DENIED") return { kind: "not-allowed" };
    throw error;
  }
}

/** The countries (ISO 3166-1) that a store ships to, as far as Candor was told. */
export async function readShipsTo(shop: string): Promise<string[]> {
  const store = await prisma().shop.findUnique({ where: { shop }, select: { shipsTo: true } });
  return store?.shipsTo ?? [];
}
