import type { Prisma } from "@prisma/client";
import pg from "pg";

const parseInt8 = (text: string) => BigInt(text);

/** Values come as Prisma's raw methods give them: bigint for int8, Date for times, bytes for bytea. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 ? parseInt8 : (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
};

/**
 * Prisma's transaction with its raw methods replaced by the driver's own. Prisma sends even finished SQL through its
 * query compiler, 1–2 ms of CPU a statement; a request's way through the worker is some twenty statements.
 */
export function withDirectSql(tx: Prisma.TransactionClient, client: pg.PoolClient): Prisma.TransactionClient {
  const run = (text: string, values: unknown[]) => client.query({ text, values, types });
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
