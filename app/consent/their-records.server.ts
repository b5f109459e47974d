/**
 * A person's records: those made while they were signed in, and those that these replaced or were replaced by, in the
 * same browser, while nobody was. A UNION, so that records that name each other in a circle come to an end.
 */
export const THEIRS = `
  WITH RECURSIVE theirs AS (
    SELECT c.* FROM "ConsentRecord" c WHERE c."shop" = $1 AND c."customerIndex" = ANY($2::bytea[])
    UNION
    SELECT near.* FROM theirs, LATERAL (
      SELECT c.* FROM "ConsentSeen" s JOIN "ConsentRecord" c USING ("shop", "receivedAt", "id")
      WHERE s."shop" = $1 AND s."id" = theirs."previous" AND c."customerIndex" IS NULL
      UNION ALL
      SELECT c.* FROM "ConsentRecord" c WHERE c."shop" = $1 AND c."previous" = theirs."id" AND c."customerIndex" IS NULL
    ) near
  )`;
