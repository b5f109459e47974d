import { pool } from "../db/database.server.ts";
import type { Counted } from "./leaks.ts";

/** What page views reported in the last `days` days, the days added up. */
export async function readCounts(shop: string, now: Date, days = 30): Promise<Counted[]> {
  const since = new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
  const { rows } = await pool().query<Counted>(
    `SELECT "region", "phase", "allowed", "kind", "name", sum("count")::int AS "count" FROM "SightingCount"
     WHERE "shop" = $1 AND "day" >= $2::date GROUP BY 1, 2, 3, 4, 5`,
    [shop, since],
  );
  return rows;
}

/** The last day on which a page of the store reported, at its beginning (UTC); null for never within 90 days. */
export async function readLastSeen(shop: string): Promise<Date | null> {
  const { rows } = await pool().query<{ day: string | null }>(
    `SELECT to_char(max("day"), 'YYYY-MM-DD') AS "day" FROM "SightingCount" WHERE "shop" = $1`,
    [shop],
  );
  const day = rows[0]?.day;
  return day ? new Date(`${day}T00:00:00Z`) : null;
}
