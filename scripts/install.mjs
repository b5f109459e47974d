// @ts-check
/** Installs the packages of package-lock.json when node_modules is not what it says. */
import { existsSync, lstatSync, readFileSync } from "node:fs";
import { runTool } from "./child.mjs";
import { withLock } from "./lock.mjs";

/** The only packages whose install scripts run: they fetch or check a binary. */
const WITH_SCRIPTS = ["node", "esbuild"];
const NODE_BINARY = `node_modules/node/bin/node${process.platform === "win32" ? ".exe" : ""}`;

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean, link?: boolean }} Locked
 * @param {string} file
 * @returns {Record<string, Locked>}
 */
function readPackages(file) {
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}

/**
 * Whether npm's own record of node_modules, which it writes last, holds every locked package in its locked version.
 * @param {{ development: boolean }} needs
 */
export function isInstalled({ development }) {
  if (!existsSync("package-lock.json")) return existsSync("node_modules/.package-lock.json");
  const installed = readPackages("node_modules/.package-lock.json");
  return Object.entries(readPackages("package-lock.json")).every(([path, locked]) => {
    if (path === "" || locked.optional === true) return true;
    if (!development && (locked.dev === true || locked.devOptional === true)) return true;
    return installed[path]?.version === locked.version;
  });
}

/**
 * Makes node_modules what package-lock.json says; does nothing when it is. Ends the process when that fails.
 * @param {{ development: boolean }} needs without development packages only a built server can run
 */
export async function ensureInstalled(needs) {
  if (isInstalled(needs) && (!needs.development || existsSync(NODE_BINARY))) return;
  if (lstatSync("node_modules", { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error(
      "node_modules is a link to another project's and does not fit this one: remove it and run this again.",
    );
    process.exit(1);
  }
  await withLock("candor-install", async () => {
    if (!isInstalled(needs)) await install(needs.development);
    if (needs.development && !existsSync(NODE_BINARY)) await npm(["rebuild", ...WITH_SCRIPTS]);
  });
}

/** @param {boolean} development */
async function install(development) {
  console.error("Installing packages (a minute or two, once) …");
  // Other packages' scripts stay off on every npm: Prisma's would download engines that Candor does not use.
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", development ? "--include=dev" : "--omit=dev"];
  await npm([existsSync("package-lock.json") ? "ci" : "install", ...quiet]);
}

/** @param {string[]} args */
async function npm(args) {
  const cli = process.env["npm_execpath"];
  const code = cli?.endsWith("npm-cli.js")
    ? await runTool(process.execPath, [cli, ...args])
    : await runTool("npm", args);
  if (code === 0) return;
  console.error(`npm ${args[0]} failed (exit code ${code}); its own message is above.`);
  process.exit(1);
}
