import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { World } from "../world.ts";
import { drawFile } from "./draw-jewel.ts";
import { makeEngine, renderLiquid } from "./liquid.ts";
import { THEME_FOLDER } from "./theme-files.ts";

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  woff2: "font/woff2",
};
const NAME = /^[\w-][\w.-]*$/;

interface Asset {
  bytes: Buffer;
  gzip: Buffer;
  tag: string;
}

const kept = new Map<string, Asset>();

function makeAsset(key: string, read: () => string | Buffer): Asset {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const bytes = Buffer.from(read());
  const asset = {
    bytes,
    gzip: gzipSync(bytes),
    tag: `"${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}"`,
  };
  kept.set(key, asset);
  return asset;
}

function send(request: IncomingMessage, response: ServerResponse, name: string, asset: Asset): void {
  const packs = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  const headers = {
    "Content-Type": TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
    "Cache-Control": "public, max-age=31536000, immutable",
    "Access-Control-Allow-Origin": "*",
    ETag: asset.tag,
    Vary: "Accept-Encoding",
  };
  if (request.headers["if-none-match"] === asset.tag) {
    response.writeHead(304, headers).end();
    return;
  }
  const body = packs ? asset.gzip : asset.bytes;
  response.writeHead(200, {
    ...headers,
    ...(packs ? { "Content-Encoding": "gzip" } : {}),
    "Content-Length": body.length,
  });
  response.end(body);
}

function fileAsset(file: string): Asset | undefined {
  if (!existsSync(file)) return undefined;
  return makeAsset(`${file} ${String(statSync(file).mtimeMs)}`, () => readFileSync(file));
}

/** A theme asset; `x.css` may be written as `x.css.liquid`, as at Shopify. */
async function themeAsset(name: string): Promise<Asset | undefined> {
  const file = join(THEME_FOLDER, "assets", name);
  const liquid = `${file}.liquid`;
  if (!existsSync(liquid)) return fileAsset(file);
  const key = `${liquid} ${String(statSync(liquid).mtimeMs)}`;
  const engine = makeEngine({ locales: "", snippet: () => undefined, assetUrl: (asset) => asset });
  const text = kept.has(key) ? "" : await renderLiquid(engine, readFileSync(liquid, "utf8"), {}, {});
  return makeAsset(key, () => text);
}

async function findAsset(world: World, path: string): Promise<{ name: string; asset: Asset } | undefined> {
  const [, place = "", name = ""] =
    /^\/cdn\/(shop\/t\/1\/assets|shop\/files|extensions\/[\w.-]+\/assets)\/([^/]+)$/.exec(path) ?? [];
  if (!NAME.test(name)) return undefined;
  if (place === "shop/files") {
    const drawn = drawFile(name);
    return drawn === undefined ? undefined : { name, asset: makeAsset(`files/${name}`, () => drawn) };
  }
  const isTheme = place.startsWith("shop/");
  const asset = isTheme ? await themeAsset(name) : fileAsset(join(world.settings.extension, "assets", name));
  return asset === undefined ? undefined : { name, asset };
}

/** Files under `/cdn/`: the theme's, the extension's, pictures; packed where the browser takes it. False when there is none. */
export async function answerAsset(
  world: World,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const found = await findAsset(world, path);
  if (found === undefined) return false;
  send(request, response, found.name, found.asset);
  return true;
}
