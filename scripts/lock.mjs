// @ts-check
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Runs `work` while no other process on this machine runs work of the same name for this checkout. A lock whose holder
 * is dead is taken over.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const checkout = createHash("sha256").update(process.cwd()).digest("hex").slice(0, 16);
  const folder = join(tmpdir(), `${name}-${checkout}`);
  const release = () => rmSync(folder, { recursive: true, force: true });
  while (!take(folder)) {
    if (isAbandoned(folder)) release();
    else await sleep(500);
  }
  process.once("exit", release);
  try {
    return await work();
  } finally {
    release();
    process.off("exit", release);
  }
}

/** @param {string} folder */
function take(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
  writeFileSync(join(folder, "pid"), String(process.pid));
  return true;
}

/** @param {string} folder */
function isAbandoned(folder) {
  try {
    process.kill(Number(readFileSync(join(folder, "pid"), "utf8")), 0);
    return false;
  } catch (error) {
    // no such process; when the file is missing its writer is between two steps
    return /** @type {NodeJS.ErrnoException} */ (error).code === "ESRCH";
  }
}
