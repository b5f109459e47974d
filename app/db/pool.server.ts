import pg from "pg";
import { openEmbedded } from "./pglite.server.ts";

/** The connections to one database, of either kind. */
export interface OpenPool {
  pool: pg.Pool;
  kind: "embedded" | "server";
  /** All files of an embedded database, to start another from; undefined on a server. */
  snapshot: (() => Promise<Uint8Array>) | undefined;
  close: () => Promise<void>;
}

/** An embedded database has one backend, so more connections only wait for each other. */
const EMBEDDED_CONNECTIONS = 4;
const SERVER_CONNECTIONS = 12;

/** Opens `postgres://…`, `pglite:FOLDER` or `memory:` (optionally from a snapshot). */
export async function openPool(url: string, options: { size?: number; snapshot?: Uint8Array } = {}): Promise<OpenPool> {
  if (/^postgres(ql)?:/.test(url)) return openServer(url, options.size ?? SERVER_CONNECTIONS);
  const folder = url === "memory:" ? undefined : url.replace(/^pglite:/, "");
  const embedded = await openEmbedded(folder, options.snapshot);
  const config: pg.PoolConfig = {
    stream: embedded.stream,
    ssl: false,
    user: "postgres",
    database: "postgres",
    max: EMBEDDED_CONNECTIONS,
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
  };
  const pool = outliving(new pg.Pool(config));
  return {
    pool,
    kind: "embedded",
    snapshot: embedded.snapshot,
    close: async () => {
      await pool.end();
      await embedded.close();
    },
  };
}

function openServer(url: string, max: number): OpenPool {
  const config: pg.PoolConfig = {
    connectionString: url,
    max,
    connectionTimeoutMillis: 4_000,
    idleTimeoutMillis: 10_000,
    allowExitOnIdle: true,
    application_name: "candor",
  };
  const pool = outliving(new pg.Pool(config));
  return { pool, kind: "server", snapshot: undefined, close: () => pool.end() };
}

/**
 * A pool whose process outlives its connections. One that breaks fails the statement that waits for it, or is replaced
 * at its next use; besides, the driver emits an error, on the pool for an idle connection and on the connection for one
 * that is in use. An error that nobody listens to ends the process.
 */
function outliving(pool: pg.Pool): pg.Pool {
  const ignore = () => undefined;
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return pool;
}
