import { randomUUID } from "node:crypto";
import { mkdir, rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { settings } from "../env.server.ts";
import type { Finding } from "./result.ts";

const MIB = 1_048_576;
const FREE_WARN_MIB = 1_024;
const FREE_FAIL_MIB = 128;

/** Whether the data folder can be written, and how much room its disk has. */
export async function examineDisk(): Promise<Finding[]> {
  const { dataDir } = settings();
  const check = "data folder";
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const trial = join(dataDir, `.doctor-${randomUUID()}`);
    await writeFile(trial, "", { flag: "wx", mode: 0o600 });
    await rm(trial);
  } catch {
    const todo = "Give Candor's user the right to write there, or set CANDOR_DATA_DIR.";
    return [{ status: "fail", check, what: `${dataDir} cannot be written`, todo }];
  }
  return [{ status: "ok", check, what: `${dataDir} can be written`, todo: null }, await examineRoom(dataDir)];
}

async function examineRoom(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / MIB);
  const status = free < FREE_FAIL_MIB ? "fail" : free < FREE_WARN_MIB ? "warn" : "ok";
  const todo = status === "ok" ? null : "Make room on this disk.";
  return { status, check: "disk", what: `${free} MiB free`, todo };
}
