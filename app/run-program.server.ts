import type { ServerBuild } from "@remix-run/node";
import { settings, useSettings, type Settings } from "./env.server.ts";
import { answerOps } from "./ops/answer-ops.server.ts";
import { portOf, serve, stopServing } from "./serve.server.ts";
import { closeStores, start } from "./start.server.ts";
import { startWorkerProcess } from "./worker-process.server.ts";

/** Says why the program ends, and ends it. */
type Fail = (error: unknown) => Promise<void>;

/** The worker of a server that runs both roles; ends with it. */
export async function work(fail: Fail): Promise<void> {
  useSettings({ ...settings(), role: "worker", migrate: false });
  await start();
  const stop = once(fail, async () => {
    await closeStores();
    process.exit(0);
  });
  process.once("disconnect", stop);
  process.once("SIGTERM", stop);
  // Ctrl-C reaches both: the server says when
  process.on("SIGINT", () => undefined);
}

/** Serves, works, or both, as the role says. `program` is the file to start again as the worker. */
export async function serveAndWork(program: string, fail: Fail): Promise<void> {
  const { role, port } = settings();
  const hasWorkerProcess = role === "all" && isOnServer(settings());
  if (hasWorkerProcess) useSettings({ ...settings(), role: "web" });
  await start();
  const worker = hasWorkerProcess ? startWorkerProcess(program) : undefined;
  const server =
    role === "worker" ? undefined : await serve((await import("virtual:remix/server-build")) as ServerBuild);
  const ops = await answerOps();
  const place = server ? `listening on port ${String(portOf(server) || port)}` : "listening for jobs";
  process.stdout.write(`candor ${role}: ${place}\n`);
  const stop = once(fail, async () => {
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

function once(fail: Fail, run: () => Promise<void>): () => void {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run().catch(fail);
  };
}
