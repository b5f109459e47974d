import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";

/** The advisory lock that Prisma's own engine takes, so that both can be mixed on one database. */
const PRISMA_LOCK = 72707369;

const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

interface Applied {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/** The migrations of a folder, oldest first, each with its SQL and the SHA-256 that Prisma keeps of it. */
export function listMigrations(folder: string): { name: string; sql: string; checksum: string }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * Applies `folder`'s migrations that are not applied yet, in Prisma's own bookkeeping table and under its lock, without
 * Prisma's binary; several processes may call it at once. Answers the names applied now. Throws when a migration was
 * edited after it was applied, or failed earlier.
 */
export async function applyMigrations(pool: pg.Pool, folder = "prisma/migrations"): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    try {
      return await applyMissing(client, folder);
    } finally {
      await client.query("SELECT pg_advisory_unlock($1)", [PRISMA_LOCK]);
    }
  } finally {
    client.release();
  }
}

/** Names of the folder's migrations that the database lacks. */
export async function pendingMigrations(pool: pg.Pool, folder = "prisma/migrations"): Promise<string[]> {
  const { rows } = await pool.query<{ there: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
  );
  const applied = rows[0]?.there ? await readApplied(pool) : new Map<string, Applied>();
  return listMigrations(folder)
    .map(({ name }) => name)
    .filter((name) => !applied.get(name)?.finished_at);
}

async function readApplied(client: pg.Pool | pg.PoolClient): Promise<Map<string, Applied>> {
  const { rows } = await client.query<Applied>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  return new Map(rows.map((row) => [row.migration_name, row]));
}

async function applyMissing(client: pg.PoolClient, folder: string): Promise<string[]> {
  await client.query(BOOKKEEPING);
  const applied = await readApplied(client);
  const done: string[] = [];
  for (const { name, sql, checksum } of listMigrations(folder)) {
    const row = applied.get(name);
    if (row && !row.finished_at)
      throw new Error(`migration ${name} failed earlier: repair it, then run "prisma migrate resolve"`);
    if (row && row.checksum !== checksum) throw new Error(`migration ${name} was edited after it was applied`);
    if (row) continue;
    await applyOne(client, name, sql, checksum);
    done.push(name);
  }
  return done;
}

async function applyOne(client: pg.PoolClient, name: string, sql: string, checksum: string): Promise<void> {
  const id = randomUUID();
  const started = "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)";
  await client.query(started, [id, checksum, name]);
  try {
    await client.query(sql); // one message of the simple protocol: the server runs it as one transaction
  } catch (error) {
    await client.query("UPDATE _prisma_migrations SET logs = $2 WHERE id = $1", [id, String(error)]);
    throw error;
  }
  const finished = "UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1";
  await client.query(finished, [id]);
}
