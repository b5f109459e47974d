import { inRawTransaction, pool } from "../db/database.server.ts";
import type { JobPayloads } from "../jobs/jobs.ts";
import { enqueueMany } from "../jobs/queue.server.ts";

/** Jobs that are done for one store at a time, and daily for many of them. */
type StoreJob = { [N in keyof JobPayloads]: { shop: string } extends JobPayloads[N] ? N : never }[keyof JobPayloads];

/** Which stores: all on file, those that have the app, those with a published policy, those with a token. */
export type Stores = "on-file" | "installed" | "with-policy" | "with-token";

/** Stores that one transaction asks for. */
const AT_ONCE = 1_000;

const WHERE: Readonly<Record<Stores, string>> = {
  "on-file": `"Shop"`,
  installed: `"Shop" WHERE "installedAt" IS NOT NULL AND "uninstalledAt" IS NULL`,
  "with-policy": `"PolicyWatch"`,
  "with-token": `"Session" WHERE NOT "isOnline"`,
};

/**
 * Asks for a job of each of these stores, as a job of its own: one store that is slow, or fails, keeps none of the others,
 * and a hundred thousand are spread over all workers. A store whose job waits already gets no second one.
 */
export async function askEachStore(name: StoreJob, stores: Stores): Promise<void> {
  const page = `SELECT DISTINCT "shop" FROM (SELECT "shop" FROM ${WHERE[stores]}) AS s WHERE "shop" > $1 ORDER BY "shop" LIMIT ${String(AT_ONCE)}`;
  for (let last = ""; ;) {
    const { rows } = await pool().query<{ shop: string }>(page, [last]);
    await inRawTransaction((client) => enqueueMany(client, name, rows, { singletonKey: ({ shop }) => shop }));
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.shop ?? "";
  }
}
