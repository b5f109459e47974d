import type { ServerBuild } from "@remix-run/node";
import { SettingsMissing, settings } from "./env.server.ts";
import { log } from "./log.server.ts";
import { answerOps, runOps } from "./ops/run-ops.server.ts";
import { portOf, serve, stopServing } from "./serve.server.ts";
import { closeStores, start } from "./start.server.ts";

/** The program: `index.js` serves, `index.js ops …` is the operator's command line. */
async function main(): Promise<void> {
  const [command, ...args] = process.argv.slice(2);
  if (command === "ops") {
    process.exitCode = await runOps(args);
    return;
  }
  const { role, port } = settings();
  await start();
  const server = role === "worker" ? undefined : await serve((await import("virtual:remix/server-build")) as ServerBuild);
  const ops = await answerOps();
  process.stdout.write(`candor ${role}: ${server ? `listening on port ${String(portOf(server) || port)}` : "listening for jobs"}\n`);
  const stop = async () => {
    if (server) await stopServing(server);
    await ops.close();
    await closeStores();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
}

main().catch((error: unknown) => {
  if (error instanceof SettingsMissing) process.stderr.write(`${error.message}\n`);
  else {
    const text = error instanceof Error ? error.message : String(error);
    process.stderr.write(`Candor cannot start: ${text}\n`);
    tryLog(error);
  }
  process.exit(1);
});

function tryLog(error: unknown): void {
  try {
    log().fatal({ stack: error instanceof Error ? error.stack : undefined }, "start-up failed");
  } catch {
    // no settings, no log: the sentence above is all there is
  }
}
