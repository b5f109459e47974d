import { readFileSync } from "node:fs";

const PAUSE_MS = 100;

/** Memory of processes over time, in bytes. */
export interface Memory {
  /** Ends the watch. Undefined where the system has no /proc to tell. */
  stop: () => { before: number; peak: number } | undefined;
}

/** Watches the resident memory that processes have together, ten times a second. */
export function watchMemory(processes: () => number[]): Memory {
  const before = residentOf(processes());
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentOf(processes()));
  }, PAUSE_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return before === 0 ? undefined : { before, peak };
    },
  };
}

function residentOf(processes: readonly number[]): number {
  return processes.reduce((sum, pid) => sum + resident(pid), 0);
}

function resident(pid: number): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0; // it ended meanwhile
  }
}
