import { inTransaction, pool, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { PlainProblem } from "../jobs/cause.ts";
import type { RequestOutcome } from "../law/requests.ts";
import type { Identity } from "../vault/identity.ts";
import { openFor, pseudonym, shredSubject } from "../vault/subject-key.server.ts";
import { erasedColumn } from "./erase-person.server.ts";
import { searchResidue, type Residue } from "./search-residue.server.ts";

/** Erasures that one search of the database serves. */
const AT_ONCE = 50;

interface Waiting {
  request: string;
  status: "searching" | "shredding";
  subject: string;
  removedSubjects: string[];
  sealedCursor: Buffer | null;
}

/**
 * The second half of a shop's erasures: one search of every table for all persons whose rows are gone, its result as
 * evidence, then the destruction of their keys, then the requests are closed and forget whose they were. Each step is
 * kept before the next begins, so a repeated run goes on where the last one ended.
 */
export async function finishErasures(shop: string): Promise<void> {
  const found: string[] = [];
  for (let batch = await listWaiting(shop); batch.length > 0; batch = await listWaiting(shop)) {
    const searching = batch.filter(({ status }) => status === "searching");
    if (searching.length > 0) found.push(...(await searchFor(shop, searching)));
    const shredding = batch.filter(({ status }) => status === "shredding");
    for (const subject of shredding.flatMap(({ removedSubjects }) => removedSubjects))
      await shredSubject(shop, subject);
    if (shredding.length > 0) await close(shop, shredding);
  }
  if (found.length > 0) throw new PlainProblem(`Traces of an erased person were found: ${found.join(", ")}.`);
}

async function listWaiting(shop: string): Promise<Waiting[]> {
  const { rows } = await pool().query<Waiting>(
    `SELECT t."request"::text, t."status", r."subject"::text, t."removedSubjects"::text[], t."sealedCursor"
     FROM "RequestTask" t JOIN "PrivacyRequest" r ON r."shop" = t."shop" AND r."id" = t."request"
     WHERE t."shop" = $1 AND t."status" IN ('searching', 'shredding') AND r."subject" IS NOT NULL LIMIT $2`,
    [shop, AT_ONCE],
  );
  return rows;
}

/** Searches once for all of them, and once more for each when something was found. Answers what was found where. */
async function searchFor(shop: string, waiting: readonly Waiting[]): Promise<string[]> {
  const at = new Date();
  const known = await Promise.all(waiting.map(async (one) => ({ ...one, people: await identitiesOf(shop, one) })));
  return inTransaction(async (tx) => {
    const together = await searchResidue(
      tx,
      shop,
      known.flatMap(({ people }) => people),
    );
    for (const { request, subject, people } of known) {
      const own = together.total === 0 ? together : await searchResidue(tx, shop, people);
      await keepResult(tx, shop, { request, subject, own, at });
    }
    return together.hits;
  });
}

async function identitiesOf(shop: string, { request, subject, sealedCursor }: Waiting): Promise<Identity[]> {
  if (!sealedCursor) return [];
  return JSON.parse((await openFor(shop, subject, erasedColumn(request), sealedCursor)).toString()) as Identity[];
}

/** With something left the erasure isn't finished: the task fails visibly, and its retry searches again. */
async function keepResult(
  tx: Tx,
  shop: string,
  { request, subject, own, at }: { request: string; subject: string; own: Residue; at: Date },
): Promise<void> {
  const about = { at, request, subject: await pseudonym(shop, subject) };
  await appendEvidence(tx, shop, { ...about, kind: "subject.residue-searched", facts: own });
  const isClean = own.total === 0;
  const cause = isClean ? null : `Traces were found: ${own.hits.join(", ")}.`;
  await tx.$executeRaw`
    UPDATE "RequestTask" SET "status" = ${isClean ? "shredding" : "failed"}, "cause" = ${cause},
      "sealedCursor" = CASE WHEN ${isClean} THEN NULL ELSE "sealedCursor" END
    WHERE "shop" = ${shop} AND "request" = ${request}::uuid AND "status" = 'searching'`;
}

/** Closes the erasures and every other request of the same persons, and cuts the last thread to them. */
async function close(shop: string, erasures: readonly Waiting[]): Promise<void> {
  const subjects = erasures.flatMap(({ removedSubjects }) => removedSubjects);
  const at = new Date();
  const outcome = (kind: string): RequestOutcome => (kind === "delete" ? "erased" : "superseded-by-erasure");
  await inTransaction(async (tx) => {
    const theirs = await tx.$queryRaw<{ id: string; kind: string; isOpen: boolean }[]>`
      SELECT "id"::text, "kind", "status" IN ('open', 'on-hold') AS "isOpen" FROM "PrivacyRequest"
      WHERE "shop" = ${shop} AND "subject" = ANY(${subjects}::uuid[]) FOR UPDATE`;
    const ids = theirs.map(({ id }) => id);
    await tx.$executeRaw`
      UPDATE "PrivacyRequest" SET "subject" = NULL,
        "closedAt" = coalesce("closedAt", ${at}),
        "outcome" = coalesce("outcome", CASE "kind" WHEN 'delete' THEN 'erased' ELSE 'superseded-by-erasure' END),
        "status" = CASE WHEN "status" NOT IN ('open', 'on-hold') THEN "status"
          WHEN "kind" = 'delete' THEN 'done' ELSE 'superseded' END
      WHERE "shop" = ${shop} AND "id" = ANY(${ids}::uuid[])`;
    await tx.$executeRaw`
      UPDATE "RequestTask" t SET "removedSubjects" = '{}', "doneAt" = coalesce(t."doneAt", ${at}),
        "cause" = CASE WHEN r."kind" = 'delete' OR t."status" IN ('done', 'skipped') THEN t."cause"
          ELSE 'The person was erased.' END,
        "status" = CASE WHEN t."status" IN ('done', 'skipped') THEN t."status"
          WHEN r."kind" = 'delete' THEN 'done' ELSE 'skipped' END
      FROM "PrivacyRequest" r
      WHERE t."shop" = ${shop} AND t."request" = ANY(${ids}::uuid[]) AND r."shop" = t."shop" AND r."id" = t."request"`;
    // what a collection that ran meanwhile still kept opens no more; it goes too
    await tx.$executeRaw`DELETE FROM "CollectedPart" WHERE "shop" = ${shop} AND "request" = ANY(${ids}::uuid[])`;
    await tx.$executeRaw`DELETE FROM "PackagePart" WHERE "shop" = ${shop} AND "package" = ANY(${ids}::uuid[])`;
    for (const { request, removedSubjects } of erasures) {
      const facts = { keys: removedSubjects.length };
      await appendEvidence(tx, shop, { kind: "subject.key-destroyed", at, request, facts });
    }
    for (const { id, kind } of theirs.filter(({ isOpen }) => isOpen))
      await appendEvidence(tx, shop, { kind: "request.closed", at, request: id, facts: { outcome: outcome(kind) } });
  });
}
