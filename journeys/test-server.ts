import { execFile, spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { END_WITH_PARENT, endOf } from "../scripts/child.mjs";
import type { Database } from "./test-database.ts";
import { until } from "./test-until.ts";

const run = promisify(execFile);
const PROGRAM = resolve("build/server/index.js");
/** Every setting by its name, as `npm start` reads it. */
export type Environment = Record<string, string>;

/** Secrets of the app, newest first: the older one is still in force. */
export const SECRETS = ["journey-secret-newest", "journey-secret-older"] as const;

/** Settings of a server that starts; DATABASE_URL is left to the journey. */
export function completeSettings(): Environment {
  return {
    SHOPIFY_API_KEY: "journey-key",
    SHOPIFY_API_SECRET: SECRETS.join(","),
    SHOPIFY_APP_URL: "https://candor.example.com",
    SCOPES: "read_customers,read_orders",
    CANDOR_MASTER_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    CANDOR_LOG_LEVEL: "warn",
    PORT: "0",
  };
}

/** What a program needs of this machine, and nothing that the tests' own environment says. */
function inherited(): NodeJS.ProcessEnv {
  const { PATH = "", HOME = "", TMPDIR = "/tmp" } = process.env;
  return { NODE_ENV: "production", PATH, HOME, TMPDIR };
}

/** The built server in processes of its own. */
export interface Server {
  /** Leads nowhere for a worker. */
  url: string;
  settings: Environment;
  /** All its processes, those that it started included. Empty where the system doesn't say. */
  processes: () => number[];
  /** The operator's command line, beside the running server: the answer to `ops … --json`. */
  ops: <T>(...words: string[]) => Promise<T>;
  /** `kill -9` for all its processes at the same moment. */
  kill: () => Promise<void>;
  stop: () => Promise<void>;
  /** All that it wrote so far. */
  output: () => string;
}

/** A folder for a server's data, and the way to remove it. */
export function dataFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "candor-journey-"));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

interface Extras {
  /** Modules that Node loads first, by path from the project. */
  preloads?: readonly string[];
}

/** Starts the built server and waits until it listens. Throws with what it wrote when it doesn't. */
export async function startServer(settings: Environment, { preloads = [] }: Extras = {}): Promise<Server> {
  if (!existsSync(PROGRAM)) throw new Error("The journeys need the built server: npm run build");
  const imports = [END_WITH_PARENT, ...preloads.map((path) => pathToFileURL(resolve(path)).href)];
  const child = spawn(process.execPath, [...imports.flatMap((module) => ["--import", module]), PROGRAM], {
    env: { ...settings, ...inherited() },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: true, // a process group of its own, which can be killed as a whole
  });
  const ended = endOf(child);
  let written = "";
  const keep = (chunk: Buffer) => (written += chunk.toString("utf8"));
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  const port = await until("the server listens", () => portIn(written, child), { within: 90_000, every: 50 });
  return {
    url: `http://127.0.0.1:${port}`,
    settings,
    processes: () => descendants(child.pid),
    ops: (...words) => askOps(settings, words),
    kill: async () => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      await ended;
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
    output: () => written,
  };
}

function portIn(written: string, child: ChildProcess): string | undefined {
  if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The server ended:\n${written}`);
  const listening = /listening (?:on port (\d+)|for jobs)/.exec(written);
  return listening ? (listening[1] ?? "0") : undefined;
}

async function askOps<T>(settings: Environment, words: readonly string[]): Promise<T> {
  const { stdout } = await run(process.execPath, [PROGRAM, "ops", ...words, "--json"], {
    env: { ...settings, ...inherited() },
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as T;
}

function descendants(pid: number | undefined): number[] {
  const list = `/proc/${String(pid)}/task/${String(pid)}/children`;
  if (pid === undefined || !existsSync(list)) return [];
  const children = readFileSync(list, "utf8").trim().split(" ").filter(Boolean).map(Number);
  return [pid, ...children.flatMap(descendants)];
}

/** Settings of a server on this database, with its data in this folder. */
export function settingsFor(database: Database, folder: string, other: Environment = {}): Environment {
  return { ...completeSettings(), DATABASE_URL: database.url, CANDOR_DATA_DIR: folder, ...other };
}

/** Runs the built server as a program that is expected to end; answers its exit code and what it wrote. */
export async function runServer(settings: Environment): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [PROGRAM], { env: { ...settings, ...inherited() } });
  const written = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (written.stdout += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (written.stderr += chunk.toString("utf8")));
  return { code: await endOf(child), ...written };
}
