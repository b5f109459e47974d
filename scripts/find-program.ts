import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The first of these programs that the machine's PATH, or one of the further folders, holds; its whole path. */
export function findProgram(names: readonly string[], folders: readonly string[] = []): string | undefined {
  const everywhere = [...(process.env["PATH"] ?? "").split(delimiter), ...folders];
  return names.flatMap((name) => everywhere.map((folder) => join(folder, name))).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
