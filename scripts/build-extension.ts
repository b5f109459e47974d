/** Makes the storefront's scripts, and the pieces of Liquid that come from their sources. */
import { createHash } from "node:crypto";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { minify } from "terser";
import { build, transformWithEsbuild } from "vite";

const FOLDER = "extensions/consent-banner";
/** Each script of the storefront, and the names in it that only the scripts themselves use. */
const ENTRIES = ["gate", "after", "tell", "centre", "page", "sight"];
const OWN_NAMES = (
  "told regionFrom replaced isTold isSignalHonoured missing decide layer loads answer openCentre held need shown keep tell " +
  "hold api press kept place mark settings script pick worded"
).split(" ");
/** The same short name in all scripts, because they call each other by these. */
const MANGLED = Object.fromEntries(OWN_NAMES.map((name, at) => [`$${name}`, String.fromCharCode(65 + at)]));

/**
 * Tells V8 that all functions of a file run at once, so that it compiles them while the file arrives, not one by one in
 * the way of the page. https://developer.chrome.com/blog/explicit-compile-hints
 */
const COMPILE_AHEAD = "//# allFunctionsCalledOnLoad\n";
const COMPILED_AHEAD = ["gate"];

/** Around what a snippet is for: Shopify puts comments of its own around a snippet, wherever it stands. */
const MARK = "/*cndr*/";

const HEAVIEST_WORDS = "assets/words.*.js";

/** What a name is called in the built scripts. */
export function shortName(name: string): string {
  return MANGLED[`$${name}`] ?? name;
}

/** Most bytes, gzip -9, that a group of files may have. */
const BUDGETS: Record<string, { files: string[]; bytes: number }> = {
  gate: { files: ["assets/gate.js"], bytes: 3 * 1024 },
  banner: { files: ["assets/after.js", "snippets/look.liquid"], bytes: 5 * 1024 },
  "all before a choice": { files: ["assets/gate.js", "assets/after.js", "snippets/look.liquid"], bytes: 7.5 * 1024 },
  "preference centre with one language": { files: ["assets/centre.js", HEAVIEST_WORDS], bytes: 8 * 1024 },
};

/** The texts of one language, as its locale file has them. */
type Texts = Record<string, unknown>;

/** Language and texts of each locale file. */
function locales(): [language: string, texts: Texts][] {
  return globSync(`${FOLDER}/locales/*.json`)
    .filter((file) => !file.endsWith(".schema.json"))
    .sort()
    .map((file) => [
      basename(file).replace(/(\.default)?\.json$/, ""),
      JSON.parse(readFileSync(file, "utf8")) as Texts,
    ]);
}

async function bundle(name: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2022",
      minify: false,
      cssMinify: "esbuild",
      modulePreload: false,
      rollupOptions: { input: `${FOLDER}/src/${name}.ts`, output: { format: "iife", strict: false } },
    },
  });
  const chunk = "output" in made ? made.output[0] : undefined;
  if (!chunk) throw new Error(`Nothing was made of ${name}.`);
  const { code } = await minify(chunk.code, {
    ecma: 2020,
    toplevel: true,
    compress: { passes: 3, unsafe: true, unsafe_arrows: true, hoist_props: true, hoist_funs: true, keep_fargs: false },
    mangle: { properties: { regex: new RegExp(`^(${OWN_NAMES.join("|")})$`) } },
    nameCache: { props: { props: MANGLED } },
  });
  return (COMPILED_AHEAD.includes(name) ? COMPILE_AHEAD : "") + (code ?? "");
}

/** SHA-256, in hex, of a language's texts about consent: what a record says was shown. The request form is not. */
function hashOf({ request: _form, ...texts }: Texts): string {
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex");
}

/** The texts of the preference centre alone. */
function wordsOf({ language, purposes, centre, banner }: Texts): string {
  const { save, accept_all, reject_all } = banner as Texts;
  return `window.cndr.words=${JSON.stringify({ language, purposes, centre, banner: { save, accept_all, reject_all } })}`;
}

/** Makes every file; answers 0. */
export async function buildExtension(): Promise<number> {
  rmSync(`${FOLDER}/assets`, { recursive: true, force: true });
  for (const folder of ["assets", "snippets"]) mkdirSync(`${FOLDER}/${folder}`, { recursive: true });
  for (const name of ENTRIES) writeFileSync(`${FOLDER}/assets/${name}.js`, await bundle(name));
  const cases = locales().map(([language, texts]) => {
    writeFileSync(`${FOLDER}/assets/words.${language}.js`, wordsOf(texts));
    return `{%- when '${language}' -%}${MARK}${hashOf(texts)}${MARK}`;
  });
  writeFileSync(`${FOLDER}/snippets/words.liquid`, `{%- case lang -%}${cases.join("")}{%- endcase -%}\n`);
  const { code } = await transformWithEsbuild(readFileSync(`${FOLDER}/src/look.css`, "utf8"), "look.css", {
    minify: true,
    sourcemap: false,
    loader: "css",
  });
  writeFileSync(`${FOLDER}/snippets/look.liquid`, `${MARK}${code.trim()}${MARK}\n`);
  return 0;
}

/** Bytes, gzip -9, of a file of the extension; of the heaviest where a pattern names several. */
function weigh(pattern: string): number {
  const weights = globSync(`${FOLDER}/${pattern}`).map((file) => gzipSync(readFileSync(file), { level: 9 }).length);
  if (weights.length === 0) throw new Error(`There is no ${pattern}.`);
  return Math.max(...weights);
}

/** Sentences about the groups of files: how heavy each is, and whether that is too heavy. */
export function weighAll(): { sentence: string; isTooHeavy: boolean }[] {
  return Object.entries(BUDGETS).map(([group, { files, bytes }]) => {
    const weight = files.reduce((sum, file) => sum + weigh(file), 0);
    return { sentence: `${group}: ${weight} of ${bytes} bytes`, isTooHeavy: weight > bytes };
  });
}
