import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { END_WITH_PARENT, endOf } from "../child.mjs";
import { DEMO_FOLDER } from "./settings.ts";

/** What the app wrote, for whoever wonders. */
export const LOG_FILE = join(DEMO_FOLDER, "app.log");

/** The built server under the stand-in's preload. */
export interface RunningApp {
  /** Resolves with the exit code, whoever ended it. */
  ended: Promise<number>;
  /** Asks it to end, and waits. */
  stop: () => Promise<void>;
}

/** Starts the built server with these settings and waits until it listens. Throws with its last words when it ends. */
export async function runApp(settings: Record<string, string>): Promise<RunningApp> {
  const preload = pathToFileURL(resolve("standin/preload.ts")).href;
  const program = ["--enable-source-maps", "--import", END_WITH_PARENT, "--import", preload, "build/server/index.js"];
  const child = spawn(process.execPath, program, {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // Ctrl-C in a terminal is for the demo, which ends the app before the stand-in
    detached: true,
  });
  const ended = endOf(child);
  const log = createWriteStream(LOG_FILE);
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  if (!(await listens(child, ended))) throw new Error(`The app did not start.\n${lastWords()}`);
  return {
    ended,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function listens(child: ChildProcess, ended: Promise<number>): Promise<boolean> {
  const said = new Promise<boolean>((resolve) => {
    let text = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      text = (text + chunk.toString("utf8")).slice(-4096);
      if (text.includes("listening")) resolve(true);
    });
  });
  return Promise.race([said, ended.then(() => false)]);
}

/** The end of the app's log. */
export function lastWords(): string {
  return readFileSync(LOG_FILE, "utf8").trim().split("\n").slice(-10).join("\n");
}
