import { purposesIn, type PurposeSet } from "../law/purposes.ts";
import { nameHost, type Registered } from "../register/register.ts";
import { isShopifyHost } from "../register/shopify-hosts.ts";
import { attribute, hostsIn, includedPath, readMarkup, type Markup } from "./theme-markup.ts";

/** A file of a theme. */
export interface ThemeFile {
  name: string;
  text: string;
}

/**
 * How a tag stands in the theme. "markup": an element that the browser loads by itself; "inline": a script that loads it;
 * "noscript": what only browsers without JavaScript load, where nothing can hold it.
 */
export type TagForm = "markup" | "inline" | "noscript";

/** Something of a third party in a theme's files. */
export interface ThemeTag {
  file: string;
  /** The line on which it begins, from 1. */
  line: number;
  host: string;
  /** The service's id; "" when nobody knows the host. */
  service: string;
  /** What it needs; 0 for an unknown host, and for what is never held. */
  needs: PurposeSet;
  form: TagForm;
  /** Above the place where Shopify puts the embed: it runs before the gate, and nothing on the page can hold it. */
  isAbove: boolean;
  /** Its opening tag as it stands, and as it would be held without the gate's help; null when it has to go instead. */
  source: string;
  mended: string | null;
}

/** The file with which every page begins. */
export const LAYOUT = "layout/theme.liquid";
const DEEPEST = 6;
const LONGEST_SOURCE = 300;

interface Scan {
  files: ReadonlyMap<string, string>;
  register: readonly Registered[];
  tags: ThemeTag[];
  isAbove: boolean;
}

/**
 * Finds what of third parties stands in a theme, in the order in which a browser meets it. Files that are included are
 * read where they are included; addresses that Liquid makes are not seen.
 *
 * Where Shopify puts an embed of the target `compliance_head`: at the beginning of `content_for_header`.
 */
export function scanTheme(files: readonly ThemeFile[], register: readonly Registered[]): ThemeTag[] {
  const scan: Scan = { files: new Map(files.map(({ name, text }) => [name, text])), register, tags: [], isAbove: true };
  scanFile(scan, LAYOUT, []);
  return scan.tags;
}

function scanFile(scan: Scan, file: string, path: readonly string[]): void {
  const text = scan.files.get(file);
  if (text === undefined || path.includes(file) || path.length >= DEEPEST) return;
  if (file.endsWith(".json")) {
    for (const section of sectionsOf(text)) scanFile(scan, `sections/${section}.liquid`, [...path, file]);
    return;
  }
  for (const markup of readMarkup(text)) {
    if (markup.kind === "header") scan.isAbove = false;
    else if (markup.kind === "include") scanFile(scan, includedPath(markup), [...path, file]);
    else scan.tags.push(...tagsOf(scan, file, markup));
  }
}

/** The files that some files include and that are not among them, each once. */
export function missingFiles(files: readonly ThemeFile[]): string[] {
  const have = new Set(files.map(({ name }) => name));
  const wanted = files.flatMap(({ name, text }) => {
    if (name.startsWith("sections/") && name.endsWith(".json")) {
      return sectionsOf(text).map((section) => `sections/${section}.liquid`);
    }
    if (!name.endsWith(".liquid")) return [];
    return readMarkup(text).flatMap((markup) => (markup.kind === "include" ? [includedPath(markup)] : []));
  });
  return [...new Set(wanted)].filter((name) => !have.has(name));
}

/** The types of a section group's sections. */
function sectionsOf(json: string): string[] {
  try {
    const { sections } = JSON.parse(json.replace(/^\s*\/\*[\s\S]*?\*\//, "")) as {
      sections?: Record<string, { type?: unknown; disabled?: unknown }>;
    };
    return Object.values(sections ?? {}).flatMap(({ type, disabled }) =>
      typeof type === "string" && disabled !== true ? [type] : [],
    );
  } catch {
    return [];
  }
}

type Loads = Exclude<Markup, { kind: "header" | "include" }>;

function tagsOf({ register, isAbove }: Scan, file: string, markup: Loads): ThemeTag[] {
  if (isInert(markup)) return [];
  const { line, open } = markup;
  const address = markup.kind === "element" ? addressOf(markup.name, open) : undefined;
  const form = markup.kind === "noscript" ? "noscript" : address === undefined ? "inline" : "markup";
  return hostsIn(address ?? markup.body).flatMap((host) => {
    if (isShopifyHost(host)) return [];
    const service = nameHost(register, host);
    // an address in a script is a tag only when we know that it is one
    if (!service && form !== "markup") return [];
    const needs = service?.needs ?? 0;
    const source = open.replaceAll(/\s+/g, " ").slice(0, LONGEST_SOURCE);
    const mended = form === "noscript" || needs === 0 ? null : mend(source, needs);
    return [{ file, line, host, service: service?.id ?? "", needs, form, isAbove, source, mended }];
  });
}

/** What a browser does not run: data blocks, and what is held by its markup already. */
function isInert(markup: Loads): boolean {
  if (markup.kind !== "element") return false;
  const type = attribute(markup.open, "type")?.toLowerCase() ?? "";
  if (markup.name === "script") return !["", "module", "text/javascript", "application/javascript"].includes(type);
  return markup.name === "link" && !/stylesheet/i.test(attribute(markup.open, "rel") ?? "");
}

function addressOf(name: "script" | "iframe" | "img" | "link", open: string): string | undefined {
  const address = attribute(open, name === "link" ? "href" : "src");
  return address ?? (name === "script" ? undefined : "");
}

/** The opening tag with which the element waits for consent by itself. */
function mend(open: string, needs: PurposeSet): string {
  const mark = `data-consent="${purposesIn(needs).join(" ")}"`;
  if (!/^<script/i.test(open)) return open.replace(/\s(src|href)\s*=/i, ` ${mark} data-$1=`);
  const plain = open.replace(/\stype\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/i, "");
  return plain.replace(/^<script/i, `<script type="text/plain" ${mark}`);
}

/**
 * Whether the page has to hold plain markup as well: something that needs consent stands below the embed and would be
 * loaded by the browser itself. Above it nothing helps but moving it.
 */
export function holdsMarkup(tags: readonly ThemeTag[]): boolean {
  return tags.some(({ form, isAbove, needs }) => form === "markup" && !isAbove && needs !== 0);
}
