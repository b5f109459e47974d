/**
 * `npm run bench:consents`: keeping choices on a durable PostgreSQL, Candor through its signed proxy door with its worker
 * running, beside `@c15t/backend` on the same server, in one run. RATE (per second, 500) and SECONDS (60) can be set.
 */
import { randomBytes } from "node:crypto";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { applyMigrations } from "../../app/db/migrate.server.ts";
import { freePort } from "../../scripts/free-port.ts";
import { startPostgres } from "../../scripts/postgres.ts";

const RATE = process.env["RATE"] ?? "500";
const SECONDS = process.env["SECONDS"] ?? "60";
/** How long each is asked for all that it can do. Seconds. */
const FLAT_OUT = "15";
/** What an answer may take at the 95th percentile. Milliseconds. */
const BUDGET_MS = 150;
const SECRET = "bench-secret-of-the-app";
const HERE = "bench/consents";

interface Result {
  statuses: Record<string, number>;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}
interface Measured {
  steady: Result;
  flatOut: Result;
  note: string;
}

if (!existsSync(`${HERE}/node_modules`)) {
  const [code] = (await once(spawn("npm", ["ci", "--prefix", HERE], { stdio: "inherit" }), "exit")) as [number];
  if (code !== 0) throw new Error("The peer could not be installed.");
}
const postgres = await startPostgres({ durable: true });
if (!postgres) throw new Error("This measurement needs PostgreSQL's programs (Debian: postgresql).");
const folder = mkdtempSync(join(tmpdir(), "candor-bench-"));
const admin = new pg.Client({ connectionString: postgres.url });
await admin.connect();

const loads: string[] = [];
const measured: Record<string, Measured> = {};
try {
  measured["Candor, worker running"] = await measure("candor", () => ["build/server/index.js"]);
  measured["@c15t/backend 2.2.1"] = await measure("c15t", (port) => [`${HERE}/peer-c15t.mjs`, String(port)]);
} finally {
  await admin.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
report();

async function measure(contestant: string, command: (port: number) => string[]): Promise<Measured> {
  const url = await makeDatabase(contestant);
  const port = await freePort();
  const server = await start(command(port), url, port);
  const target = `http://127.0.0.1:${port}`;
  await load(contestant, target, ["50", "5"]);
  loads.push(loadavg()[0]?.toFixed(1) ?? "");
  const steady = await load(contestant, target, [RATE, SECONDS]);
  const flatOut = await load(contestant, target, ["0", FLAT_OUT]);
  console.error(`${contestant}: p95 ${steady.p95.toFixed(1)} ms, flat out ${flatOut.perSecond.toFixed(0)}/s`);
  const note = contestant === "candor" ? await countKept(url) : "";
  server.kill("SIGTERM");
  await once(server, "exit");
  return { steady, flatOut, note };
}

async function makeDatabase(name: string): Promise<string> {
  await admin.query(`CREATE DATABASE bench_${name}`);
  const url = new URL(postgres?.url ?? "");
  url.pathname = `/bench_${name}`;
  if (name === "candor") {
    const pool = new pg.Pool({ connectionString: url.href, max: 1 });
    await applyMigrations(pool);
    await pool.end();
  }
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

async function load(
  contestant: string,
  target: string,
  pace: readonly [rate: string, seconds: string],
): Promise<Result> {
  const child = spawn(process.execPath, [`${HERE}/load.ts`, contestant, target, SECRET, ...pace], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  for await (const chunk of child.stdout) text += String(chunk);
  return JSON.parse(text) as Result;
}

/** Records, numbers and counters must agree: each is raised in the commit of the other. */
async function countKept(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<"records" | "numbers" | "counted" | "sealed" | "linked", number>>(
    `SELECT (SELECT count(*)::int FROM "ConsentRecord") AS records, (SELECT count(*)::int FROM "ConsentSeen") AS numbers,
       (SELECT sum("choices")::int FROM "ConsentCount") AS counted,
       (SELECT count(*)::int FROM "ConsentRecord" WHERE "sealSeq" IS NOT NULL) AS sealed,
       (SELECT count(*)::int FROM "ConsentRecord" WHERE "customerIndex" IS NOT NULL) AS linked`,
  );
  await client.end();
  const { records = 0, numbers = 0, counted = 0, sealed = 0, linked = 0 } = rows[0] ?? {};
  if (records !== numbers || records !== counted) process.exitCode = 1;
  return `${records} records, ${numbers} numbers, ${counted} counted; ${linked} of signed-in customers; ${sealed} sealed by the worker meanwhile`;
}

function report(): void {
  const peer = measured["@c15t/backend 2.2.1"];
  console.log(`\nChoices kept on one durable PostgreSQL; load average before each: ${loads.join(", ")}\n`);
  console.log(
    `| | ${RATE}/s for ${SECONDS} s: p50 | p95 | p99 | max (ms) | answers | flat out, 64 connections | p95 |`,
  );
  console.log("|---|---|---|---|---|---|---|---|");
  for (const [name, { steady, flatOut }] of Object.entries(measured)) {
    const cells = [steady.p50, steady.p95, steady.p99, steady.max].map((ms) => ms.toFixed(1));
    const flat = [`${flatOut.perSecond.toFixed(0)}/s`, `${flatOut.p95.toFixed(1)} ms`];
    console.log(`| ${[name, ...cells, JSON.stringify(steady.statuses), ...flat].join(" | ")} |`);
  }
  const candor = measured["Candor, worker running"];
  if (!candor || !peer) return;
  const ratio = (candor.flatOut.perSecond / peer.flatOut.perSecond).toFixed(1);
  console.log(`\nCandor ÷ peer: p95 ${(candor.steady.p95 / peer.steady.p95).toFixed(4)}, flat out ${ratio} ×`);
  console.log(`Candor: ${candor.note}`);
  const isSteady = candor.steady.p95 < BUDGET_MS && Object.keys(candor.steady.statuses).join() === "204";
  if (isSteady) return;
  console.log(`The budget of ${BUDGET_MS} ms at p95 with nothing refused is broken.`);
  process.exitCode = 1;
}
