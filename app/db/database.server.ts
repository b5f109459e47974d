import { PrismaPg } from "@prisma/adapter-pg";
import prismaPackage, { type Prisma } from "@prisma/client";
import type pg from "pg";
import { openPool, type OpenPool } from "./pool.server.ts";

const { PrismaClient } = prismaPackage;

/** Prisma's client inside a transaction. Inside one, use only this: the outer client would wait for the transaction. */
export type Tx = Prisma.TransactionClient;

interface Database extends OpenPool {
  prisma: InstanceType<typeof PrismaClient>;
}

/** A transaction waits this long (ms) for a connection, and may run this long before it is rolled back. */
const TRANSACTION = { maxWait: 10_000, timeout: 60_000 };

// on globalThis, so that a module reloaded in development finds the open database
const holder = globalThis as typeof globalThis & { candorDatabase?: Database };

/** Opens the database of this process. `url` is `postgres://…`, `pglite:FOLDER` or `memory:`. */
export async function openDatabase(
  url: string,
  options: { size?: number; snapshot?: Uint8Array } = {},
): Promise<OpenPool> {
  if (holder.candorDatabase) throw new Error("the database is open already");
  const opened = await openPool(url, options);
  const prisma = new PrismaClient({ adapter: new PrismaPg(opened.pool), transactionOptions: TRANSACTION });
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

function opened(): Database {
  if (!holder.candorDatabase) throw new Error("the database is not open");
  return holder.candorDatabase;
}

/** Prisma's client, for everything but hot paths. */
export function prisma(): Database["prisma"] {
  return opened().prisma;
}

/** The driver's pool, for hot paths and bulk statements. */
export function pool(): pg.Pool {
  return opened().pool;
}

/** Whether the database is a server or embedded in this process. */
export function databaseKind(): "embedded" | "server" {
  return opened().kind;
}

/** Runs `work` in one transaction: everything in it is kept together or not at all. */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma().$transaction(work);
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
