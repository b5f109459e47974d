import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { sha256 } from "../evidence/hash.server.ts";

/** The theme app extension, as it is deployed to Shopify. */
export const EXTENSION = "extensions/consent-banner";

/** Texts by key, as a locale file has them. */
export type Texts = Readonly<Record<string, unknown>>;

/** The banner's texts in one language. */
export interface BannerText {
  texts: Texts;
  /** JSON, of which the hash is made. */
  body: string;
  /** SHA-256 in hexadecimal: by it a consent record names what was shown. */
  hash: string;
}

let read: ReadonlyMap<string, BannerText> | undefined;

/** The banner's texts of this version by language (BCP 47), read once: they change only with a deployment. */
export function bannerTexts(): ReadonlyMap<string, BannerText> {
  return (read ??= new Map(localeFiles().map(readFile)));
}

function localeFiles(): string[] {
  return globSync(`${EXTENSION}/locales/*.json`)
    .filter((file) => !file.endsWith(".schema.json"))
    .sort();
}

function readFile(file: string): [string, BannerText] {
  const texts = JSON.parse(readFileSync(file, "utf8")) as Texts;
  const body = JSON.stringify(texts);
  const language = basename(file).replace(/(\.default)?\.json$/, "");
  return [language, { texts, body, hash: sha256(body).toString("hex") }];
}

/** A text by its key with dots, "banner.title". */
export function textAt(texts: Texts | undefined, key: string): string | undefined {
  const found = key.split(".").reduce<unknown>((at, name) => (at as Texts | undefined)?.[name], texts);
  return typeof found === "string" ? found : undefined;
}
