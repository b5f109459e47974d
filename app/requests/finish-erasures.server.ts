import { inTransaction, pool, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { plainCause, PlainProblem } from "../jobs/cause.ts";
import type { RequestOutcome } from "../law/requests.ts";
import type { Identity } from "../vault/identity.ts";
import { KeyShredded, openFor, pseudonym, shredSubject } from "../vault/subject-key.server.ts";
import { advanceRequest } from "./advance-request.server.ts";
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
 * evidence, then the destruction of their keys, then the requests forget whose they were. Each step is
 * kept before the next begins, so a repeated run goes on where the last one ended. An erasure that fails is left, with
 * its cause, to its own next try; the others go on.
 *
 * @throws PlainProblem once all are done, when traces were found or one failed
 */
export async function finishErasures(shop: string): Promise<void> {
  const found: string[] = [];
  const failed: string[] = [];
  for (let batch = await listWaiting(shop); batch.length > 0; batch = await listWaiting(shop)) {
    const searching = batch.filter(({ status }) => status === "searching");
    const known = await readAll(shop, searching, failed);
    if (known.length > 0) found.push(...(await searchFor(shop, known)));
    const shredding = batch.filter(({ status }) => status === "shredding");
    if (shredding.length > 0) await shredAll(shop, shredding, failed);
  }
  if (found.length > 0) throw new PlainProblem(`Traces of an erased person were found: ${found.join(", ")}.`);
  if (failed.length > 0) throw new PlainProblem(failed.join(" "));
}

interface Known extends Waiting {
  people: Identity[];
}

async function readAll(shop: string, waiting: readonly Waiting[], failed: string[]): Promise<Known[]> {
  const known: Known[] = [];
  for (const one of waiting) {
    try {
      known.push({ ...one, people: await identitiesOf(shop, one) });
    } catch (error) {
      await leaveToItself(shop, one, { error, failed });
    }
  }
  return known;
}

/** Together, or where that fails each by itself. */
async function shredAll(shop: string, shredding: readonly Waiting[], failed: string[]): Promise<void> {
  try {
    await shred(shop, shredding);
  } catch {
    for (const one of shredding)
      await shred(shop, [one]).catch((error: unknown) => leaveToItself(shop, one, { error, failed }));
  }
}

async function shred(shop: string, shredding: readonly Waiting[]): Promise<void> {
  for (const subject of shredding.flatMap(({ removedSubjects }) => removedSubjects)) await shredSubject(shop, subject);
  await close(shop, shredding);
}

/** Its own task shows why, and is taken up again by itself. */
async function leaveToItself(
  shop: string,
  { request }: Waiting,
  { error, failed }: { error: unknown; failed: string[] },
): Promise<void> {
  const cause = plainCause(error);
  if (!failed.includes(cause)) failed.push(cause);
  await pool().query(
    `UPDATE "RequestTask" SET "status" = 'failed', "cause" = $3, "triedAt" = now()
     WHERE "shop" = $1 AND "request" = $2 AND "system" = 'candor' AND "status" IN ('searching', 'shredding')`,
    [shop, request, cause],
  );
}

async function listWaiting(shop: string): Promise<Waiting[]> {
  const { rows } = await pool().query<Waiting>(
    `SELECT t."request"::text, t."status", r."subject"::text, t."removedSubjects"::text[], t."sealedCursor"
     FROM "RequestTask" t JOIN "PrivacyRequest" r ON r."shop" = t."shop" AND r."id" = t."request"
     WHERE t."shop" = $1 AND t."status" IN ('searching', 'shredding') AND r."subject" IS NOT NULL
     ORDER BY t."request" LIMIT $2`,
    [shop, AT_ONCE],
  );
  return rows;
}

/** Searches once for all of them, and once more for each when something was found. Answers what was found where. */
async function searchFor(shop: string, known: readonly Known[]): Promise<string[]> {
  const at = new Date();
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

/** None of somebody whose key is gone: another erasure of theirs has searched already. */
async function identitiesOf(shop: string, { request, subject, sealedCursor }: Waiting): Promise<Identity[]> {
  if (!sealedCursor) return [];
  try {
    return JSON.parse((await openFor(shop, subject, erasedColumn(request), sealedCursor)).toString()) as Identity[];
  } catch (error) {
    if (error instanceof KeyShredded) return [];
    throw error;
  }
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
    WHERE "shop" = ${shop} AND "request" = ${request}::uuid AND "system" = 'candor' AND "status" = 'searching'`;
}

interface Theirs {
  id: string;
  isErasure: boolean;
  isRunning: boolean;
}

/**
 * Candor's own part of these erasures, and of every other of the same persons, is done; their requests of other kinds
 * are overtaken. The last thread to the persons is cut; an erasure is closed once the other systems are done.
 */
async function close(shop: string, erasures: readonly Waiting[]): Promise<void> {
  const subjects = erasures.flatMap(({ removedSubjects }) => removedSubjects);
  const at = new Date();
  await inTransaction(async (tx) => {
    const theirs = await tx.$queryRaw<Theirs[]>`
      SELECT "id"::text, "kind" = 'delete' AND "status" <> 'unverified' AS "isErasure",
        "status" IN ('unverified', 'open', 'on-hold') OR ("status" = 'done' AND "outcome" = 'partial') AS "isRunning"
      FROM "PrivacyRequest" WHERE "shop" = ${shop} AND "subject" = ANY(${subjects}::uuid[]) ORDER BY "id" FOR UPDATE`;
    await forgetSubjects(tx, shop, theirs);
    for (const { request, removedSubjects } of erasures) {
      const facts = { keys: removedSubjects.length };
      await appendEvidence(tx, shop, { kind: "subject.key-destroyed", at, request, facts });
    }
    const running = theirs.filter(({ isRunning }) => isRunning);
    await overtake(
      tx,
      shop,
      running.filter(({ isErasure }) => !isErasure).map(({ id }) => id),
      at,
    );
    for (const { id } of running.filter(({ isErasure }) => isErasure)) await finishOwn(tx, shop, id, at);
  });
}

async function forgetSubjects(tx: Tx, shop: string, theirs: readonly Theirs[]): Promise<void> {
  const ids = theirs.map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE "PrivacyRequest" SET "subject" = NULL WHERE "shop" = ${shop} AND "id" = ANY(${ids}::uuid[])`;
  // what a collection that ran meanwhile still kept opens no more; it goes too
  await tx.$executeRaw`DELETE FROM "CollectedPart" WHERE "shop" = ${shop} AND "request" = ANY(${ids}::uuid[])`;
  await tx.$executeRaw`DELETE FROM "PackagePart" WHERE "shop" = ${shop} AND "package" = ANY(${ids}::uuid[])`;
}

/** Nothing is left to hand over, correct or restrict. */
async function overtake(tx: Tx, shop: string, ids: readonly string[], at: Date): Promise<void> {
  const outcome: RequestOutcome = "superseded-by-erasure";
  const closed = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "PrivacyRequest" SET "status" = 'superseded', "outcome" = ${outcome}, "closedAt" = ${at}, "waitsFor" = NULL
    WHERE "shop" = ${shop} AND "id" = ANY(${[...ids]}::uuid[]) AND "status" <> 'done' RETURNING "id"::text`;
  await tx.$executeRaw`
    UPDATE "RequestTask" SET "status" = 'skipped', "cause" = 'The person was erased.', "doneAt" = ${at}
    WHERE "shop" = ${shop} AND "request" = ANY(${[...ids]}::uuid[]) AND "status" NOT IN ('done', 'skipped')`;
  for (const { id } of closed)
    await appendEvidence(tx, shop, { kind: "request.closed", at, request: id, facts: { outcome } });
}

/** Candor is done; Shopify is asked soon whether it is, too: perhaps it was its erasure that came first. */
async function finishOwn(tx: Tx, shop: string, request: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "RequestTask" SET "status" = 'done', "result" = 'gone', "cause" = NULL, "removedSubjects" = '{}',
      "doneAt" = ${at}
    WHERE "shop" = ${shop} AND "request" = ${request}::uuid AND "system" = 'candor'
      AND "status" NOT IN ('done', 'skipped')`;
  await advanceRequest(tx, shop, request, at);
  await tx.$executeRaw`
    UPDATE "RequestTask" SET "nextTryAt" = ${at}
    WHERE "shop" = ${shop} AND "request" = ${request}::uuid AND "system" = 'shopify' AND "status" = 'pending'`;
}
