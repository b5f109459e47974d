import type { Tx } from "../db/database.server.ts";
import { eraseSubjects } from "../vault/erase-subjects.server.ts";

/**
 * Forgets what came with a request that nobody confirmed, and with those that were joined with it, inside the caller's
 * transaction; and whom it named, when nothing else of them is on file. The caller destroys that person's key afterwards.
 */
export async function forgetStranger(
  tx: Tx,
  shop: string,
  { request, subject }: { request: string; subject: string },
): Promise<void> {
  const theirs = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "PrivacyRequest" SET "sealedDetail" = NULL
    WHERE "shop" = ${shop} AND ("id" = ${request}::uuid OR "mergedInto" = ${request}::uuid) RETURNING "id"::text`;
  const ids = theirs.map(({ id }) => id);
  await tx.$executeRaw`
    DELETE FROM "RequestAttachment" WHERE "shop" = ${shop} AND "request" = ANY(${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE "RequestLink" SET "usedAt" = "sentAt" WHERE "shop" = ${shop} AND "request" = ${request}::uuid
      AND "usedAt" IS NULL`;
  const [others] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "PrivacyRequest"
    WHERE "shop" = ${shop} AND "subject" = ${subject}::uuid AND "id" <> ALL(${ids}::uuid[])`;
  if (others?.count === 0) await eraseSubjects(tx, shop, [subject]);
}
