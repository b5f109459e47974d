/**
 * `@c15t/backend` on PostgreSQL, as its own quick start says: Kysely adapter, its own migrator, a Fetch handler behind
 * `@hono/node-server`. `peer-c15t.mjs <port>`, DATABASE_URL set.
 */
import { serve } from "@hono/node-server";
import { c15tInstance } from "@c15t/backend";
import { kyselyAdapter } from "@c15t/backend/db/adapters/kysely";
import { migrator } from "@c15t/backend/db/migrator";
import { DB } from "@c15t/backend/db/schema";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 12 });
const db = new Kysely({ dialect: new PostgresDialect({ pool }) });
const adapter = kyselyAdapter({ db, provider: "postgresql" });

const migration = await migrator({ db: DB.client(adapter), schema: "latest" });
await migration.execute();

const c15t = c15tInstance({
  appName: "bench",
  basePath: "/",
  trustedOrigins: ["https://goods.example"],
  adapter,
  logger: { level: "error" },
});
serve({ fetch: c15t.handler, port: Number(process.argv[2]) }, () => {
  process.stdout.write("listening\n");
});
