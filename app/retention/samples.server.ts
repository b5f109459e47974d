import { adminFor } from "../shopify/admin-graphql.server.ts";
import { ShopifyRefused } from "../shopify/shopify-refused.ts";
import { sampleCustomers } from "./count-past.server.ts";
import type { RuleFigure, Sample } from "./figure.ts";

/** Some of those whom a run would erase, as Shopify shows them now; none when it cannot be asked. */
export async function readSamples(shop: string, figures: readonly RuleFigure[]): Promise<Sample[]> {
  const rule = figures.find(({ ender, past }) => ender === "approval" && past > 0);
  if (!rule?.cutOff) return [];
  try {
    return await sampleCustomers(await adminFor(shop), rule.cutOff);
  } catch (error) {
    if (error instanceof ShopifyRefused) return [];
    throw error;
  }
}
