import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

// The linter asks GitHub for newer facts about Liquid, and keeps them for the user. Here it takes those of its own
// package, so that it finds the same everywhere and stays on this machine. It reads these when it is loaded.
process.env["SHOPIFY_TLD_ROOT"] = join(process.cwd(), ".cache", "no-newer-liquid-docs");
process.env["XDG_CACHE_HOME"] = join(process.cwd(), ".cache");
const { themeCheckRun } = await import("@shopify/theme-check-node");

/**
 * What Shopify's own linter says of the theme app extension in a folder (absolute path): check, file and message of
 * each offence, however mild. https://shopify.dev/docs/storefronts/themes/tools/theme-check
 */
export async function themeCheck(root: string): Promise<string[]> {
  const { offenses } = await themeCheckRun(root, "theme-check:theme-app-extension");
  return offenses.map(({ check, uri, message }) => `${check} ${relative(root, fileURLToPath(uri))}: ${message}`);
}
