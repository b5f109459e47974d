import { inTransaction, pool, type Tx } from "../db/database.server.ts";
import { eraseSubjects } from "../vault/erase-subjects.server.ts";
import { shredSubject } from "../vault/subject-key.server.ts";

/** Requests that one transaction forgets. */
const AT_ONCE = 200;
/** Files that came with a request are of no use once it is closed; an appeal may still need them for so long (days). */
const FILES_KEPT_DAYS = 30;

/** Everything that hangs on a request, by its column "request". The evidence stays: it names nobody. */
const HANGS_ON_IT = [
  ...["RequestTask", "RequestDecision", "StaffReminder", "RequestAttachment", "RequestLink", "CollectedPart"],
  ...["ProcessorErrand", "MailMessage", "RequestCertificate"],
] as const;

/** What was closed before a moment, of persons of whom nothing is held or open or younger. */
const OVER = `
  SELECT r."id"::text, r."subject"::text FROM "PrivacyRequest" r
  WHERE r."shop" = $1 AND r."closedAt" < $2 AND r."status" IN ('done', 'refused', 'expired', 'superseded')
    AND NOT EXISTS (SELECT FROM "PrivacyRequest" o WHERE o."shop" = r."shop" AND o."subject" = r."subject"
      AND (o."closedAt" IS NULL OR o."closedAt" >= $2))
    AND NOT EXISTS (SELECT FROM "LegalHold" h WHERE h."shop" = r."shop" AND h."subject" = r."subject"
      AND h."releasedAt" IS NULL)
    AND NOT EXISTS (SELECT FROM "Package" p WHERE p."shop" = r."shop" AND p."request" = r."id")
  ORDER BY r."closedAt" LIMIT ${String(AT_ONCE)}`;

interface Over {
  id: string;
  subject: string | null;
}

/**
 * Forgets requests of a store that were closed before a moment, with everything that hangs on them, and whoever asked, when
 * nothing younger of them is on file and no legal hold keeps them. That the requests were made and answered stays in the
 * evidence. Cut off anywhere, it is simply made again. Answers how many went.
 *
 * Source: GDPR art. 5(1)(e); the period is the register's, 24 months at least (CCPA regulations §7101(a)).
 */
export async function forgetClosed(shop: string, before: Date): Promise<number> {
  let forgotten = 0;
  for (let count = AT_ONCE; count === AT_ONCE; forgotten += count) {
    const { rows } = await pool().query<Over>(OVER, [shop, before]);
    const people = [...new Set(rows.flatMap(({ subject }) => subject ?? []))];
    await inTransaction((tx) => forget(tx, shop, { ids: rows.map(({ id }) => id), people }));
    for (const subject of people) await shredSubject(shop, subject);
    count = rows.length;
  }
  return forgotten;
}

async function forget(tx: Tx, shop: string, { ids, people }: { ids: string[]; people: string[] }): Promise<void> {
  // all of a person's requests go with them: none is younger
  const all = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM "PrivacyRequest"
    WHERE "shop" = ${shop} AND ("id" = ANY(${ids}::uuid[]) OR "subject" = ANY(${people}::uuid[]))`;
  const gone = all.map(({ id }) => id);
  for (const table of HANGS_ON_IT)
    await tx.$executeRawUnsafe(`DELETE FROM "${table}" WHERE "shop" = $1 AND "request" = ANY($2::uuid[])`, shop, gone);
  await tx.$executeRaw`DELETE FROM "LegalHold" WHERE "shop" = ${shop} AND "subject" = ANY(${people}::uuid[])`;
  await tx.$executeRaw`DELETE FROM "PrivacyRequest" WHERE "shop" = ${shop} AND "id" = ANY(${gone}::uuid[])`;
  await eraseSubjects(tx, shop, people);
}

/** Removes the files of a store's requests that were closed long enough ago. Answers how many went. */
export async function forgetFiles(shop: string, now: Date): Promise<number> {
  const { rowCount } = await pool().query(
    `DELETE FROM "RequestAttachment" a USING "PrivacyRequest" r
     WHERE a."shop" = $1 AND r."shop" = a."shop" AND r."id" = a."request" AND r."closedAt" < $2`,
    [shop, new Date(now.getTime() - FILES_KEPT_DAYS * 86_400_000)],
  );
  return rowCount ?? 0;
}
