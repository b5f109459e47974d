import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { DEMO_SHOP } from "../../standin/world.ts";

const run = promisify(execFile);
const PATIENCE_MS = 180_000;
const PAUSE_MS = 1_000;

/** The app that is asked, by its settings; `signal` ends the waiting. */
export interface Asked {
  settings: Record<string, string>;
  signal: AbortSignal;
}

/** Waits until the running app has no delivery queued and no request open; says so and goes on when that takes long. */
export async function untilCarriedOut(app: Asked): Promise<void> {
  const giveUp = Date.now() + PATIENCE_MS;
  while (Date.now() < giveUp) {
    const queued = await ask(app, "deliveries", "list", "--all", "--status", "queued");
    const open = await ask(app, "requests", "list", "--shop", DEMO_SHOP, "--status", "open");
    if (queued + open === 0) return;
    await sleep(PAUSE_MS, undefined, { signal: app.signal });
  }
  process.stderr.write("Some requests are still being carried out; the dashboard shows how far they are.\n");
}

/** How many rows a command of the operator's command line lists. */
async function ask(app: Asked, ...command: string[]): Promise<number> {
  return (await listed(app, ...command)).length;
}

/** What a command of the operator's command line lists. */
export async function listed({ settings, signal }: Asked, ...command: string[]): Promise<Record<string, unknown>[]> {
  const options = { env: { ...process.env, ...settings }, signal };
  const { stdout } = await run(process.execPath, ["build/server/index.js", "ops", ...command, "--json"], options);
  return JSON.parse(stdout) as Record<string, unknown>[];
}
