import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The files of a theme app extension: their text by their path inside it, with "/" between folders. */
export type Extension = ReadonlyMap<string, string>;

/** Reads a theme app extension from its folder. */
export function readExtension(root: string): Extension {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map((path): [string, string] => [
    relative(root, path).split(sep).join("/"),
    readFileSync(path, "utf8"),
  ]);
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The files in one folder of an extension. */
export function filesIn(extension: Extension, folder: string): [path: string, text: string][] {
  return [...extension].filter(([path]) => path.startsWith(`${folder}/`));
}

/** The texts of a locale file by their keys ("banner.title"). Throws when the file is no JSON. */
export function textsOf(json: string): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (value: unknown, key: string) => {
    if (typeof value !== "object" || value === null) texts.set(key, String(value));
    else for (const [name, inner] of Object.entries(value)) walk(inner, key === "" ? name : `${key}.${name}`);
  };
  walk(JSON.parse(json), "");
  return texts;
}
