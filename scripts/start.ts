/** `npm start`: the built server, in this very process, so that signals and the exit code are its own. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { canBuild, ensureBuild } from "./build.ts";

const ENTRY = "build/server/index.js";

/** Builds what is stale where it can, reads `.env` where there is one, and runs the built server with the arguments. */
export async function startServer(args: readonly string[]): Promise<void> {
  if (canBuild()) await ensureBuild();
  if (!existsSync(ENTRY)) throw new Error(`${ENTRY} is missing: run "npm run build" where development packages are.`);
  process.env["NODE_ENV"] = "production";
  if (existsSync(".env")) process.loadEnvFile(".env");
  process.setSourceMapsEnabled(true);
  const entry = resolve(ENTRY);
  process.argv = [process.execPath, entry, ...args];
  await import(pathToFileURL(entry).href);
}

export default async function start(args: readonly string[]): Promise<undefined> {
  await startServer(args);
}
