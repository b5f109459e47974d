import type pg from "pg";
import { describe, expect, test } from "vitest";
import { inRawTransaction, inTransaction, pool, prisma } from "./database.server.ts";
import { useTestDatabase } from "./test-database.ts";

useTestDatabase();

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const shops = async () => (await prisma().shop.findMany({ orderBy: { shop: "asc" } })).map(({ shop }) => shop);

describe("a transaction", () => {
  test("keeps models and direct SQL together, or neither", async () => {
    await inTransaction(async (tx) => {
      await tx.shop.create({ data: { shop: "a" } });
      await tx.$executeRaw`INSERT INTO "Shop" ("shop") VALUES (${"b"})`;
    });
    const failing = inTransaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO "Shop" ("shop") VALUES (${"c"})`;
      await tx.shop.create({ data: { shop: "d" } });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await shops()).toEqual(["a", "b"]);
  });

  test("that took too long is rolled back, and what its work still tries is refused", async () => {
    const late = inTransaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO "Shop" ("shop") VALUES (${"late"})`;
      await later(400);
      await tx.$executeRaw`INSERT INTO "Shop" ("shop") VALUES (${"too late"})`;
    }, 100);
    await expect(late).rejects.toThrow("the transaction is over");
    expect(await shops()).toEqual(["a", "b"]);
  });

  test("refuses statements outside itself, which on the embedded database would wait for it for ever", async () => {
    await expect(inTransaction(() => prisma().shop.count())).rejects.toThrow("only its own tx");
    await expect(inTransaction(() => pool().query("SELECT 1"))).rejects.toThrow("only its own tx");
  });

  test("gives values as Prisma does: bigint, bytes, dates, lists", async () => {
    const at = new Date("2026-11-22T12:00:00.123Z");
    const row = await inTransaction(
      (tx) =>
        tx.$queryRaw<
          unknown[]
        >`SELECT ${5n}::bigint AS big, ${Buffer.from([0, 255])}::bytea AS bytes, ${at}::timestamptz AS at, ${["x,y", 'q"']}::text[] AS list`,
    );
    expect(row).toEqual([{ big: 5n, bytes: Buffer.from([0, 255]), at, list: ["x,y", 'q"'] }]);
  });
});

/** What happens when the server ends, or the network does. */
function cut(client: pg.PoolClient): void {
  const { connection } = client as pg.PoolClient & { connection: { stream: { destroy: () => void } } };
  connection.stream.destroy();
}

describe("a connection that breaks", () => {
  const works = async () => (await pool().query<{ one: number }>("SELECT 1 AS one")).rows;

  test("in the middle of a transaction fails the transaction, not the process", async () => {
    const broken = inRawTransaction(async (client) => {
      await client.query(`INSERT INTO "Shop" ("shop") VALUES ('half')`);
      cut(client);
      await later(50);
      await client.query("SELECT 1");
    });
    await expect(broken).rejects.toThrow(/connection|queryable/i);
    expect(await works()).toEqual([{ one: 1 }]);
    expect(await shops()).not.toContain("half");
  });

  test("while it waits for work is replaced", async () => {
    const client = await pool().connect();
    client.release();
    cut(client);
    await later(50);
    expect(await works()).toEqual([{ one: 1 }]);
  });
});
