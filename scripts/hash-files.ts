import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";

/** SHA-256, in hex, of the names and contents of every file that a pattern matches, but those that `leaveOut` names. */
export function hashFiles(patterns: readonly string[], leaveOut: RegExp): string {
  const hash = createHash("sha256");
  const files = globSync([...patterns])
    .filter((file) => !leaveOut.test(file) && statSync(file).isFile())
    .sort();
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}
