import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Another live process holds the embedded database. */
export class FolderInUse extends Error {
  constructor(folder: string, pid: string) {
    super(
      `the embedded database in ${folder} is in use by process ${pid}: stop it, or set DATABASE_URL to a PostgreSQL server`,
    );
    this.name = "FolderInUse";
  }
}

/**
 * Takes a folder for this process: a file with its pid and start time. A lock left by a killed process is taken over.
 * Answers the function that gives the folder back. Throws `FolderInUse`.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "candor.lock");
  for (let attempt = 0; attempt < 2; attempt++) {
    if (tryLock(file))
      return () => {
        rmSync(file, { force: true });
      };
    const found = readFileSync(file, "utf8");
    const [pid = "", started] = found.split(" ");
    if (isAlive(Number(pid)) && startTime(Number(pid)) === started) throw new FolderInUse(folder, pid);
    if (!removeStale(file, found)) throw new FolderInUse(folder, "?");
  }
  throw new FolderInUse(folder, "?");
}

/** Takes a stale lock away by its name; false when another process has put its own there meanwhile. */
function removeStale(file: string, found: string): boolean {
  const aside = `${file}.${String(process.pid)}`;
  renameSync(file, aside);
  const isStale = readFileSync(aside, "utf8") === found;
  if (isStale) rmSync(aside);
  else renameSync(aside, file);
  return isStale;
}

function tryLock(file: string): boolean {
  try {
    const handle = openSync(file, "wx", 0o600);
    writeSync(handle, `${String(process.pid)} ${startTime(process.pid)}`);
    closeSync(handle);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

// pids are used again: on Linux the start time tells two processes of one pid apart; elsewhere the pid must do
function startTime(pid: number): string {
  try {
    return (
      readFileSync(`/proc/${String(pid)}/stat`, "utf8")
        .split(") ")
        .pop()
        ?.split(" ")[19] ?? "0"
    );
  } catch {
    return "0";
  }
}
