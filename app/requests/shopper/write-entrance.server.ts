import { readShopFacts } from "../../installation/read-shop-facts.server.ts";
import type { ProxyRequest } from "../../shopify/proxy-request.server.ts";
import { acceptedTags } from "../../storefront-page/accepted-tags.ts";
import { entrancePage } from "./entrance-page.ts";
import { guessHome } from "./guess-home.ts";
import { offeredKinds } from "./offered-kinds.ts";
import { pageReader } from "./page-reader.server.ts";

/** The entrance to a shopper's rights, with where the store takes requests by mail. */
export async function writeEntrance(knock: ProxyRequest, request: Request, now: Date): Promise<string> {
  const reader = await pageReader(knock, request);
  const { contactEmail } = await readShopFacts(knock.shop);
  const tags = acceptedTags(request.headers.get("accept-language"));
  const home = guessHome(new URL(request.url).searchParams.get("country"), tags);
  return entrancePage(reader, { offered: offeredKinds(home, now), contactEmail });
}
