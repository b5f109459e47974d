import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { SettingsMissing, settings, useSettings, type Settings } from "./env.server.ts";
import { log } from "./log.server.ts";
import { answerOps, runOps } from "./ops/run-ops.server.ts";
import { portOf, serve, stopServing } from "./serve.server.ts";
import { closeStores, start } from "./start.server.ts";
import { startWorkerProcess } from "./worker-process.server.ts";

/** The program: `index.js` serves and works, `index.js ops …` is the operator's command line. */
async function main(): Promise<void> {
  const [command, ...args] = process.argv.slice(2);
  if (command === "ops") process.exitCode = await runOps(args);
  else if (command === "work") await work();
  else await serveAndWork();
}

/** The worker of a server that runs both roles; ends with it. */
async function work(): Promise<void> {
  useSettings({ ...settings(), role: "worker", migrate: false });
  await start();
  const stop = once(async () => {
    await closeStores();
    process.exit(0);
  });
  process.once("disconnect", stop);
  process.once("SIGTERM", stop);
  // Ctrl-C reaches both: the server says when
  process.on("SIGINT", () => undefined);
}

async function serveAndWork(): Promise<void> {
  const { role, port } = settings();
  const hasWorkerProcess = role === "all" && isOnServer(settings());
  if (hasWorkerProcess) useSettings({ ...settings(), role: "web" });
  await start();
  const worker = hasWorkerProcess ? startWorkerProcess(fileURLToPath(import.meta.url)) : undefined;
  const server =
    role === "worker" ? undefined : await serve((await import("virtual:remix/server-build")) as ServerBuild);
  const ops = await answerOps();
  const place = server ? `listening on port ${String(portOf(server) || port)}` : "listening for jobs";
  process.stdout.write(`candor ${role}: ${place}\n`);
  const stop = once(async () => {
    if (server) await stopServing(server);
    await ops.close();
    await worker?.close();
    await closeStores();
    process.exit(0);
  });
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

/** On the embedded database only one process can hold it, so that one does everything. */
function isOnServer({ databaseUrl }: Settings): boolean {
  return databaseUrl.startsWith("postgres");
}

function once(run: () => Promise<void>): () => void {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run().catch(fail);
  };
}

function fail(error: unknown): void {
  if (error instanceof SettingsMissing) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`Candor cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  if (!(error instanceof SettingsMissing)) logFrames(error);
  process.exit(1);
}

function logFrames(error: unknown): void {
  try {
    const frames = error instanceof Error ? error.stack?.split("\n").filter((line) => line.startsWith("    at ")) : [];
    log().fatal({ frames }, "start-up failed");
  } catch {
    // no settings, no log: the sentence on standard error is all there is
  }
}

main().catch(fail);
