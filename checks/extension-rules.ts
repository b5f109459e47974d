import { parse as parseToml } from "smol-toml";
import { filesIn, textsOf, type Extension } from "./read-extension.ts";

/**
 * What Shopify takes in a theme app extension, in bytes and counts.
 * https://shopify.dev/docs/apps/build/online-store/theme-app-extensions/configuration#file-and-content-size-limits
 */
const KIB = 1024;
const LIMITS = { blocks: 30, locales: 100, localeBytes: 15 * KIB, liquidBytes: 100 * KIB, allBytes: 10 * KIB * KIB };

/** What each folder may hold; Shopify's command line stops at anything else. */
const FOLDERS: Readonly<Record<string, RegExp>> = {
  assets: /^[^/]+\.(jpg|jpeg|js|css|png|svg)$/,
  blocks: /^[^/]+\.liquid$/,
  snippets: /^[^/]+\.liquid$/,
  locales: /^[^/]+\.json$/,
};
/** Sources, which are not sent when `.shopifyignore` says so. */
const SOURCES = "src";
const SOURCES_IGNORED = /^src\/\*\*$/m;
const AT_THE_TOP = ["shopify.extension.toml", ".shopifyignore", ".theme-check.yml"];

/** Words for which lists of ad blockers hide elements and refuse files. */
const BLOCKED = /cookie|consent/i;

const bytesOf = (text: string) => new TextEncoder().encode(text).length;
const isShipped = (path: string) => Object.keys(FOLDERS).some((folder) => path.startsWith(`${folder}/`));
const liquidOf = (extension: Extension) => [...extension].filter(([path]) => path.endsWith(".liquid"));

/** Files where Shopify takes none, or of a kind that it does not take there. */
export function strayFiles(extension: Extension): string[] {
  const stray = [...extension.keys()].filter((path) => {
    const [folder = "", ...rest] = path.split("/");
    if (rest.length === 0) return !AT_THE_TOP.includes(path);
    return folder !== SOURCES && !FOLDERS[folder]?.test(rest.join("/"));
  });
  const hasSources = filesIn(extension, SOURCES).length > 0;
  const isIgnored = SOURCES_IGNORED.test(extension.get(".shopifyignore") ?? "");
  return hasSources && !isIgnored ? [...stray, ".shopifyignore: it must hold src/**"] : stray;
}

/** Limits that the extension breaks. */
export function brokenLimits(extension: Extension): string[] {
  const liquid = liquidOf(extension).reduce((sum, [, text]) => sum + bytesOf(text), 0);
  const all = [...extension].reduce((sum, [path, text]) => sum + (isShipped(path) ? bytesOf(text) : 0), 0);
  const locales = filesIn(extension, "locales");
  return [
    ...(filesIn(extension, "blocks").length > LIMITS.blocks ? ["too many blocks"] : []),
    ...(locales.length > LIMITS.locales ? ["too many locale files"] : []),
    ...locales.filter(([, text]) => bytesOf(text) > LIMITS.localeBytes).map(([path]) => `${path}: too large`),
    ...(liquid > LIMITS.liquidBytes ? ["too much Liquid"] : []),
    ...(all > LIMITS.allBytes ? ["too large"] : []),
  ];
}

/** Texts and files that Liquid or a script asks for, and that are not there. */
export function missingParts(extension: Extension): string[] {
  const texts = textsOf(extension.get("locales/en.default.json") ?? "{}");
  const groups = [...new Set([...texts.keys()].map((key) => key.split(".")[0]))].join("|");
  const inScripts = new RegExp(`["'\`]((?:${groups})\\.[a-z_]+(?:\\.[a-z_]+)*)["'\`]`, "g");
  const missing = (path: string, text: string, pattern: RegExp, isThere: (name: string) => boolean) =>
    [...text.matchAll(pattern)]
      .map(([, name = ""]) => name)
      .filter((name) => !isThere(name))
      .map((name) => `${path}: ${name}`);
  return [
    ...liquidOf(extension).flatMap(([path, text]) => [
      ...missing(path, text, /["']([\w.-]+)["']\s*\|\s*t(?:ranslate)?\b/g, (key) => texts.has(key)),
      ...missing(path, text, /["']([\w.-]+)["']\s*\|\s*asset_url\b/g, (name) => extension.has(`assets/${name}`)),
      ...missing(path, text, /\brender\s+["']([\w-]+)["']/g, (name) => extension.has(`snippets/${name}.liquid`)),
    ]),
    ...filesIn(extension, SOURCES)
      .filter(([path]) => /(?<!\.test)\.ts$/.test(path) && groups !== "")
      .flatMap(([path, text]) => missing(path, text, inScripts, (key) => texts.has(key))),
  ];
}

/** Places where a name would be hidden or refused by the lists of ad blockers. */
export function blockedNames(extension: Extension): string[] {
  const names = [...extension].flatMap(([path, text]) => namesIn(path, text).map((name) => `${path}: ${name}`));
  const files = filesIn(extension, "assets").map(([path]) => path.slice("assets/".length));
  return [...files, ...names].filter((name) => BLOCKED.test(name.slice(name.indexOf(":") + 1)));
}

/** Ids and classes that a file gives, and the extension's own names, which stand in the addresses of its assets. */
function namesIn(path: string, text: string): string[] {
  if (path.endsWith(".toml")) return tomlNames(text);
  const patterns: RegExp[] = [];
  if (/\.(liquid|js|ts)$/.test(path)) patterns.push(/\b(?:id|class)\s*=\s*\\?["']([^"'>]*)["']/g);
  if (/\.(js|ts)$/.test(path)) {
    patterns.push(/\b(?:id|className)\s*[:=]\s*["'`]([^"'`]*)["'`]/g);
    patterns.push(/\b(?:getElementById|getElementsByClassName|classList\.\w+)\(\s*["'`]([^"'`]*)["'`]/g);
    patterns.push(/["'`][.#]([\w-]+)["'`]/g);
  }
  if (path.endsWith(".css")) patterns.push(/[.#]([a-z][\w-]*)/gi);
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = ""]) => name));
}

function tomlNames(text: string): string[] {
  const { extensions } = parseToml(text) as { extensions?: { handle?: string }[] };
  return (extensions ?? []).map(({ handle }) => handle ?? "consent: a handle of its own is missing");
}

/** Code that a strict content security policy refuses, or that runs text as code. */
export function unsafeCode(extension: Extension): string[] {
  const find = (files: [string, string][], patterns: RegExp[]) =>
    files.flatMap(([path, text]) =>
      patterns.flatMap((pattern) => (pattern.exec(text) ?? []).slice(0, 1).map((code) => `${path}: ${code}`)),
    );
  const inMarkup = [
    /<[a-z][^<>]*\son[a-z]+\s*=/i,
    /javascript:/i,
    // a script of its own, without a file; data for scripts is none
    /<script(?![^>]*\b(?:src\s*=|type\s*=\s*["'](?:application\/(?:ld\+)?json|text\/plain)["']))[^>]*>/i,
  ];
  const inScripts = [/\beval\s*\(/, /(?<![\w.])Function\s*\(/, /\bset(?:Timeout|Interval)\s*\(\s*["'`]/];
  const scripts = filesIn(extension, "assets").filter(([path]) => path.endsWith(".js"));
  return [...find(liquidOf(extension), inMarkup), ...find(scripts, inScripts)];
}
