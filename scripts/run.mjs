// @ts-check
/**
 * The door of every npm script: `node scripts/run.mjs <command> …args`. It runs on any Node from 20 on, in a fresh
 * clone; it installs what is missing, goes on under the project's own Node, and calls `scripts/<command>.ts`.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./install.mjs";
import { needsOwnNode, putOwnNodeFirst, runOnOwnNode } from "./own-node.mjs";

const COMMANDS = ["demo", "test", "start", "build", "check", "ops", "dev", "bench"];

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const [command = "", ...args] = process.argv.slice(2);

if (!COMMANDS.includes(command)) {
  console.error(`Usage: node scripts/run.mjs <${COMMANDS.join("|")}> …`);
  process.exit(2);
}

// A production server installed without development packages has its build already.
const builtElsewhere = (command === "start" || command === "ops") && existsSync("build/server/index.js");
await ensureInstalled({ development: !builtElsewhere });
putOwnNodeFirst();

if (needsOwnNode()) {
  process.exitCode = await runOnOwnNode([fileURLToPath(import.meta.url), command, ...args]);
} else {
  const { default: run } = await import(`./${command}.ts`);
  const code = await run(args);
  if (code !== undefined) process.exitCode = code;
}
