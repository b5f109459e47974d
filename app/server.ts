import { fileURLToPath } from "node:url";
import { SettingsMissing } from "./env.server.ts";
import { PlainProblem } from "./jobs/cause.ts";

/**
 * The program: `index.js` serves and works, `index.js ops …` is the operator's command line. Each loads what it needs:
 * a command line should answer at once.
 */
async function main(): Promise<void> {
  const [command, ...args] = process.argv.slice(2);
  if (command === "ops") process.exitCode = await (await import("./ops/run-ops.server.ts")).runOps(args);
  else if (command === "work") await (await import("./run-program.server.ts")).work(fail);
  else await (await import("./run-program.server.ts")).serveAndWork(fileURLToPath(import.meta.url), fail);
}

async function fail(error: unknown): Promise<void> {
  if (error instanceof SettingsMissing) process.stderr.write(`${error.message}\n`);
  else {
    process.stderr.write(`Candor cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
    if (!(error instanceof PlainProblem)) await logFrames(error);
  }
  process.exit(1);
}

async function logFrames(error: unknown): Promise<void> {
  try {
    const { log } = await import("./log.server.ts");
    const frames = error instanceof Error ? error.stack?.split("\n").filter((line) => line.startsWith("    at ")) : [];
    log().fatal({ frames }, "start-up failed");
  } catch {
    // no settings, no log: the sentence on standard error is all there is
  }
}

main().catch(fail);
