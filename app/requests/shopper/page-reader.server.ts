import { prisma } from "../../db/database.server.ts";
import { learnProxyPath } from "../../installation/proxy-path.server.ts";
import { readShopFacts } from "../../installation/read-shop-facts.server.ts";
import type { ProxyRequest } from "../../shopify/proxy-request.server.ts";
import { acceptedTags } from "../../storefront-page/accepted-tags.ts";
import { readerLanguage } from "./reader-language.ts";
import type { Reader } from "./reader.ts";
import { wordsIn } from "./words.server.ts";

/** What is known of a store is remembered this long (ms) by a process. */
const REMEMBERED_MS = 60_000;
const REMEMBERED_STORES = 1_000;

interface Store {
  name: string;
  timeZone: string;
  path: string;
}

const remembered = new Map<string, { store: Store; until: number }>();

/** What Shopify said last of a store, so that showing a page costs Shopify nothing, and a flood costs little. */
async function readStore(shop: string, path: string): Promise<Store> {
  const known = remembered.get(shop);
  if (known && known.until > Date.now() && known.store.path === path) return known.store;
  const store = await findStore(shop, path);
  if (remembered.size >= REMEMBERED_STORES) remembered.clear();
  remembered.set(shop, { store, until: Date.now() + REMEMBERED_MS });
  return store;
}

async function findStore(shop: string, path: string): Promise<Store> {
  const where = { shop };
  const row = await prisma().shop.findUnique({ where, select: { name: true, timeZone: true, proxyPath: true } });
  if (row && row.proxyPath !== path) await learnProxyPath(shop, path);
  const name = row?.name ?? (await readShopFacts(shop)).name;
  return { name, timeZone: row?.timeZone ?? "UTC", path };
}

/**
 * For whom a page is written: in the language that the address or the form names, else one that the browser asks for.
 * Keeps where the app proxy answers: links in mails need it.
 */
export async function pageReader(
  { shop, path }: Pick<ProxyRequest, "shop" | "path">,
  request: Request,
  locale: string | null = null,
): Promise<Reader> {
  const { name: store, timeZone } = await readStore(shop, path);
  const asked = new URL(request.url).searchParams.get("locale");
  const tags = [locale, asked, ...acceptedTags(request.headers.get("accept-language"))];
  return { ...wordsIn(readerLanguage(tags)), store, timeZone, path };
}
