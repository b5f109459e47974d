import { pool } from "../db/database.server.ts";

/** A request whose time has come. */
export interface Taken {
  shop: string;
  request: string;
}

/**
 * Takes requests that something is due for, of all stores: in turn one of each store, and of a store those first that
 * were tried longest ago. So no store waits for another's thousands, and what keeps failing goes to the back.
 * `condition`: SQL about the request `r`, with `values` from `$1` on.
 */
export async function takeFairly(
  condition: string,
  values: readonly unknown[],
  { now, atMost }: { now: Date; atMost: number },
): Promise<Taken[]> {
  const place = (offset: number) => `$${String(values.length + offset)}`;
  const { rows } = await pool().query<Taken>(
    `WITH due AS MATERIALIZED (
       SELECT "shop", "id", row_number() OVER (ORDER BY "turn", "triedAt" NULLS FIRST, "id") AS "place" FROM (
         SELECT r."shop", r."id", r."triedAt",
           row_number() OVER (PARTITION BY r."shop" ORDER BY r."triedAt" NULLS FIRST, r."deadline", r."id") AS "turn"
         FROM "PrivacyRequest" r WHERE ${condition}) turns
       ORDER BY "turn", "triedAt" NULLS FIRST, "id" LIMIT ${place(2)}),
     tried AS (
       UPDATE "PrivacyRequest" r SET "triedAt" = ${place(1)} FROM due WHERE r."shop" = due."shop" AND r."id" = due."id")
     SELECT "shop", "id"::text AS "request" FROM due ORDER BY "place"`,
    [...values, now, atMost],
  );
  return rows;
}
