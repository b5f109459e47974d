import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Liquid } from "liquidjs";
import { installationId } from "../shop/ids.ts";
import type { StoredMetafield } from "../state.ts";
import { shopState, type World } from "../world.ts";
import { blockType, readExtension, settingsOf, type Block, type Extension, type Target } from "./extension.ts";
import { makeEngine, renderLiquid } from "./liquid.ts";
import { storefrontState } from "./storefront-state.ts";

/** The app's handle, part of the address of its blocks. */
export const appHandle = (world: World): string => world.app.name.toLowerCase().replace(/\W+/g, "-");

/** Where an asset of the extension is; relative addresses inside assets keep working. */
const assetUrl = (extension: Extension, name: string): string =>
  `/cdn/extensions/${extension.handle}-${extension.version}/assets/${name}`;

function engineOf(extension: Extension): Liquid {
  return makeEngine({
    locales: join(extension.folder, "locales"),
    snippet: (name) => {
      const file = join(extension.folder, "snippets", `${name}.liquid`);
      if (!existsSync(file)) return undefined;
      // Shopify marks them in the page, inside scripts and templates too
      return `<!-- BEGIN app snippet: ${name} -->${readFileSync(file, "utf8")}<!-- END app snippet -->`;
    },
    assetUrl: (name) => assetUrl(extension, name),
  });
}

/** A metafield's value in Liquid: parsed for the types that have structure. */
function valueOf({ type, value }: StoredMetafield): unknown {
  const structured = type === "json" || type === "boolean" || type.startsWith("number_") || type.startsWith("list.");
  return structured ? (JSON.parse(value) as unknown) : value;
}

function appObject(world: World, shop: string): object {
  const fields = shopState(world, shop).metafields[installationId] ?? [];
  const metafields: Record<string, Record<string, object>> = {};
  for (const field of fields)
    (metafields[field.namespace] ??= {})[field.key] = { type: field.type, value: valueOf(field) };
  return { metafields };
}

/** The extension with what is needed to render its blocks on one page. */
export interface Installed {
  extension: Extension;
  /** Embeds that are on and go here, rendered, in the order of their names; "" when there are none. */
  embeds(target: Target): Promise<string>;
  /** A block in a section. */
  block(name: string, id: string, settings: Readonly<Record<string, unknown>>): Promise<string>;
  /** What the schemas of all rendered blocks ask for: to stand at the end of `content_for_header`. */
  assets(): string;
}

interface Rendering {
  world: World;
  shop: string;
  extension: Extension;
  engine: Liquid;
  globals: object;
  rendered: Set<Block>;
}

async function renderBlock(
  rendering: Rendering,
  block: Block,
  id: string,
  set: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { world, shop, extension, engine, globals } = rendering;
  rendering.rendered.add(block);
  const type = blockType(appHandle(world), extension, block);
  const scope = {
    block: { id, type, settings: settingsOf(block, set), shopify_attributes: "" },
    app: appObject(world, shop),
  };
  const content = await renderLiquid(engine, block.source, scope, globals);
  const inHead = block.schema.target === "compliance_head" || block.schema.target === "head";
  const framed = inHead
    ? content
    : `<div id="shopify-block-${id}" class="shopify-block shopify-app-block">${content}</div>`;
  return `<!-- BEGIN app block: ${type} -->${framed}<!-- END app block -->\n`;
}

function schemaAssets({ extension, rendered }: Rendering): string {
  return [...rendered]
    .flatMap(({ schema }) => [
      schema.javascript === undefined
        ? ""
        : `<script src="${assetUrl(extension, schema.javascript)}" type="text/javascript" async></script>\n`,
      schema.stylesheet === undefined
        ? ""
        : `<link href="${assetUrl(extension, schema.stylesheet)}" rel="stylesheet" type="text/css" media="all">\n`,
    ])
    .join("");
}

/** The extension for one page, or one without blocks where the app is not installed. `globals` are the page's objects. */
export function openExtension(world: World, shop: string, globals: object): Installed {
  const read = readExtension(world.settings.extension);
  const extension = shopState(world, shop).installedAt === null ? { ...read, blocks: [] } : read;
  const rendering = { world, shop, extension, engine: engineOf(extension), globals, rendered: new Set<Block>() };
  const { embeds } = storefrontState(world, shop);
  return {
    extension,
    embeds: async (target) => {
      const on = extension.blocks.filter(
        (block) => block.schema.target === target && embeds[block.name]?.disabled === false,
      );
      const parts: string[] = [];
      for (const block of on)
        parts.push(await renderBlock(rendering, block, `embed-${block.name}`, embeds[block.name]?.settings ?? {}));
      return parts.join("");
    },
    block: async (name, id, settings) => {
      const found = extension.blocks.find((block) => block.name === name && block.schema.target === "section");
      return found === undefined ? "" : renderBlock(rendering, found, id, settings);
    },
    assets: () => schemaAssets(rendering),
  };
}
