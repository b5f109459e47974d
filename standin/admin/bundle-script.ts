import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

/** Node says that stripping is experimental each time; the version is pinned, so it says nothing new. */
function stripQuietly(source: string): string {
  const warn = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = warn;
  }
}

/**
 * One classic script from browser modules in order: types stripped, `import` and `export` removed, all in one function
 * scope. Their top-level names must therefore differ.
 */
export function bundleScript(files: readonly string[]): string {
  const parts = files.map((file) =>
    stripQuietly(readFileSync(new URL(`../browser/${file}`, import.meta.url), "utf8"))
      .replace(/^import [^;]*;$/gm, "")
      .replace(/^export (?=const|let|class|function|async)/gm, ""),
  );
  return `(() => {\n"use strict";\n${parts.join("\n")}\n})();\n`;
}

/** App Bridge's files, each after those that it uses while it loads. */
export const APP_BRIDGE: readonly string[] = [
  "bridge-channel.ts",
  "bridge-config.ts",
  "bridge-fetch.ts",
  "bridge-modal.ts",
  "bridge-chrome.ts",
  "bridge-navigation.ts",
  "bridge-api.ts",
];
