import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setPriority } from "node:os";
import { log } from "./log.server.ts";

/** A worker that dies is replaced after this long. Milliseconds. */
const RESTART_MS = 1_000;
/** The work may wait, an acknowledgement may not: the worker runs at a lower priority (nice). */
const NICENESS = 5;

/**
 * The worker streams: what it holds at a time is small, but V8 lets garbage pile up to gigabytes on a large machine.
 * Megabytes; a worker that exceeds them is replaced, and its jobs go on where they were.
 */
const MEMORY = ["--max-semi-space-size=8", "--max-old-space-size=512"];

/** A worker in a process of its own. */
export interface WorkerProcess {
  close: () => Promise<void>;
}

/**
 * Starts this program again as a worker, so that packing and erasing never delay an acknowledgement. It ends with this
 * process, however this one ends, and is replaced when it dies by itself.
 */
export function startWorkerProcess(program: string): WorkerProcess {
  let isClosing = false;
  let child = begin();

  function begin(): ChildProcess {
    const started = fork(program, ["work"], { execArgv: [...process.execArgv, ...MEMORY] });
    if (started.pid !== undefined) lowerPriority(started.pid);
    started.once("exit", (code) => {
      if (isClosing) return;
      log().error({ code }, "the worker process ended and is started again");
      setTimeout(() => {
        if (!isClosing) child = begin();
      }, RESTART_MS);
    });
    return started;
  }

  return {
    close: async () => {
      isClosing = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, NICENESS);
  } catch {
    // not allowed here: it works at the ordinary priority
  }
}
