// @ts-check
/** The project's own Node, from the development package `node`, for machines whose Node is older. */
import { existsSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { runToEnd } from "./child.mjs";

const OWN_NODE = resolve("node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");

/** The first version that runs TypeScript files as they are. */
const NEEDED = [22, 18];

/** Whether this process is too old. Ends it with a message when it is and the project's own Node is not installed. */
export function needsOwnNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [neededMajor = 0, neededMinor = 0] = NEEDED;
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return false;
  if (existsSync(OWN_NODE)) return true;
  console.error(`Candor needs Node ${NEEDED.join(".")} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Lets child processes find the project's own tools, its Node among them, before the machine's. */
export function putOwnNodeFirst() {
  const bin = resolve("node_modules/.bin");
  const path = process.env["PATH"] ?? "";
  if (path.split(delimiter)[0] !== bin) process.env["PATH"] = `${bin}${delimiter}${path}`;
}

/**
 * Runs the project's own Node with the arguments and answers its exit code.
 * @param {string[]} args
 */
export function runOnOwnNode(args) {
  return runToEnd(OWN_NODE, args);
}
