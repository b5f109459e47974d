/**
 * `npm run bench:webhooks`: acknowledgement of webhooks on a durable PostgreSQL, Candor with its worker running against
 * two peers that do no work at all, in one run. RATE (per second, 100) and SECONDS (60) can be set.
 */
import { randomBytes } from "node:crypto";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { freePort } from "../../scripts/free-port.ts";
import { applyMigrations } from "../../app/db/migrate.server.ts";
import { startPostgres } from "../../scripts/postgres.ts";

const RATE = process.env["RATE"] ?? "100";
const SECONDS = process.env["SECONDS"] ?? "60";
/** What the acknowledgement may take at the 99th percentile. Milliseconds. */
const BUDGET_MS = 250;
const SECRET = "bench-secret-of-the-app";

interface Result {
  statuses: Record<string, number>;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

const postgres = await startPostgres({ durable: true });
if (!postgres) throw new Error("This measurement needs PostgreSQL's programs (Debian: postgresql).");
const folder = mkdtempSync(join(tmpdir(), "candor-bench-"));
const admin = new pg.Client({ connectionString: postgres.url });
await admin.connect();

const CONTESTANTS = {
  "node:http + HMAC + INSERT": (port: number) => ["bench/webhooks/peer-bare.ts", String(port)],
  "Shopify's template, one Prisma write": (port: number) => ["bench/webhooks/peer-template.ts", String(port)],
  "Candor, worker running": () => ["build/server/index.js"],
};

const results: Record<string, Result> = {};
let work = "";
try {
  for (const [name, command] of Object.entries(CONTESTANTS)) results[name] = await measure(name, command);
} finally {
  await admin.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
report();

async function measure(name: string, command: (port: number) => string[]): Promise<Result> {
  const url = await makeDatabase(`bench_${String(Object.keys(results).length)}`);
  const port = await freePort();
  const server = await start(command(port), url, port);
  const target = `http://127.0.0.1:${String(port)}/webhooks`;
  await load(target, "20", "5");
  const result = await load(target, RATE, SECONDS);
  console.error(`${name}: p50 ${result.p50.toFixed(1)} ms, p99 ${result.p99.toFixed(1)} ms`);
  if (name.startsWith("Candor")) await waitForWork(url);
  server.kill("SIGTERM");
  await once(server, "exit");
  return result;
}

async function makeDatabase(name: string): Promise<string> {
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(postgres?.url ?? "");
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 1 });
  await applyMigrations(pool);
  await pool.end();
  return url.href;
}

async function start(command: string[], databaseUrl: string, port: number): Promise<ChildProcess> {
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    DATABASE_URL: databaseUrl,
    CANDOR_DATA_DIR: folder,
    CANDOR_MASTER_KEYS: `bench:${randomBytes(32).toString("base64")}`,
    SHOPIFY_API_KEY: "bench",
    SHOPIFY_API_SECRET: SECRET,
    SHOPIFY_APP_URL: "https://bench.test",
    SCOPES: "read_customers",
    PORT: String(port),
  };
  const server = spawn(process.execPath, command, { env, stdio: ["ignore", "pipe", "inherit"] });
  for await (const chunk of server.stdout) if (String(chunk).includes("listening")) break;
  server.stdout.resume();
  return server;
}

async function load(target: string, rate: string, seconds: string): Promise<Result> {
  const child = spawn(process.execPath, ["bench/webhooks/load.ts", target, SECRET, rate, seconds], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  for await (const chunk of child.stdout) text += String(chunk);
  return JSON.parse(text) as Result;
}

/** Until every delivery is carried out and every request closed; that is part of the promise. */
async function waitForWork(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const began = performance.now();
  const sql = `SELECT (SELECT count(*)::int FROM "Delivery" WHERE "status" = 'queued') AS deliveries,
    (SELECT count(*)::int FROM "PrivacyRequest" WHERE "status" = 'open') AS requests,
    (SELECT count(*)::int FROM "PrivacyRequest") AS total,
    (SELECT count(*)::int FROM "JobProblem") AS problems`;
  for (let left = 1; left > 0;) {
    const { rows } = await client.query<Record<"deliveries" | "requests" | "total" | "problems", number>>(sql);
    const now = rows[0] ?? { deliveries: 0, requests: 0, total: 0, problems: 0 };
    left = now.deliveries + now.requests;
    if (left > 0 && performance.now() - began > 15 * 60_000) throw new Error(`${String(left)} are still not done`);
    if (left > 0) await sleep(500);
    else
      work = `${String(now.total)} requests done ${((performance.now() - began) / 1000).toFixed(1)} s after the last delivery, ${String(now.problems)} failed`;
  }
  await client.end();
}

function report(): void {
  const bound = Object.values(results)[0]?.p99 ?? 1;
  console.log(
    `\n${RATE} deliveries/s for ${SECONDS} s, durable PostgreSQL; milliseconds from the moment each was due\n`,
  );
  console.log("| | p50 | p95 | p99 | max | p99 ÷ bound | answers |\n|---|---|---|---|---|---|---|");
  for (const [name, { p50, p95, p99, max, statuses }] of Object.entries(results)) {
    const cells = [p50, p95, p99, max].map((ms) => ms.toFixed(1));
    console.log(`| ${[name, ...cells, (p99 / bound).toFixed(1), JSON.stringify(statuses)].join(" | ")} |`);
  }
  console.log(`\nCandor: ${work}`);
  const candor = results["Candor, worker running"];
  if (!candor || candor.p99 > BUDGET_MS) {
    console.log(`The budget of ${String(BUDGET_MS)} ms at p99 is broken.`);
    process.exitCode = 1;
  }
}
