import { readFile } from "node:fs/promises";

/** The extension's built scripts. */
const FOLDER = "extensions/consent-banner/assets";
const NAME = /^[a-z]{1,20}(?:\.[\w-]{2,10})?\.js$/;

/** One of the storefront's scripts, the same bytes that Shopify's CDN serves; undefined for any other name. */
export async function readBannerFile(name: string): Promise<string | undefined> {
  if (!NAME.test(name)) return undefined;
  try {
    return await readFile(`${FOLDER}/${name}`, "utf8");
  } catch {
    return undefined;
  }
}
