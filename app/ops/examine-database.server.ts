import { databaseKind, pool } from "../db/database.server.ts";
import { pendingMigrations } from "../db/migrate.server.ts";
import type { Finding } from "./result.ts";

/** Id tokens of Shopify's admin carry times to the second. Milliseconds. */
const SKEW_WARN_MS = 2_000;
const SKEW_FAIL_MS = 30_000;

/** Whether the database answers, which one it is, and how far its clock is from this machine's. */
export async function examineDatabase(): Promise<Finding[]> {
  const asked = Date.now();
  const { rows } = await pool().query<{ version: string }>("SELECT current_setting('server_version') AS version");
  const took = Date.now() - asked;
  const kind = databaseKind() === "embedded" ? "embedded PostgreSQL (for one machine, and for trials)" : "PostgreSQL";
  const what = `${kind} ${rows[0]?.version ?? "?"} answers in ${took} ms`;
  return [{ status: "ok", check: "database", what, todo: null }, await examineClock()];
}

async function examineClock(): Promise<Finding> {
  const before = Date.now();
  const { rows } = await pool().query<{ now: Date }>("SELECT clock_timestamp() AS now");
  const skew = Math.round((rows[0]?.now.getTime() ?? NaN) - (before + Date.now()) / 2);
  const off = Math.abs(skew);
  const status = off > SKEW_FAIL_MS ? "fail" : off > SKEW_WARN_MS ? "warn" : "ok";
  const todo = status === "ok" ? null : "Synchronise the clocks of both machines (NTP).";
  return { status, check: "clock", what: `${off} ms from the database's clock`, todo };
}

/** Which migrations are missing. */
export async function examineMigrations(): Promise<Finding> {
  const pending = await pendingMigrations(pool());
  const check = "migrations";
  if (pending.length === 0) return { status: "ok", check, what: "all applied", todo: null };
  const todo = "Start Candor with CANDOR_MIGRATE=yes, which applies them.";
  return { status: "fail", check, what: `${pending.length} missing: ${pending.join(", ")}`, todo };
}

/** Whether this and the next month have their partitions; rows without one are kept all the same, in the default one. */
export async function examinePartitions(now: Date): Promise<Finding> {
  const months = [0, 1].map((ahead) => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead));
    return month.toISOString().slice(0, 7).replace("-", "_");
  });
  const wanted = ["Delivery", "EvidenceEntry"].flatMap((table) => months.map((month) => `${table}_${month}`));
  const { rows } = await pool().query<{ name: string }>(
    "SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(quote_ident(name)) IS NULL ORDER BY name",
    [wanted],
  );
  const check = "partitions";
  if (rows.length === 0) return { status: "ok", check, what: "there for this and the next month", todo: null };
  const what = `missing: ${rows.map(({ name }) => name).join(", ")}`;
  return { status: "warn", check, what, todo: "Let a worker run: the job database.upkeep makes them every night." };
}
