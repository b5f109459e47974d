// @ts-check
import { spawn } from "node:child_process";
import { constants } from "node:os";

/** What a Node program that is started with an `ipc` channel imports first, to end with its parent. */
export const END_WITH_PARENT = new URL("./end-with-parent.mjs", import.meta.url).href;

/**
 * Runs a Node program that ends when this process ends, however that happens, and answers its exit code. Its input and
 * output are ours; signals that reach us are passed on.
 * @param {string} node
 * @param {string[]} args
 */
export function runToEnd(node, args) {
  const child = spawn(node, ["--import", END_WITH_PARENT, ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  // Ctrl-C in a terminal reaches the child without our help.
  const interrupts = process.stdin.isTTY ? () => undefined : () => child.kill("SIGINT");
  process.on("SIGINT", interrupts);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGHUP"));
  return endOf(child);
}

/**
 * Runs a tool and answers its exit code. What it prints goes to standard error, so that a command's own output stays
 * clean.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runTool(command, args, env = process.env) {
  const options = { env, stdio: /** @type {import("node:child_process").StdioOptions} */ (["ignore", 2, 2]) };
  return endOf(spawn(command, args, { ...options, shell: process.platform === "win32" && !command.endsWith(".exe") }));
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>}
 */
export function endOf(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
