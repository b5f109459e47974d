import type { Prisma } from "@prisma/client";
import pg from "pg";

const parseInt8 = (text: string) => BigInt(text);

/** Values come as Prisma's raw methods give them: bigint for int8, Date for times, bytes for bytea. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 ? parseInt8 : (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
};

/** What is known of a transaction's connection. */
export interface Noticed {
  client?: pg.PoolClient;
  /** From the moment at which COMMIT or ROLLBACK is sent: what comes later would run by itself, for everyone to see. */
  isOver: boolean;
}

/** Watches a connection that a transaction was given: when Prisma ends it, also by time-out, no statement may follow. */
export function notice(client: pg.PoolClient, noticed: Noticed): pg.PoolClient {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const release = client.release.bind(client);
  const watched = (...args: unknown[]): unknown => {
    const [config] = args as [string | { text?: string }];
    const text = typeof config === "string" ? config : config.text;
    if (text !== undefined && /^(COMMIT|ROLLBACK)$/i.test(text)) noticed.isOver = true;
    return query(...args);
  };
  client.query = watched as typeof client.query;
  client.release = (error) => {
    noticed.isOver = true;
    // the pool's next user gets the method of the class again
    Reflect.deleteProperty(client, "query");
    release(error);
  };
  noticed.client = client;
  return client;
}

/**
 * Prisma's transaction with its raw methods replaced by the driver's own. Prisma sends even finished SQL through its
 * query compiler, 1–2 ms of CPU a statement; a request's way through the worker is some twenty statements.
 */
export function withDirectSql(tx: Prisma.TransactionClient, noticed: Noticed): Prisma.TransactionClient {
  const run = async (text: string, values: unknown[]) => {
    if (!noticed.client || noticed.isOver) throw new Error("the transaction is over");
    return noticed.client.query({ text, values, types });
  };
  const raw = {
    $queryRawUnsafe: async (text: string, ...values: unknown[]) => (await run(text, values)).rows as unknown[],
    $executeRawUnsafe: async (text: string, ...values: unknown[]) => (await run(text, values)).rowCount ?? 0,
    $queryRaw: (parts: TemplateStringsArray, ...values: unknown[]) => raw.$queryRawUnsafe(numbered(parts), ...values),
    $executeRaw: (parts: TemplateStringsArray, ...values: unknown[]) =>
      raw.$executeRawUnsafe(numbered(parts), ...values),
  };
  return new Proxy(tx, {
    get: (target, name) => (name in raw ? raw[name as keyof typeof raw] : (Reflect.get(target, name) as unknown)),
  });
}

/** A template's parts with $1, $2 … between them. */
function numbered(parts: readonly string[]): string {
  return parts.reduce((text, part, index) => `${text}$${String(index)}${part}`);
}
