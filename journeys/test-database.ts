import { randomUUID } from "node:crypto";
import pg from "pg";

/** A fresh, empty database for one server. */
export interface Database {
  /** As DATABASE_URL; empty for the embedded one, which lives in the server's data folder. */
  url: string;
  drop: () => Promise<void>;
}

/** One of the databases on which the same journeys run. */
export interface DatabaseKind {
  name: string;
  isServer: boolean;
  make: () => Promise<Database>;
}

/** The PostgreSQL server on which journeys make their databases; `npm test` starts one where it can. */
const SERVER = process.env["CANDOR_TEST_DATABASE_URL"] ?? "";

/** Runs statements as the server's administrator; answers the last one's rows. */
export async function asAdministrator(...statements: string[]): Promise<Record<string, unknown>[]> {
  return query(SERVER, ...statements);
}

/** Runs statements on a database; answers the last one's rows. */
export async function query(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query<Record<string, unknown>>(statement));
    return rows;
  } finally {
    await client.end();
  }
}

/** The name of the database in a URL. */
export const nameOf = (url: string): string => new URL(url).pathname.slice(1);

const EMBEDDED: DatabaseKind = {
  name: "the embedded database",
  isServer: false,
  make: () => Promise.resolve({ url: "", drop: () => Promise.resolve() }),
};

const POSTGRES: DatabaseKind = {
  name: "PostgreSQL",
  isServer: true,
  make: async () => {
    const name = `journey_${randomUUID().replaceAll("-", "")}`;
    await asAdministrator(`CREATE DATABASE ${name}`);
    const url = new URL(SERVER);
    url.pathname = `/${name}`;
    return {
      url: url.href,
      drop: async () => {
        await asAdministrator(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      },
    };
  },
};

/** PostgreSQL where there is one. */
export const SERVERS: readonly DatabaseKind[] = SERVER === "" ? [] : [POSTGRES];
/** The embedded default always, PostgreSQL where there is one. */
export const DATABASES: readonly DatabaseKind[] = [EMBEDDED, ...SERVERS];
/** PostgreSQL where there is one, else the embedded default. */
export const BEST: DatabaseKind = SERVERS[0] ?? EMBEDDED;
