import { existsSync, readFileSync } from "node:fs";
import { build } from "vite";
import { runTool } from "../../scripts/child.mjs";

/** The folder with the libraries' own package.json. */
const HERE = "bench/banner";
/** Where bundles go. */
export const BUILT = ".cache/bench-banner";

interface Packages {
  packages: Record<string, { version?: string; optional?: boolean }>;
}

/** Installs the libraries that Candor is measured beside, in exactly the locked versions, unless they are there. */
export async function installPeers(): Promise<void> {
  const locked = readPackages(`${HERE}/package-lock.json`);
  const installed = readPackages(`${HERE}/node_modules/.package-lock.json`);
  const isThere = Object.entries(locked).every(
    ([path, { version, optional }]) => path === "" || optional === true || installed[path]?.version === version,
  );
  if (isThere) return;
  process.stderr.write("Installing the other banners …\n");
  const code = await runTool("npm", ["ci", "--prefix", HERE, "--ignore-scripts", "--no-audit", "--no-fund"]);
  if (code !== 0) throw new Error("npm could not install the other banners; its own message is above.");
}

function readPackages(file: string): Packages["packages"] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Packages).packages : {};
}

/** The version of an installed library. */
export function versionOf(name: string): string {
  return readPackages(`${HERE}/node_modules/.package-lock.json`)[`node_modules/${name}`]?.version ?? "?";
}

/** Bundles the one library that is made of React components, as a shop would ship it: one script, one stylesheet. */
export async function bundleC15t(): Promise<void> {
  await build({
    root: HERE,
    configFile: false,
    logLevel: "warn",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      outDir: `../../${BUILT}`,
      emptyOutDir: false,
      target: "es2020",
      cssMinify: "esbuild",
      lib: {
        entry: "contestants/c15t.js",
        formats: ["iife"],
        name: "c15t",
        fileName: () => "c15t.js",
        cssFileName: "c15t",
      },
    },
  });
}
