import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { readSettings, useSettings } from "../env.server.ts";
import { closeDatabase, openDatabase, pool } from "./database.server.ts";
import { applyMigrations } from "./migrate.server.ts";

/** The server on which tests make their databases; without it they run embedded. */
const SERVER = process.env["CANDOR_TEST_DATABASE_URL"];
/** The name of a migrated database on that server, made once for a run of the tests. */
const TEMPLATE = process.env["CANDOR_TEST_TEMPLATE"];
/** A snapshot of a migrated embedded database, made once for a run of the tests. */
const SNAPSHOT = process.env["CANDOR_TEST_SNAPSHOT"];

/** Settings good enough for tests, with overrides. */
export function testSettings(overrides: Record<string, string> = {}) {
  return readSettings({
    SHOPIFY_API_KEY: "test-key",
    SHOPIFY_API_SECRET: "test-secret-newest,test-secret-older",
    SHOPIFY_APP_URL: "https://app.test",
    SCOPES: "read_customers,read_orders",
    CANDOR_MASTER_KEYS: "test:MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY=",
    CANDOR_LOG_LEVEL: "silent",
    ...overrides,
  });
}

/**
 * Gives the tests of a file a migrated database of their own and settings with a temporary data folder; both go away
 * afterwards. On the server named by CANDOR_TEST_DATABASE_URL where that is set, else embedded in memory.
 */
export function useTestDatabase(): void {
  let undo: () => Promise<void> = () => Promise.resolve();
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), "candor-test-"));
    const url = SERVER === undefined ? "memory:" : await createDatabase(SERVER);
    undo = async () => {
      await closeDatabase();
      if (SERVER !== undefined) await dropDatabase(SERVER, url);
      rmSync(folder, { recursive: true, force: true });
    };
    useSettings(testSettings({ CANDOR_DATA_DIR: folder }));
    const snapshot = SERVER === undefined && SNAPSHOT && existsSync(SNAPSHOT) ? readFileSync(SNAPSHOT) : undefined;
    await openDatabase(url, snapshot ? { snapshot } : {});
    await applyMigrations(pool());
  }, 60_000);
  afterAll(async () => {
    await undo();
  }, 30_000);
}

async function createDatabase(server: string): Promise<string> {
  const name = `candor_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, `CREATE DATABASE ${name}${TEMPLATE === undefined ? "" : ` TEMPLATE ${TEMPLATE}`}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function dropDatabase(server: string, url: string): Promise<void> {
  await onServer(server, `DROP DATABASE IF EXISTS ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
}
