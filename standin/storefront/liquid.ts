import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Liquid, TokenKind, type Context, type TagToken, type Template, type TopLevelToken } from "liquidjs";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** As Liquid prints a value: nil is nothing. */
function asText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** In Shopify's Liquid a backslash in a text is a backslash; liquidjs reads it as JavaScript does. */
const keepBackslashes = (source: string): string =>
  source.replace(/\{[{%][\s\S]*?[%}]\}/g, (part) => part.replaceAll("\\", "\\\\"));

/** Shopify's `json`: nil is `null`, and nothing in it can end a script element. */
export function liquidJson(value: unknown): string {
  return ((JSON.stringify(value ?? null) as string | undefined) ?? "null").replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Dollars of a price in cents. */
export const money = (cents: unknown): string =>
  `$${(Number(cents) / 100).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

type Words = Record<string, unknown>;

const words = new Map<string, { changed: number; words: Words }>();

/** A locale file, read again when it changed. */
function readWords(file: string): Words {
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (changed === undefined) return {};
  const known = words.get(file);
  if (known?.changed === changed) return known.words;
  const read = JSON.parse(readFileSync(file, "utf8")) as Words;
  words.set(file, { changed, words: read });
  return read;
}

const lookUp = (words: Words, key: string): unknown =>
  key
    .split(".")
    .reduce<unknown>((at, part) => (typeof at === "object" && at !== null ? (at as Words)[part] : undefined), words);

function plural(found: unknown, locale: string, count: unknown): unknown {
  if (typeof found !== "object" || found === null) return found;
  const forms = found as Words;
  return forms[new Intl.PluralRules(locale).select(Number(count))] ?? forms["other"];
}

/**
 * Shopify's `t` over a folder of locale files: the page's language, else the default one, else a sentence that says what
 * is missing. Translations are escaped unless the key ends in `_html`, as are values put in.
 */
export function translate(folder: string, locale: string, key: string, values: ReadonlyMap<string, unknown>): string {
  const own = lookUp(readWords(join(folder, `${locale}.json`)), key);
  const found = plural(own ?? lookUp(readWords(join(folder, "en.default.json")), key), locale, values.get("count"));
  if (typeof found !== "string") return `Translation missing: ${locale}.${key}`;
  const text = key.endsWith("_html") ? found : escapeHtml(found);
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (all, name: string) =>
    values.has(name) ? escapeHtml(String(values.get(name))) : all,
  );
}

/** Where an engine finds things. */
export interface Places {
  /** Folder of locale files. */
  locales: string;
  /** The source of a snippet; undefined when there is none. */
  snippet: (name: string) => string | undefined;
  assetUrl: (name: string) => string;
}

/** `{% schema %}` and `{% doc %}` are for Shopify, not for the page. */
function registerSilent(engine: Liquid, name: string): void {
  engine.registerTag(name, {
    parse(_token: TagToken, remaining: TopLevelToken[]) {
      while (remaining.length > 0) {
        const next = remaining.shift();
        if (next?.kind === TokenKind.Tag && (next as TagToken).name === `end${name}`) return;
      }
      throw new Error(`{% ${name} %} does not end`);
    },
    render: () => "",
  });
}

/** A Liquid engine with the filters of Shopify's that the theme and the extension use; an unknown one is an error. */
export function makeEngine(places: Places): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    relativeReference: false,
    extname: "",
    fs: {
      resolve: (_root, file) => file,
      exists: () => Promise.resolve(true),
      existsSync: () => true,
      contains: () => Promise.resolve(true),
      containsSync: () => true,
      readFile: (file) => Promise.resolve(snippetAt(places, file)),
      readFileSync: (file) => snippetAt(places, file),
    },
  });
  engine.registerFilter("json", liquidJson);
  // liquidjs writes &#34; where Shopify writes &quot;
  engine.registerFilter("escape", (value: unknown) => escapeHtml(asText(value)));
  engine.registerFilter("money", money);
  engine.registerFilter("asset_url", (name: unknown) => places.assetUrl(String(name)));
  engine.registerFilter("image_url", (name: unknown) => `/cdn/shop/files/${String(name)}`);
  engine.registerFilter(
    "stylesheet_tag",
    (url: unknown) => `<link href="${String(url)}" rel="stylesheet" type="text/css" media="all">`,
  );
  engine.registerFilter(
    "script_tag",
    (url: unknown) => `<script src="${String(url)}" type="text/javascript"></script>`,
  );
  const t = function (this: { context: Context }, key: unknown, ...args: readonly unknown[]): string {
    const locale = String(this.context.getSync(["request", "locale", "iso_code"]));
    return translate(places.locales, locale, String(key), new Map(args as [string, unknown][]));
  };
  engine.registerFilter("t", t);
  engine.registerFilter("translate", t);
  for (const name of ["schema", "doc"]) registerSilent(engine, name);
  return engine;
}

function snippetAt(places: Places, name: string): string {
  const source = places.snippet(name);
  if (source === undefined) throw new Error(`Could not find asset snippets/${name}.liquid`);
  return keepBackslashes(source);
}

const parsed = new WeakMap<Liquid, Map<string, Template[]>>();

/** Renders a source with these objects, which snippets see too; parsed once per engine and text. */
export async function renderLiquid(engine: Liquid, source: string, scope: object, globals: object): Promise<string> {
  const known = parsed.get(engine) ?? new Map<string, Template[]>();
  parsed.set(engine, known);
  const template = known.get(source) ?? engine.parse(keepBackslashes(source));
  if (known.size > 200) known.clear();
  known.set(source, template);
  return (await engine.render(template, scope, { globals })) as string;
}
