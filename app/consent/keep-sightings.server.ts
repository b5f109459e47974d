import { pool } from "../db/database.server.ts";
import { log } from "../log.server.ts";
import type { Sighting } from "./sighting.ts";
import { countersOf } from "./tally.ts";

/** Reports are counted in memory for this long before they are kept; so long is lost when a process dies. Milliseconds. */
const GATHER_MS = 5_000;
/** Counters in memory at most; more are kept at once. */
const MOST_GATHERED = 20_000;
/**
 * Different counters of one store and day at most. Anybody can send reports: once a day is full, only what is known
 * already counts on.
 */
const MOST_A_DAY = 30_000;
/** Reports are remembered this long. Days. */
export const SIGHTINGS_REMEMBERED_DAYS = 90;

/** A counter's place, as JSON, and how much to add. */
let gathered = new Map<string, number>();
let timer: NodeJS.Timeout | undefined;
let keeping = Promise.resolve();

/** Counts one page view's report. Costs no query: counters are kept every five seconds. */
export function receiveSighting(shop: string, sighting: Sighting, now: Date): void {
  const day = now.toISOString().slice(0, 10);
  for (const { region, phase, allowed, kind, name } of countersOf(sighting)) {
    const key = JSON.stringify([shop, day, region, phase, allowed, kind, name]);
    gathered.set(key, (gathered.get(key) ?? 0) + 1);
  }
  if (gathered.size >= MOST_GATHERED) void keepInBackground();
  else timer ??= setTimeout(() => void keepInBackground(), GATHER_MS).unref();
}

async function keepInBackground(): Promise<void> {
  try {
    await keepSightings();
  } catch (error) {
    log().warn({ cause: error instanceof Error ? error.name : "unknown" }, "reports of page views were lost");
  }
}

/** Keeps what was counted in memory, in one statement. Before the database is closed, and by the timer. */
export function keepSightings(mostADay = MOST_A_DAY): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const counts = gathered;
  gathered = new Map();
  const kept = keeping.then(() => write(counts, mostADay));
  keeping = kept.catch(() => undefined);
  return kept;
}

type Place = [shop: string, day: string, region: string, phase: string, allowed: number, kind: string, name: string];

async function write(counts: ReadonlyMap<string, number>, mostADay: number): Promise<void> {
  if (counts.size === 0) return;
  // in one order everywhere, so that two processes never wait for each other
  const rows = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
  const places = rows.map(([key]) => JSON.parse(key) as Place);
  const columns = Array.from({ length: 7 }, (_, at) => places.map((place) => place[at]));
  await pool().query(
    `WITH new AS (
       SELECT * FROM unnest($1::text[], $2::date[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::int[])
         AS t("shop", "day", "region", "phase", "allowed", "kind", "name", "count")
     ), full_days AS (
       SELECT "shop", "day" FROM "SightingCount" JOIN (SELECT DISTINCT "shop", "day" FROM new) AS d USING ("shop", "day")
       GROUP BY "shop", "day" HAVING count(*) >= $9
     )
     INSERT INTO "SightingCount" AS c ("shop", "day", "region", "phase", "allowed", "kind", "name", "count")
     SELECT new.* FROM new LEFT JOIN full_days USING ("shop", "day")
     WHERE full_days."shop" IS NULL OR EXISTS (
       SELECT 1 FROM "SightingCount" AS k WHERE (k."shop", k."day", k."region", k."phase", k."allowed", k."kind", k."name")
         = (new."shop", new."day", new."region", new."phase", new."allowed", new."kind", new."name"))
     ON CONFLICT ("shop", "day", "region", "phase", "allowed", "kind", "name")
     DO UPDATE SET "count" = c."count" + excluded."count"`,
    [...columns, rows.map(([, count]) => count), mostADay],
  );
}

/** Forgets reports that are past their time. */
export async function forgetSightings(now: Date): Promise<void> {
  const before = new Date(now.getTime() - SIGHTINGS_REMEMBERED_DAYS * 86_400_000).toISOString().slice(0, 10);
  await pool().query(`DELETE FROM "SightingCount" WHERE "day" < $1::date`, [before]);
}
