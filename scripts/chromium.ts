import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { runTool } from "./child.mjs";
import { findProgram } from "./find-program.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The path of a Chromium for the journeys: the one that CHROMIUM_PATH names, the machine's own, Playwright's download,
 * or Debian's package; the last two are installed when need be. Undefined when none of them worked.
 */
export async function ensureChromium(): Promise<string | undefined> {
  const named = process.env["CHROMIUM_PATH"];
  if (named) return existsSync(named) ? named : undefined;
  return findProgram(NAMES) ?? downloaded() ?? (await download()) ?? (await installPackage());
}

/** What to tell someone whose machine has no Chromium and cannot get one. */
export const HOW_TO_GET_CHROMIUM =
  "The journeys need Chromium. Install it (Debian: apt-get install chromium), or name one in CHROMIUM_PATH.";

function downloaded(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

async function download(): Promise<string | undefined> {
  process.stderr.write("Downloading Chromium …\n");
  await runTool(process.execPath, ["node_modules/playwright-core/cli.js", "install", "chromium"]);
  return downloaded();
}

async function installPackage(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || findProgram(["apt-get"]) === undefined) return undefined;
  process.stderr.write("Installing Debian's chromium …\n");
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runTool("apt-get", ["update", "-q"], environment);
  await runTool("apt-get", ["install", "-qy", "--no-install-recommends", "chromium"], environment);
  return findProgram(NAMES);
}
