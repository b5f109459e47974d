import { existsSync } from "node:fs";
import { ensureBuild, ensureStorefront } from "./build.ts";
import { runToEnd } from "./child.mjs";

/** `npm run bench:<name>`: one measurement, of the built server or the built banner. */
export default async function bench([name = "", ...args]: readonly string[]): Promise<number> {
  const program = `bench/${name}/run.ts`;
  if (!/^[a-z-]+$/.test(name) || !existsSync(program)) {
    process.stderr.write(`There is no ${program}.\n`);
    return 2;
  }
  await (name === "banner" ? ensureStorefront() : ensureBuild());
  return runToEnd(process.execPath, [program, ...args]);
}
