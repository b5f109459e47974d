import { copyFileSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const CONFIGURATION = [".dependency-cruiser.cjs", "eslint.config.js", "tsconfig.json", "package.json"];

/** Makes a folder with the project's own configuration and packages, and nothing of its code but these files. */
export function plant(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "candor-planted-"));
  for (const file of CONFIGURATION) copyFileSync(file, join(folder, file));
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
