import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { VENDORS } from "../tags/vendors.ts";
import { shopState, type World } from "../world.ts";
import { blockType, readExtension } from "./extension.ts";
import { appHandle } from "./render-extension.ts";
import { storefrontState } from "./storefront-state.ts";

/** The theme's folder on disk. */
export const THEME_FOLDER = fileURLToPath(new URL("./theme", import.meta.url));

/** Lines of `layout/theme.liquid` at which merchants paste what vendors give them. */
const PLACES = { above: /^.*standin:above.*\n/m, below: /^.*standin:below.*\n/m, body: /^.*standin:body.*\n/m };

/** The file as written by the theme's author. */
export const themeSource = (name: string): string => readFileSync(`${THEME_FOLDER}/${name}`, "utf8");

const indented = (text: string): string => text.replace(/^(?=.)/gm, "    ");

/** `layout/theme.liquid` with the snippets of these vendors pasted in, before or after `content_for_header`. */
export function layoutWith(tags: readonly string[], isAbove: boolean): string {
  const vendors = VENDORS.filter(({ id }) => tags.includes(id));
  const paste = (pieces: readonly string[]): (() => string) => {
    const text = pieces.filter((piece) => piece !== "").map((piece) => `${indented(piece)}\n`);
    return () => text.join("");
  };
  const head = vendors.map((vendor) => (vendor.head === "" ? "" : `<!-- ${vendor.name} -->\n${vendor.head}`));
  return themeSource("layout/theme.liquid")
    .replace(PLACES.above, paste(isAbove ? head : []))
    .replace(PLACES.below, paste(isAbove ? [] : head))
    .replace(PLACES.body, paste(vendors.map(({ body }) => body ?? "")));
}

/** The page with all app blocks, in the shape of a JSON template. */
export function choicesTemplate(world: World): string {
  const extension = readExtension(world.settings.extension);
  const blocks = extension.blocks
    .filter(({ schema }) => schema.target === "section")
    .map((block) => [
      block.name.replace(/\W/g, "_"),
      { type: blockType(appHandle(world), extension, block), settings: {} },
    ]);
  const sections = {
    main: { type: "main-page", settings: {} },
    apps: {
      type: "apps",
      blocks: Object.fromEntries(blocks) as object,
      block_order: blocks.map(([id]) => id),
      settings: {},
    },
  };
  return JSON.stringify({ sections, order: ["main", "apps"] }, null, 2);
}

/** `config/settings_data.json`: the theme's settings, and which app embeds are on or off. */
export function settingsData(world: World, shop: string): string {
  const data = JSON.parse(themeSource("config/settings_data.json")) as { current: Record<string, unknown> };
  const extension = readExtension(world.settings.extension);
  const { embeds } = storefrontState(world, shop);
  const known = extension.blocks.filter(({ name }) => embeds[name] !== undefined);
  const entries = known.map((block, index) => [
    String(15_683_396_631_634_586_217n + BigInt(index)),
    {
      type: blockType(appHandle(world), extension, block),
      disabled: embeds[block.name]?.disabled ?? true,
      settings: embeds[block.name]?.settings ?? {},
    },
  ]);
  return JSON.stringify(
    { ...data, current: { ...data.current, blocks: Object.fromEntries(entries) as object } },
    null,
    2,
  );
}

/** Every file of the published theme as the Admin API gives it, by name. */
export function themeFiles(world: World, shop: string): Map<string, string> {
  const { themeFiles: set } = shopState(world, shop);
  if (set !== undefined) return new Map(Object.entries(set));
  const state = storefrontState(world, shop);
  const names = readdirSync(THEME_FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(THEME_FOLDER.length + 1))
    .sort();
  const files = new Map(names.map((name) => [name, themeSource(name)]));
  files.set("layout/theme.liquid", layoutWith(state.tags, state.tagsAboveEmbed));
  files.set("templates/page.privacy-choices.json", choicesTemplate(world));
  files.set("config/settings_data.json", settingsData(world, shop));
  return files;
}
