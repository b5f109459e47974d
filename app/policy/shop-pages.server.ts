import { inTransaction, prisma } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { sha256 } from "../evidence/hash.server.ts";
import { proxyPath } from "../installation/proxy-path.server.ts";
import type { AdminGraphql } from "../shopify/admin-graphql.server.ts";
import { addStorePage, changeStorePage, readStorePage, type StorePage } from "../shopify/store-page.server.ts";
import { lineChanges, type LineChanges } from "./line-changes.ts";
import { PAGE_HANDLES, pageText, SHOP_PAGES, type PageText, type ShopPage } from "./page-body.ts";
import { readPolicy } from "./reading/read-policy.server.ts";

/** A page of the store that Candor keeps. `drift`: how somebody changed it by hand; null while it is as written. */
export interface KeptPage {
  page: ShopPage;
  handle: string;
  number: number;
  drift: { isGone: boolean; changes: LineChanges } | null;
}

/** The pages that Candor keeps in a store; none until staff ask for it. */
export async function readKeptPages(shop: string): Promise<KeptPage[]> {
  const rows = await prisma().policyPage.findMany({ where: { shop }, orderBy: { page: "asc" } });
  return Promise.all(
    rows.map(async ({ page, handle, number, foundHash, foundBody }) => ({
      ...{ page: page as ShopPage, handle, number },
      drift: foundHash === null ? null : await driftOf(shop, page as ShopPage, { number, found: foundBody ?? "" }),
    })),
  );
}

async function driftOf(shop: string, page: ShopPage, { number, found }: { number: number; found: string }) {
  const { body } = await textOf(shop, page, number);
  return { isGone: found === "", changes: lineChanges(readPolicy(body).text, readPolicy(found).text) };
}

/** What stands on a page after version `number`: in the store's primary language. */
async function textOf(shop: string, page: ShopPage, number: number): Promise<PageText> {
  const version = await prisma().policyVersion.findUniqueOrThrow({ where: { shop_number: { shop, number } } });
  const [language = ""] = version.languages;
  const where = { shop_number_language: { shop, number, language } };
  const { html } = await prisma().policyText.findUniqueOrThrow({ where });
  return pageText(page, { language, html }, await proxyPath(shop));
}

/** Who has pages written, when. `admin`: the Admin API with the scope `write_online_store_pages`. */
export interface PageWriting {
  admin: AdminGraphql;
  now: Date;
}

/**
 * Writes the newest policy's pages into the store, with evidence of each, and has them kept from then on. Answers why that
 * did not work, in words for staff, or null. Throws `ShopifyRefused`.
 */
export async function writeShopPages(
  shop: string,
  { admin, now }: PageWriting,
  pages: readonly ShopPage[] = SHOP_PAGES,
): Promise<string | null> {
  const newest = await prisma().policyVersion.findFirst({ where: { shop }, orderBy: { number: "desc" } });
  if (!newest) return "Publish a policy first: the pages are made of its words.";
  for (const page of pages) {
    const why = await writeOne(shop, { page, number: newest.number }, { admin, now });
    if (why !== null) return why;
  }
  return null;
}

async function writeOne(
  shop: string,
  { page, number }: { page: ShopPage; number: number },
  { admin, now }: PageWriting,
): Promise<string | null> {
  const text = await textOf(shop, page, number);
  const row = await prisma().policyPage.findUnique({ where: { shop_page: { shop, page } } });
  const changed = row ? await changeStorePage(admin, row.shopifyId, text) : "gone";
  const written = changed === "gone" ? await addStorePage(admin, { ...text, handle: PAGE_HANDLES[page] }) : changed;
  if ("why" in written) return written.why;
  // seen, not assumed
  const seen = await readStorePage(admin, written.id);
  if (seen?.body !== written.body) return "Shopify said that it wrote the page, and shows another one.";
  await keepPage(shop, { page, number, seen }, now);
  return null;
}

async function keepPage(
  shop: string,
  { page, number, seen }: { page: ShopPage; number: number; seen: StorePage },
  now: Date,
): Promise<void> {
  const hash = sha256(seen.body).toString("hex");
  const state = {
    ...{ number, shopifyId: seen.id, handle: seen.handle, keptHash: hash },
    ...{ checkedAt: now, foundHash: null, foundBody: null },
  };
  await inTransaction(async (tx) => {
    const where = { shop_page: { shop, page } };
    await tx.policyPage.upsert({ where, create: { shop, page, ...state }, update: state });
    await appendEvidence(tx, shop, { kind: "policy.page-written", at: now, facts: { page, number, sha256: hash } });
  });
}

/** Writes the pages again that Candor keeps already: after a publication. Answers why that did not work, or null. */
export async function renewShopPages(shop: string, writing: PageWriting): Promise<string | null> {
  const rows = await prisma().policyPage.findMany({ where: { shop }, select: { page: true } });
  const pages = SHOP_PAGES.filter((page) => rows.some((row) => row.page === page));
  return pages.length === 0 ? null : writeShopPages(shop, writing, pages);
}

/** Looks whether the pages still are what was written. One that is hidden counts as gone. Throws `ShopifyRefused`. */
export async function watchShopPages(shop: string, { admin, now }: PageWriting): Promise<void> {
  for (const row of await prisma().policyPage.findMany({ where: { shop } })) {
    const seen = await readStorePage(admin, row.shopifyId);
    const found = seen?.isPublished === true ? seen.body : "";
    const hash = sha256(found).toString("hex");
    const isSame = hash === row.keptHash;
    const state = { checkedAt: now, foundHash: isSame ? null : hash, foundBody: isSame ? null : found };
    await prisma().policyPage.update({ where: { shop_page: { shop, page: row.page } }, data: state });
  }
}

/** Leaves a page to the store: it stays as it stands there, and Candor neither writes it nor looks at it any more. */
export async function leaveShopPage(shop: string, page: ShopPage): Promise<boolean> {
  const { count } = await prisma().policyPage.deleteMany({ where: { shop, page } });
  return count > 0;
}
