import { inTransaction, pool, prisma, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { allSteps, eachByItself } from "../jobs/each-by-itself.server.ts";
import { readMonthsKept } from "../register/read-months-kept.server.ts";
import { monthsBefore } from "./months-before.ts";
import { readDecisions, USUAL_DECISIONS } from "./settings.ts";

/** The longest that a law lets a choice stand, and the longest period that a merchant may set. Months. */
const LONGEST_STANDING = 24;
/** Records that one transaction removes. */
const AT_ONCE = 10_000;
/** The number of a record that is gone stays taken for this long, against browsers that send it again. Days. */
const NUMBERS_TAKEN_DAYS = 90;

/**
 * Removes consent records some months (24, or as the merchant decided) after they were replaced or lapsed: months that
 * are past as a whole by dropping them, the rest row by row. Each store's evidence says how many went.
 *
 * Source: GDPR art. 5(1)(e); art. 7(1) for keeping them until then.
 */
export async function purgeConsents(now: Date): Promise<void> {
  const periods = await readPeriods();
  await allSteps(
    () => dropMonths(now, Math.max(USUAL_DECISIONS.keepMonths, ...periods.values())),
    () => purgeShops(periods, now),
    () => forgetNumbers(now),
  );
}

async function purgeShops(periods: ReadonlyMap<string, number>, now: Date): Promise<void> {
  const { rows } = await pool().query<{ shop: string }>(`SELECT "shop" FROM "Shop"`);
  await eachByItself("consent.purge", rows, ({ shop }) =>
    purgeRows(shop, periods.get(shop) ?? USUAL_DECISIONS.keepMonths, now),
  );
}

async function forgetNumbers(now: Date): Promise<void> {
  const before = new Date(now.getTime() - NUMBERS_TAKEN_DAYS * 864e5);
  await pool().query(`DELETE FROM "ConsentSeen" WHERE "goneAt" < $1`, [before]);
  await pool().query(`DELETE FROM "ConsentCount" WHERE "day" < $1::date`, [monthsBefore(now, 60)]);
}

/** As the register says; where it does not say more, as the banner's settings do. */
async function readPeriods(): Promise<Map<string, number>> {
  const rows = await prisma().consentSettings.findMany({ select: { shop: true, decisions: true } });
  const decided = rows.map(({ shop, decisions }): [string, number] => [shop, readDecisions(decisions).keepMonths]);
  return new Map([...decided, ...(await readMonthsKept("privacy-choices"))]);
}

async function purgeRows(shop: string, keepMonths: number, now: Date): Promise<void> {
  let removed = 0;
  for (let count = AT_ONCE; count === AT_ONCE; removed += count) {
    count = await inTransaction((tx) => removeEnded(tx, shop, monthsBefore(now, keepMonths)));
  }
  if (removed > 0) await inTransaction((tx) => say(tx, shop, { records: removed, keepMonths }, now));
}

/** The oldest first, so that a record goes no later than the one that replaced it. */
async function removeEnded(tx: Tx, shop: string, before: Date): Promise<number> {
  return tx.$executeRaw`
    WITH ended AS (
      SELECT c."receivedAt", c."id" FROM "ConsentRecord" c
      WHERE c."shop" = ${shop} AND c."receivedAt" < ${before}::timestamptz AND (c."lapsesAt" < ${before}::timestamptz
        OR EXISTS (SELECT FROM "ConsentRecord" r WHERE r."shop" = c."shop" AND r."previous" = c."id"
          AND r."receivedAt" < ${before}::timestamptz))
      ORDER BY c."receivedAt", c."id" LIMIT ${AT_ONCE}),
    taken AS (UPDATE "ConsentSeen" s SET "goneAt" = now() FROM ended WHERE s."shop" = ${shop} AND s."id" = ended."id")
    DELETE FROM "ConsentRecord" c USING ended
    WHERE c."shop" = ${shop} AND c."receivedAt" = ended."receivedAt" AND c."id" = ended."id"`;
}

/** Drops months of which every record, of every store, is past its period, with the hashes of their seals. */
async function dropMonths(now: Date, keepMonths: number): Promise<void> {
  const last = monthsBefore(now, keepMonths + LONGEST_STANDING);
  const { rows } = await pool().query<{ name: string; until: Date }>(
    `SELECT "name", "until" FROM (
       SELECT c.relname::text AS "name", (to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month') AT TIME ZONE 'UTC' AS "until"
       FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
       WHERE i.inhparent = '"ConsentRecord"'::regclass AND c.relname ~ '^ConsentRecord_\\d{4}_\\d{2}$') months
     WHERE "until" <= $1 ORDER BY "until"`,
    [last],
  );
  for (const month of rows) await dropMonth(month.name, month.until, { keepMonths, now });
}

async function dropMonth(
  name: string,
  until: Date,
  { keepMonths, now }: { keepMonths: number; now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const counts = await tx.$queryRawUnsafe<{ shop: string; records: number }[]>(
      `SELECT "shop", count(*)::int AS "records" FROM "${name}" GROUP BY "shop" ORDER BY "shop"`,
    );
    await tx.$executeRawUnsafe(`DROP TABLE "${name}"`);
    await tx.$executeRaw`DELETE FROM "ConsentSeen" WHERE "receivedAt" < ${until}::timestamptz`;
    await tx.$executeRaw`
      DELETE FROM "SealedHashes" h USING "EvidenceEntry" e WHERE e."shop" = h."shop" AND e."seq" = h."seq"
        AND e."at" < ${until}::timestamptz AND e."body"::jsonb->'facts'->>'records' = 'consent'`;
    for (const { shop, records } of counts) await say(tx, shop, { records, keepMonths }, now);
  }, 600_000);
}

async function say(tx: Tx, shop: string, facts: { records: number; keepMonths: number }, at: Date): Promise<void> {
  await appendEvidence(tx, shop, { kind: "consent.purged", at, facts });
}
