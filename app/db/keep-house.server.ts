import { databaseKind, pool } from "./database.server.ts";

/** Erased persons' blind indexes are remembered this long; Shopify delivers at most a day late. Days. */
const ERASED_REMEMBERED_DAYS = 30;
/** Which events were seen is remembered this long; Shopify repeats for 4 hours. Days. */
const EVENTS_REMEMBERED_DAYS = 90;
/** Months for which partitions exist ahead of time. */
const MONTHS_AHEAD = 3;

/** Makes partitions ahead of time and purges what is past its period; vacuums where no server does. */
export async function keepHouse(now: Date): Promise<void> {
  await keepPartitions();
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await pool().query(`DELETE FROM "ErasedIndex" WHERE "erasedAt" < $1`, [before(ERASED_REMEMBERED_DAYS)]);
  await pool().query(`DELETE FROM "DeliverySeen" WHERE "receivedAt" < $1`, [before(EVENTS_REMEMBERED_DAYS)]);
  if (databaseKind() === "embedded") await pool().query("VACUUM");
}

/** Makes the monthly partitions of this and the coming months where they are missing. */
export async function keepPartitions(): Promise<void> {
  await pool().query("SELECT candor_keep_partitions($1)", [MONTHS_AHEAD]);
}
