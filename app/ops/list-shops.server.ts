import { prisma } from "../db/database.server.ts";
import type { Result, Row } from "./result.ts";

const PAGE = 500;

/** `shops list`: every store by name, page by page. */
export function listShops(): Result {
  return { kind: "rows", rows: shops() };
}

async function* shops(): AsyncGenerator<Row> {
  let after = "";
  for (;;) {
    const page = await prisma().shop.findMany({ where: { shop: { gt: after } }, orderBy: { shop: "asc" }, take: PAGE });
    for (const { shop, installedAt, uninstalledAt, countryCode, scopes } of page) {
      const isInstalled = installedAt !== null && uninstalledAt === null;
      yield { shop, state: isInstalled ? "installed" : "uninstalled", installedAt, uninstalledAt, countryCode, scopes };
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.shop;
  }
}
