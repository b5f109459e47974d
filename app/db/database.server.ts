import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import prismaPackage, { type Prisma } from "@prisma/client";
import type pg from "pg";
import { notice, withDirectSql, type Noticed } from "./direct-sql.server.ts";
import { openPool, type OpenPool } from "./pool.server.ts";

const { PrismaClient } = prismaPackage;

/**
 * A transaction. Its models are Prisma's; its four raw methods go straight to the driver, on the same connection, at a
 * tenth of the cost. Inside one use only this: on the embedded database the outer client waits for the transaction.
 */
export type Tx = Prisma.TransactionClient;

interface Database extends OpenPool {
  prisma: InstanceType<typeof PrismaClient>;
}

/** A transaction waits this long (ms) for a connection, and may run this long before it is rolled back. */
const TRANSACTION = { maxWait: 10_000, timeout: 60_000 };

// on globalThis, so that a module reloaded in development finds the open database
const holder = globalThis as typeof globalThis & { candorDatabase?: Database };

const connecting = new AsyncLocalStorage<Noticed>();

/** The pool as Prisma sees it: a transaction that begins leaves word of the connection that it was given. */
function noticing(pool: pg.Pool): pg.Pool {
  const connect = (callback?: Parameters<pg.Pool["connect"]>[0]) => {
    if (callback) {
      pool.connect(callback);
      return undefined;
    }
    const noticed = connecting.getStore();
    return pool.connect().then((client) => (noticed ? notice(client, noticed) : client));
  };
  return Object.create(pool, { connect: { value: connect } }) as pg.Pool;
}

/** Opens the database of this process. `url` is `postgres://…`, `pglite:FOLDER` or `memory:`. */
export async function openDatabase(
  url: string,
  options: { size?: number; snapshot?: Uint8Array } = {},
): Promise<OpenPool> {
  if (holder.candorDatabase) throw new Error("the database is open already");
  const opened = await openPool(url, options);
  const adapter = new PrismaPg(noticing(opened.pool));
  const prisma = new PrismaClient({ adapter, transactionOptions: TRANSACTION });
  holder.candorDatabase = { ...opened, prisma };
  return opened;
}

/** Whether this process has its database open. */
export function isDatabaseOpen(): boolean {
  return holder.candorDatabase !== undefined;
}

/** Closes the database; does nothing when none is open. */
export async function closeDatabase(): Promise<void> {
  const database = holder.candorDatabase;
  delete holder.candorDatabase;
  if (!database) return;
  await database.prisma.$disconnect();
  await database.close();
}

/** Outside statements inside a transaction see another state, and on the embedded database they never come back. */
function openedOutside(): Database {
  if (connecting.getStore()) throw new Error("inside a transaction only its own tx may be used");
  return opened();
}

function opened(): Database {
  if (!holder.candorDatabase) throw new Error("the database is not open");
  return holder.candorDatabase;
}

/** Prisma's client, for everything but hot paths. */
export function prisma(): Database["prisma"] {
  return openedOutside().prisma;
}

/** The driver's pool, for hot paths and bulk statements. */
export function pool(): pg.Pool {
  return openedOutside().pool;
}

/** Whether the database is a server or embedded in this process. */
export function databaseKind(): "embedded" | "server" {
  return opened().kind;
}

/**
 * Runs `work` in one transaction: everything in it is kept together or not at all. After `timeout` milliseconds it is
 * rolled back, and whatever the work still tries is refused.
 */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>, timeout = TRANSACTION.timeout): Promise<T> {
  const noticed: Noticed = { isOver: false };
  const { prisma } = openedOutside();
  return connecting.run(noticed, () => prisma.$transaction((tx) => work(withDirectSql(tx, noticed)), { timeout }));
}

/** Runs `work` in one transaction on a plain driver connection, for statements that carry many rows. */
export async function inRawTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch((rollbackError: unknown) => {
      broken = rollbackError instanceof Error ? rollbackError : new Error("rollback failed");
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
