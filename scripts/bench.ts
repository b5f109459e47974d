import { existsSync } from "node:fs";
import { ensureBuild, ensureStorefront } from "./build.ts";
import { runToEnd } from "./child.mjs";

/** Measurements of the sources themselves: nothing has to be built. */
const OF_SOURCES = new Set(["audit", "policy"]);

/** `npm run bench -- <name>`: one measurement, of the built server, the built banner or the sources. */
export default async function bench([name = "", ...args]: readonly string[]): Promise<number> {
  const program = `bench/${name}/run.ts`;
  if (!/^[a-z-]+$/.test(name) || !existsSync(program)) {
    process.stderr.write(`There is no ${program}.\n`);
    return 2;
  }
  if (!OF_SOURCES.has(name)) await (name === "banner" ? ensureStorefront() : ensureBuild());
  return runToEnd(process.execPath, [program, ...args]);
}
