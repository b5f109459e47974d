import { prisma } from "../db/database.server.ts";
import { sha256 } from "../evidence/hash.server.ts";
import { eachByItself } from "../jobs/each-by-itself.server.ts";
import { adminFor } from "../shopify/admin-graphql.server.ts";
import { readPrivacyPolicy } from "../shopify/read-store-policy.server.ts";

/** Shopify's copy of the policy, compared with what was published. */
export interface PolicyDrift {
  number: number;
  checkedAt: Date;
  /** What stands at Shopify instead, as HTML; "" when it was deleted. Null when it is the same. */
  found: string | null;
}

/** How Shopify's copy stood when it was last looked at; null before the first publication. */
export async function readDrift(shop: string): Promise<PolicyDrift | null> {
  const row = await prisma().policyWatch.findUnique({ where: { shop } });
  if (!row) return null;
  return { number: row.number, checkedAt: row.checkedAt, found: row.foundHash === null ? null : (row.foundBody ?? "") };
}

/** The daily job: looks at the copy of every store that has the app. One that refuses keeps none of the others. */
export async function watchAll(now: Date): Promise<void> {
  const rows = await prisma().policyWatch.findMany({ select: { shop: true } });
  await eachByItself("policy.watch", rows, ({ shop }) => watchPolicy(shop, now));
}

/** Looks whether Shopify's copy is still what was published. Throws `ShopifyRefused`. */
export async function watchPolicy(shop: string, now: Date): Promise<void> {
  const row = await prisma().policyWatch.findUnique({ where: { shop } });
  if (!row || !(await isInstalled(shop))) return;
  const found = (await readPrivacyPolicy(await adminFor(shop)))?.body ?? "";
  const hash = sha256(found).toString("hex");
  const isSame = hash === row.keptHash;
  const state = { checkedAt: now, foundHash: isSame ? null : hash, foundBody: isSame ? null : found };
  await prisma().policyWatch.update({ where: { shop }, data: state });
}

async function isInstalled(shop: string): Promise<boolean> {
  const row = await prisma().shop.findUnique({ where: { shop }, select: { installedAt: true, uninstalledAt: true } });
  return row?.installedAt != null && row.uninstalledAt === null;
}
