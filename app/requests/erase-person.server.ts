import { inTransaction, pool, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { eraseSubjects, rememberErased } from "../vault/erase-subjects.server.ts";
import type { Identity } from "../vault/identity.ts";
import type { Person } from "../vault/keeper.ts";
import { pseudonym, sealFor } from "../vault/subject-key.server.ts";
import { findSubjects, readSubject, readSubjects } from "../vault/subjects.server.ts";
import type { Keepers, RunningTask, TaskResult } from "./run-task.server.ts";

/** Where the identifiers wait, sealed, until the whole database was searched for them. */
export const erasedColumn = (request: string) => `RequestTask.sealedCursor erased ${request}`;

/**
 * The first half of an erasure: every row about the person goes, in one commit with its proof. Their key lives on until
 * the search for residue, which needs to know what to look for (`finishErasures`). Safe to repeat.
 */
export async function erasePerson(shop: string, task: RunningTask, keepers: Keepers): Promise<TaskResult> {
  if (task.subject === null) return { status: "closed" };
  const identity = await readSubject(shop, task.subject);
  const all = [...new Set([task.subject, ...(await findSubjects(shop, identity ?? {}))])];
  const isRemoved = await wereRemoved(shop, task);
  if (!isRemoved && (await isHeld(shop, all))) {
    await hold(shop, task, all);
    return { status: "held" };
  }
  const people = isRemoved ? [] : await peopleOf(shop, all);
  await inTransaction(async (tx) => {
    if (isRemoved) await setSearching(tx, shop, task.request);
    else await removePerson(tx, shop, { task, people }, keepers);
    await enqueue(tx, "erasure.finish", { shop });
  });
  return { status: "closed" };
}

/** Whether an earlier run got as far as removing the rows: the task then remembers whose they were. */
async function wereRemoved(shop: string, task: RunningTask): Promise<boolean> {
  const { rowCount } = await pool().query(
    `SELECT 1 FROM "RequestTask" WHERE "shop" = $1 AND "request" = $2 AND "system" = $3
     AND cardinality("removedSubjects") > 0`,
    [shop, task.request, task.system],
  );
  return rowCount === 1;
}

async function setSearching(tx: Tx, shop: string, request: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "RequestTask" SET "status" = CASE WHEN "sealedCursor" IS NULL THEN 'shredding' ELSE 'searching' END
    WHERE "shop" = ${shop} AND "request" = ${request}::uuid AND "status" = 'running'`;
}

async function isHeld(shop: string, subjects: readonly string[]): Promise<boolean> {
  const { rows } = await pool().query(
    `SELECT 1 FROM "LegalHold" WHERE "shop" = $1 AND "subject" = ANY($2) AND "releasedAt" IS NULL LIMIT 1`,
    [shop, subjects],
  );
  return rows.length > 0;
}

async function hold(shop: string, task: RunningTask, subjects: readonly string[]): Promise<void> {
  await inTransaction(async (tx) => {
    const where = { shop, id: task.request, status: "open" };
    const changed = await tx.privacyRequest.updateMany({ where, data: { status: "on-hold" } });
    const held = await tx.legalHold.findFirst({ where: { shop, subject: { in: [...subjects] }, releasedAt: null } });
    if (changed.count === 0 || !held) return;
    const facts = { hold: held.id, ground: held.ground, reviewOn: held.reviewOn.toISOString().slice(0, 10) };
    await appendEvidence(tx, shop, { kind: "request.held", at: new Date(), request: task.request, facts });
  });
}

async function removePerson(
  tx: Tx,
  shop: string,
  { task, people }: { task: RunningTask; people: readonly Person[] },
  keepers: Keepers,
): Promise<void> {
  const at = new Date();
  const subject = task.subject ?? "";
  const all = people.map(({ subject: one }) => one);
  const packages = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM "Package" WHERE "shop" = ${shop} AND "subject" = ANY(${all}::uuid[])`;
  const removed = await removeRows(tx, shop, people, keepers);
  const identities: Identity[] = people.map(({ identity }) => identity);
  const sealed = await sealFor(shop, subject, erasedColumn(task.request), Buffer.from(JSON.stringify(identities)));
  await tx.$executeRaw`
    UPDATE "RequestTask" SET "status" = 'searching', "removedSubjects" = ${all}::uuid[], "sealedCursor" = ${sealed}
    WHERE "shop" = ${shop} AND "request" = ${task.request}::uuid AND "system" = ${task.system}`;
  for (const { id } of packages) {
    const facts = { package: id, reason: "person-erased" };
    await appendEvidence(tx, shop, { at, request: id, kind: "request.package-removed", facts });
  }
  const about = { at, request: task.request, subject: await pseudonym(shop, subject) };
  await appendEvidence(tx, shop, { ...about, kind: "subject.erased", facts: { removed } });
}

async function peopleOf(shop: string, subjects: readonly string[]): Promise<Person[]> {
  const known = await readSubjects(shop, subjects);
  return subjects.map((subject) => ({ subject, identity: known.get(subject) ?? {} }));
}

/** Lets everybody who stores persons delete theirs, the vault last. Answers `table: rows` of each. */
async function removeRows(tx: Tx, shop: string, people: readonly Person[], keepers: Keepers): Promise<string[]> {
  const sums = new Map<string, number>();
  const add = (counts: Readonly<Record<string, number>>) => {
    for (const [table, count] of Object.entries(counts)) sums.set(table, (sums.get(table) ?? 0) + count);
  };
  for (const person of people) {
    for (const keeper of keepers) add(await keeper.erase(tx, shop, person));
    await rememberErased(tx, shop, person.identity, new Date());
  }
  const subjects = people.map(({ subject }) => subject);
  add(await eraseSubjects(tx, shop, subjects));
  return [...sums].map(([table, count]) => `${table}: ${String(count)}`);
}
