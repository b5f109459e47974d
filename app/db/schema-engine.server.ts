import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { openEmbedded } from "./pglite.server.ts";
import { openPool } from "./pool.server.ts";

/** Catalog types that adapter-pg 6.19 cannot read (prisma/orm#27403): "char" and name, and their arrays. */
const CHAR = 18;
const AS_TEXT = new Map([
  [CHAR, 25],
  [19, 25],
  [1002, 1009],
  [1003, 1009],
]);

interface Io {
  fields: { dataTypeID: number }[];
  rows: unknown[];
}
interface Repairable {
  performIO: (query: unknown) => Promise<Io | Io[]>;
  queryRaw: (query: unknown) => Promise<{ columnTypes: number[]; rows: unknown[] }>;
  executeScript: (sql: string) => Promise<void>;
  dispose: () => Promise<void>;
}

/**
 * What `prisma migrate …` and `prisma generate` use instead of a downloaded engine: the engine inside the `prisma`
 * package, over the ordinary driver, with a throw-away database in memory as shadow database.
 */
export function schemaEngineAdapter(url: string) {
  return () =>
    Promise.resolve({
      provider: "postgres" as const,
      adapterName: "@prisma/adapter-pg" as const,
      connect: async () => {
        const opened = await openPool(url);
        return adapt(opened.pool, opened.close);
      },
      connectToShadowDb: async () => {
        const embedded = await openEmbedded();
        const config = {
          stream: embedded.stream,
          user: "postgres",
          database: "postgres",
          max: 1,
          idleTimeoutMillis: 0,
        };
        const pool = new pg.Pool(config);
        return adapt(pool, async () => {
          await pool.end();
          await embedded.close();
        });
      },
    });
}

async function adapt(pool: pg.Pool, close: () => Promise<void>) {
  const adapter = await new PrismaPg(pool).connect();
  const repaired = adapter as unknown as Repairable;
  const chars = new WeakMap<unknown[], boolean[]>();
  const performIO = repaired.performIO.bind(adapter);
  repaired.performIO = async (query) => {
    const result = await performIO(query);
    if (Array.isArray(result)) return result;
    chars.set(
      result.rows,
      result.fields.map((field) => field.dataTypeID === CHAR),
    );
    for (const field of result.fields) field.dataTypeID = AS_TEXT.get(field.dataTypeID) ?? field.dataTypeID;
    return result;
  };
  const queryRaw = repaired.queryRaw.bind(adapter);
  repaired.queryRaw = async (query) => {
    const result = await queryRaw(query);
    chars.get(result.rows)?.forEach((isChar, column) => {
      if (isChar) result.columnTypes[column] = ColumnTypeEnum.Character;
    });
    return result;
  };
  // adapter-pg splits a script at every ";", also inside function bodies
  repaired.executeScript = async (sql) => {
    await pool.query(sql);
  };
  const dispose = repaired.dispose.bind(adapter);
  let closed: Promise<void> | undefined;
  repaired.dispose = () => (closed ??= dispose().then(close));
  process.once("beforeExit", () => void repaired.dispose());
  return adapter;
}
