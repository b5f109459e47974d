import type { AdminGraphql } from "../shopify/admin-graphql.server.ts";
import { MAIN_THEME, THEME_FILES } from "../shopify/operations/storefront.ts";
import { ShopifyRefused } from "../shopify/shopify-refused.ts";
import { LAYOUT, missingFiles, type ThemeFile } from "./scan-theme.ts";

/** What was read of a store's published theme. */
export interface ReadTheme {
  id: string;
  name: string;
  files: ThemeFile[];
  /** Files that were wanted and not read: too many, too large, or not text. */
  unread: string[];
}

/** Where a theme keeps its settings and app embeds. */
export const SETTINGS_DATA = "config/settings_data.json";
/** Shopify gives 50 files in one call. */
const AT_ONCE = 50;
const MOST_FILES = 200;
/** Characters; a tag that hides further down than this is not found. */
const LONGEST_FILE = 512 * 1024;

/**
 * Reads of the published theme what every page begins with: the layout, the settings, and the files that they include.
 * Null when the merchant has not granted `read_themes`, or the store has no theme. Throws `ShopifyRefused` otherwise.
 */
export async function readTheme(_shop: string, admin: AdminGraphql): Promise<ReadTheme | null> {
  try {
    const { themes } = await admin(MAIN_THEME, {});
    const theme = themes?.nodes[0];
    return theme ? await readFiles(admin, theme) : null;
  } catch (error) {
    if (error instanceof ShopifyRefused && error.code === "ACCESS_DENIED") return null;
    throw error;
  }
}

async function readFiles(admin: AdminGraphql, { id, name }: { id: string; name: string }): Promise<ReadTheme> {
  const theme: ReadTheme = { id, name, files: [], unread: [] };
  const asked = new Set<string>();
  let wanted = [LAYOUT, SETTINGS_DATA];
  while (wanted.length > 0 && asked.size < MOST_FILES) {
    const names = wanted.slice(0, AT_ONCE);
    for (const each of names) asked.add(each);
    await readSome(admin, theme, names);
    wanted = missingFiles(theme.files).filter((each) => !asked.has(each));
  }
  theme.unread.push(...wanted);
  return theme;
}

async function readSome(admin: AdminGraphql, read: ReadTheme, names: readonly string[]): Promise<void> {
  const { theme } = await admin(THEME_FILES, { theme: read.id, names });
  for (const { filename, body } of theme?.files?.nodes ?? []) {
    if ("content" in body && body.content.length <= LONGEST_FILE)
      read.files.push({ name: filename, text: body.content });
    else read.unread.push(filename);
  }
}
