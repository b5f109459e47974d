import pg from "pg";
import { applyMigrations } from "../app/db/migrate.server.ts";
import { openPool } from "../app/db/pool.server.ts";

/** Migrates one database on the server for the whole run; the database of every test file is a copy of it. */
export default async function makeTemplate(): Promise<(() => Promise<void>) | undefined> {
  const server = process.env["CANDOR_TEST_DATABASE_URL"];
  if (server === undefined) return undefined;
  const name = `candor_template_${process.pid}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const { pool, close } = await openPool(url.href);
  await applyMigrations(pool);
  await close();
  process.env["CANDOR_TEST_TEMPLATE"] = name;
  return () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
}
