import { v5 } from "uuid";
import type { Tx } from "../db/database.server.ts";
import type { Withdrawal } from "../vault/keeper.ts";
import type { ConsentRow } from "./consent-row.ts";
import { THEIRS } from "./their-records.server.ts";

type Theirs = Pick<ConsentRow, "id" | "receivedAt"> & { isStanding: boolean };

const COPIED = [
  ...["form", "offered", "region", "regionSource", "model", "because", "agrees", "signal", "noTrack", "policy"],
  ...["policyHash", "settingsHash", "textHash", "language", "device", "variant", "customerIndex"],
]
  .map((name) => `"${name}"`)
  .join(", ");

/**
 * Records that a person took back what they had allowed, inside the caller's transaction: each of their choices that
 * still stands gets a follower without the purposes. The same request does it once, and answers the same number when it
 * is asked again. The counters of the storefront stay as they are: no browser chose.
 *
 * Source: GDPR art. 7(3) (withdrawal, and that it can be shown).
 */
export async function withdrawConsents(
  tx: Tx,
  shop: string,
  indexes: readonly Buffer[],
  { purposes, request, at }: Withdrawal,
): Promise<number> {
  const theirs = await tx.$queryRawUnsafe<Theirs[]>(
    `${THEIRS} SELECT "id"::text, "receivedAt", "lapsesAt" > $3 AND "allowed" & $4::int <> 0
       AND NOT EXISTS (SELECT 1 FROM theirs AS later WHERE later."previous" = theirs."id") AS "isStanding"
     FROM theirs ORDER BY "id"`,
    shop,
    indexes,
    at,
    purposes,
  );
  const known = new Set(theirs.map(({ id }) => id));
  const followers = theirs.map((one) => ({ ...one, follower: v5(one.id, request) }));
  const standing = followers.filter(({ isStanding }) => isStanding);
  for (const one of standing) await follow(tx, shop, one, { purposes, at });
  // those of an earlier run count, too
  return standing.length + followers.filter(({ follower }) => known.has(follower)).length;
}

async function follow(
  tx: Tx,
  shop: string,
  { id: previous, follower: id, receivedAt }: Theirs & { follower: string },
  { purposes, at }: { purposes: number; at: Date },
): Promise<void> {
  const seen = await tx.$executeRaw`
    INSERT INTO "ConsentSeen" ("shop", "id", "receivedAt") VALUES (${shop}, ${id}::uuid, ${at}) ON CONFLICT DO NOTHING`;
  if (seen === 0) return;
  await tx.$executeRawUnsafe(
    `INSERT INTO "ConsentRecord" ("shop", "receivedAt", "id", "previous", "at", "clockAt", "lapsesAt", "allowed",
       "source", ${COPIED})
     SELECT "shop", $3, $4::uuid, "id", $3, $3, "lapsesAt", "allowed" & ~$5::int, 'request', ${COPIED}
     FROM "ConsentRecord" WHERE "shop" = $1 AND "receivedAt" = $6 AND "id" = $2::uuid`,
    shop,
    previous,
    at,
    id,
    purposes,
    receivedAt,
  );
}
