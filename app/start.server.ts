import { keepTexts } from "./consent/keep-texts.server.ts";
import { keepSightings } from "./consent/keep-sightings.server.ts";
import { closeDatabase, isDatabaseOpen, openDatabase, pool } from "./db/database.server.ts";
import { keepPartitions } from "./db/keep-house.server.ts";
import { applyMigrations, pendingMigrations } from "./db/migrate.server.ts";
import { settings } from "./env.server.ts";
import { recordInstalled } from "./installation/record-installation.server.ts";
import { PlainProblem } from "./jobs/cause.ts";
import { closeQueue, openQueue } from "./jobs/queue.server.ts";
import { runJobs } from "./jobs/run-jobs.server.ts";
import { log } from "./log.server.ts";
import { whenInstalled } from "./shopify/app.server.ts";
import { checkKeyStore } from "./vault/check-key-store.server.ts";
import { closeKeyStore, openKeyStore } from "./vault/key-store.server.ts";
import { JOB_HANDLERS } from "./worker.server.ts";

/**
 * Opens everything that keeps something: the database (migrated, unless the settings say no), the key store and the
 * queue. `works`: this process also looks after the queue. Throws `PlainProblem` when it must not migrate and the
 * database is not what this version needs.
 */
export async function openStores(works: boolean): Promise<void> {
  const { databaseUrl, databasePoolSize, migrate } = settings();
  await openDatabase(databaseUrl, databasePoolSize === undefined ? {} : { size: databasePoolSize });
  if (migrate) {
    const applied = await applyMigrations(pool());
    if (applied.length > 0) log().info({ applied }, "migrated");
    await keepPartitions();
  } else await refuseOldSchema();
  await openKeyStore();
  const match = await checkKeyStore();
  if (match === "another") log().error("the key store does not belong to this database: sealed data can't be read");
  await openQueue(works, works || migrate);
  whenInstalled((shop, facts) => recordInstalled(shop, facts, new Date()));
}

async function refuseOldSchema(): Promise<void> {
  const pending = await pendingMigrations(pool());
  if (pending.length === 0) return;
  const which = `${String(pending.length)} of Candor's migrations (the first is ${pending[0] ?? ""})`;
  throw new PlainProblem(`The database lacks ${which}. Start one process with CANDOR_MIGRATE=yes, which applies them.`);
}

/** Closes what `openStores` opened; running jobs get `ms` milliseconds to end. */
export async function closeStores(ms?: number): Promise<void> {
  await closeQueue(ms);
  if (isDatabaseOpen()) await keepSightings();
  await closeKeyStore();
  await closeDatabase();
}

let started: Promise<void> | undefined;

/** Opens the stores and starts taking jobs, as the settings' role says. Only the first call does anything. */
export function start(): Promise<void> {
  return (started ??= begin());
}

async function begin(): Promise<void> {
  if (isDatabaseOpen()) return; // a development server that reloaded this module
  const works = settings().role !== "web";
  await openStores(works);
  if (!works) return;
  await keepTexts(new Date());
  await runJobs(JOB_HANDLERS);
}
