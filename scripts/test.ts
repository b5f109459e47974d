/** `npm test`: everything, or with arguments what vitest makes of them. */
import { mkdtempSync, existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild, ensureClient, ensureStorefront } from "./build.ts";
import { runToEnd } from "./child.mjs";
import { ensureChromium, HOW_TO_GET_CHROMIUM } from "./chromium.ts";
import { startPostgres, type TestServer } from "./postgres.ts";
import type { Summary } from "./vitest-summary.ts";

const ONLY_EMBEDDED =
  "No PostgreSQL on this machine: the database tests run on the embedded database only (Debian: apt-get install postgresql).\n";

export default async function test(args: readonly string[]): Promise<number> {
  await ensureClient();
  await ensureStorefront();
  if (mayMeetJourneys(args)) {
    const chromium = await ensureChromium();
    if (chromium === undefined) {
      process.stderr.write(`${HOW_TO_GET_CHROMIUM}\n`);
      return 1;
    }
    process.env["CHROMIUM_PATH"] = chromium;
    await ensureBuild();
  }
  const server = await postgres();
  try {
    return await runVitest(args);
  } finally {
    await server?.stop();
  }
}

/** With arguments a person looks at one thing; only the whole run and the journeys need the built app and a browser. */
function mayMeetJourneys(args: readonly string[]): boolean {
  return args.length === 0 || args.some((arg) => arg.includes("journeys"));
}

async function postgres(): Promise<TestServer | undefined> {
  if (process.env["CANDOR_TEST_DATABASE_URL"]) return undefined;
  const server = await startPostgres();
  if (server) process.env["CANDOR_TEST_DATABASE_URL"] = server.url;
  else process.stderr.write(ONLY_EMBEDDED);
  return server;
}

/** Prints the totals as its last line, so that a reader or a program finds them there. */
async function runVitest(args: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "candor-summary-"));
  const file = join(folder, "summary.json");
  process.env["CANDOR_TEST_SUMMARY"] = file;
  process.env["NODE_ENV"] = "test";
  const code = await runToEnd(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...args]);
  const summary = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Summary) : undefined;
  rmSync(folder, { recursive: true, force: true });
  if (summary) process.stdout.write(`${summary.passed} passed, ${summary.failed} failed\n`);
  return code === 0 && summary?.failed !== 0 ? 1 : code;
}
