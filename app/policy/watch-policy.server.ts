import { prisma } from "../db/database.server.ts";
import { sha256 } from "../evidence/hash.server.ts";
import { keepFound } from "../register/change-register.server.ts";
import { adminFor, type AdminGraphql } from "../shopify/admin-graphql.server.ts";
import { readPrivacyPolicy } from "../shopify/read-store-policy.server.ts";
import { AREAS, regionsOf } from "./areas.ts";
import { auditPolicy } from "./audit.ts";
import { claimedAnew } from "./claims.ts";
import { lineChanges, type LineChanges } from "./line-changes.ts";
import { readPolicy } from "./reading/read-policy.server.ts";
import { watchShopPages } from "./shop-pages.server.ts";

/** Shopify's copy of the policy, where somebody changed it by hand after version `number` was published. */
export interface PolicyDrift {
  number: number;
  checkedAt: Date;
  /** Nothing stands there any more. */
  isGone: boolean;
  /** What differs from the published text. */
  changes: LineChanges;
}

/** How Shopify's copy was changed by hand, when it was last looked at; null while it is what was published. */
export async function readDrift(shop: string): Promise<PolicyDrift | null> {
  const row = await prisma().policyWatch.findUnique({ where: { shop } });
  if (row?.foundHash == null) return null;
  const { number, checkedAt, foundBody } = row;
  const found = foundBody ?? "";
  const published = await publishedHtml(shop, number);
  const changes = lineChanges(readPolicy(published).text, readPolicy(found).text);
  return { number, checkedAt, isGone: found === "", changes };
}

/** The text that was published at Shopify: that of the store's primary language, as HTML. */
export async function publishedHtml(shop: string, number: number): Promise<string> {
  const version = await prisma().policyVersion.findUniqueOrThrow({ where: { shop_number: { shop, number } } });
  const [language = ""] = version.languages;
  const where = { shop_number_language: { shop, number, language } };
  return (await prisma().policyText.findUniqueOrThrow({ where })).html;
}

/**
 * Takes over what somebody wrote into Shopify's copy by hand: notes in the register what the text claims beyond the
 * published one, so that the next version can say it. Answers the ids of the facts that changed.
 */
export async function takeOver(shop: string, { staff, now }: { staff: string; now: Date }): Promise<string[]> {
  const row = await prisma().policyWatch.findUnique({ where: { shop } });
  const found = row?.foundBody ?? "";
  if (!row || found === "") return [];
  const everywhere = regionsOf([...AREAS], []);
  const [before, after] = [await publishedHtml(shop, row.number), found].map((html) =>
    auditPolicy(readPolicy(html), everywhere),
  );
  if (!before || !after) return [];
  return keepFound(shop, claimedAnew(before, after), { origin: "policy", wholly: [], staff, now });
}

/** Looks at the copy of a store that has the app. Throws `ShopifyRefused`. */
export async function watchInstalled(shop: string, now: Date): Promise<void> {
  if (await isInstalled(shop)) await watchPolicy(shop, await adminFor(shop), now);
}

/** Looks whether Shopify's copy is still what was published. Throws `ShopifyRefused`. */
export async function watchPolicy(shop: string, admin: AdminGraphql, now: Date): Promise<void> {
  const row = await prisma().policyWatch.findUnique({ where: { shop } });
  if (!row) return;
  const found = (await readPrivacyPolicy(admin))?.body ?? "";
  const hash = sha256(found).toString("hex");
  const isSame = hash === row.keptHash;
  const state = { checkedAt: now, foundHash: isSame ? null : hash, foundBody: isSame ? null : found };
  await prisma().policyWatch.update({ where: { shop }, data: state });
  await watchShopPages(shop, { admin, now });
}

async function isInstalled(shop: string): Promise<boolean> {
  const row = await prisma().shop.findUnique({ where: { shop }, select: { installedAt: true, uninstalledAt: true } });
  return row?.installedAt != null && row.uninstalledAt === null;
}
