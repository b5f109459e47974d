/** A throw-away PostgreSQL server for tests. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chownSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { endOf } from "./child.mjs";
import { findProgram } from "./find-program.ts";
import { freePort } from "./free-port.ts";

/** A server that runs; `stop` ends it and removes its files. */
export interface TestServer {
  url: string;
  stop: () => Promise<void>;
}

interface Account {
  uid: number;
  gid: number;
}

/** Fast and careless: nothing in it outlives the tests. */
const CARELESS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
const START_WITHIN_MS = 30_000;

/**
 * Starts a server on a free loopback port when PostgreSQL's programs are on this machine; undefined when not. A
 * `durable` one writes as a production server does, for measurements.
 */
export async function startPostgres({ durable = false } = {}): Promise<TestServer | undefined> {
  const folders = globSync("/usr/lib/postgresql/*/bin").sort().reverse();
  const initdb = findProgram(["initdb"], folders);
  const postgres = findProgram(["postgres"], folders);
  if (initdb === undefined || postgres === undefined) return undefined;

  const folder = mkdtempSync(join(tmpdir(), "candor-postgres-"));
  const account = unprivileged();
  if (account) chownSync(folder, account.uid, account.gid);
  const data = join(folder, "data");
  // programs may not be able to read the checkout as the other account: they run where they can
  const options = { ...account, cwd: folder, stdio: "ignore" as const };
  execFileSync(initdb, ["-D", data, "-U", "candor", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], options);

  const port = await freePort();
  const settings = [
    ...(durable ? [] : CARELESS),
    "max_connections=100",
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    `unix_socket_directories=${folder}`,
  ];
  const server = spawn(postgres, ["-D", data, ...settings.flatMap((setting) => ["-c", setting])], options);
  const url = `postgres://candor@127.0.0.1:${port}/postgres`;
  const kill = () => server.kill("SIGQUIT");
  process.once("exit", kill);
  const stop = async () => {
    await stopServer(server);
    process.off("exit", kill);
    rmSync(folder, { recursive: true, force: true });
  };
  if (await answers(url, server)) return { url, stop };
  await stop();
  throw new Error("PostgreSQL's programs are here, but its server did not start.");
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string, name: string) =>
    Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }).toString());
  try {
    return { uid: id("-u", "postgres"), gid: id("-g", "postgres") };
  } catch {
    return { uid: id("-u", "nobody"), gid: id("-g", "nobody") };
  }
}

async function answers(url: string, server: ChildProcess): Promise<boolean> {
  const giveUp = Date.now() + START_WITHIN_MS;
  while (Date.now() < giveUp && server.exitCode === null) {
    if (await acceptsConnections(url)) return true;
    await sleep(50);
  }
  return false;
}

/** An open port is not enough: a server that is still starting up refuses with an error of its own. */
async function acceptsConnections(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** "Immediate shutdown": the files go away anyway. */
async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = endOf(server);
  server.kill("SIGQUIT");
  await ended;
}
