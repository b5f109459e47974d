import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";

/** Where a block goes: into `content_for_header` before all else, before `</head>`, before `</body>`, or into a section. */
export const TARGETS = ["compliance_head", "head", "body", "section"] as const;
/** Where a block goes. */
export type Target = (typeof TARGETS)[number];

/** What a block's `{% schema %}` says, as far as it matters here. */
interface BlockSchema {
  name: string;
  target: Target;
  javascript?: string;
  stylesheet?: string;
  settings?: { id?: string; default?: unknown }[];
}

/** A block of the theme app extension. */
export interface Block {
  /** The file's name without ".liquid". */
  name: string;
  source: string;
  schema: BlockSchema;
}

/** A theme app extension as it lies on disk. */
export interface Extension {
  folder: string;
  handle: string;
  uid: string;
  /** Changes with its files: assets are kept by browsers for a year. */
  version: string;
  blocks: readonly Block[];
}

function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort();
}

function readBlock(folder: string, file: string): Block {
  const source = readFileSync(join(folder, "blocks", file), "utf8");
  const written = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema\s*-?%\}/.exec(source)?.[1];
  if (written === undefined) throw new Error(`blocks/${file} has no {% schema %}`);
  const schema = JSON.parse(written) as BlockSchema;
  if (!TARGETS.includes(schema.target)) throw new Error(`blocks/${file}: no such target: ${schema.target}`);
  return { name: file.replace(/\.liquid$/, ""), source, schema };
}

function readNames(folder: string): { handle: string; uid: string } {
  const file = join(folder, "shopify.extension.toml");
  const fallback = folder.split("/").at(-1) ?? "extension";
  const toml = existsSync(file) ? parse(readFileSync(file, "utf8")) : {};
  const first = (Array.isArray(toml["extensions"]) ? toml["extensions"][0] : undefined) as
    { handle?: string; uid?: string } | undefined;
  const handle = first?.handle ?? fallback;
  const digest = createHash("sha256").update(handle).digest("hex");
  return { handle, uid: first?.uid ?? digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5") };
}

function versionOf(folder: string): string {
  const assets = join(folder, "assets");
  const stamps = filesIn(assets, "").map((name) => `${name} ${String(statSync(join(assets, name)).mtimeMs)}`);
  return createHash("sha256").update(stamps.join("\n")).digest("hex").slice(0, 8);
}

/** Reads the extension; without the folder it has no blocks. Throws when a block has no schema or an unknown target. */
export function readExtension(folder: string): Extension {
  const blocks = filesIn(join(folder, "blocks"), ".liquid").map((file) => readBlock(folder, file));
  return { folder, ...readNames(folder), version: versionOf(folder), blocks };
}

/** A block's settings: what the merchant set over the schema's defaults; a setting without either is nil. */
export function settingsOf(block: Block, set: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = (block.schema.settings ?? []).flatMap(({ id, default: standard }) =>
    id === undefined ? [] : [[id, set[id] ?? standard ?? null] as const],
  );
  return Object.fromEntries(known);
}

/** The address under which themes and `settings_data.json` know a block. */
export const blockType = (app: string, extension: Extension, block: Block): string =>
  `shopify://apps/${app}/blocks/${block.name}/${extension.uid}`;
