/** `npm run check`: everything that can be found wrong without running the app. */
import { existsSync } from "node:fs";
import { weighAll } from "./build-extension.ts";
import { ensureClient, ensureStorefront, runPrisma } from "./build.ts";
import { runTool } from "./child.mjs";

const SOURCES = ["app", "extensions", "standin", "scripts", "checks", "journeys", "bench", "verify"];

const tool = (program: string, ...args: string[]) => runTool(process.execPath, [`node_modules/${program}`, ...args]);

const TOOLS: Record<string, () => Promise<number>> = {
  prettier: () => tool("prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."),
  eslint: () => tool("eslint/bin/eslint.js", "--max-warnings=0", "--cache", "--cache-location=.cache/eslint", "."),
  tsc: () => tool("typescript/bin/tsc", "--noEmit"),
  "dependency-cruiser": () =>
    tool("dependency-cruiser/bin/dependency-cruiser.mjs", ...SOURCES.filter((folder) => existsSync(folder))),
  knip: () => tool("knip/bin/knip.js", "--no-progress"),
  prisma: () => runPrisma("validate"),
  "shopify types": () => runTool(process.execPath, ["scripts/generate-shopify-types.ts", "--check"]),
  "weight of the storefront": weighStorefront,
};

/** Says how heavy the storefront's scripts are; answers 1 when a group is over its budget. */
async function weighStorefront(): Promise<number> {
  await ensureStorefront();
  const all = weighAll();
  for (const { sentence, isTooHeavy } of all) process.stdout.write(`  ${isTooHeavy ? "✗" : "·"} ${sentence}\n`);
  return all.some(({ isTooHeavy }) => isTooHeavy) ? 1 : 0;
}

/** Runs every tool, also after one failed; answers 1 when any did. */
export default async function check(): Promise<number> {
  await ensureClient();
  const failed: string[] = [];
  for (const [name, run] of Object.entries(TOOLS)) {
    const began = performance.now();
    const code = await run();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`${code === 0 ? "✓" : "✗"} ${name} (${seconds} s)\n`);
    if (code !== 0) failed.push(name);
  }
  process.stdout.write(failed.length === 0 ? "All checks passed.\n" : `Failed: ${failed.join(", ")}\n`);
  return failed.length === 0 ? 0 : 1;
}
