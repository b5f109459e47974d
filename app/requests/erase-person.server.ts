import { inTransaction, pool, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { eraseSubjects, rememberErased } from "../vault/erase-subjects.server.ts";
import type { Identity } from "../vault/identity.ts";
import type { Person } from "../vault/keeper.ts";
import { pseudonym, sealFor } from "../vault/subject-key.server.ts";
import { readSubjects } from "../vault/subjects.server.ts";
import { isHeldBack, subjectsOf } from "./hold-erasure.server.ts";
import type { Keepers } from "./run-task.server.ts";
import type { RunningTask, TaskResult } from "./running-task.ts";
import { holdLastMails } from "./tell-answer.server.ts";
import { keepRest } from "./task-person.server.ts";

/** Where the identifiers wait, sealed, until the whole database was searched for them. */
export const erasedColumn = (request: string) => `RequestTask.sealedCursor erased ${request}`;

/**
 * The first half of an erasure: every row about the person goes, in one commit with its proof. Their key lives on until
 * the search for residue, which needs to know what to look for (`finishErasures`). Safe to repeat.
 */
export async function erasePerson(shop: string, task: RunningTask, keepers: Keepers): Promise<TaskResult> {
  if (task.subject === null) return { status: "closed" };
  const all = await subjectsOf(shop, task.subject);
  const isRemoved = await wereRemoved(shop, task);
  if (!isRemoved && (await isHeldBack(shop, task, all))) return { status: "held" };
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
    WHERE "shop" = ${shop} AND "request" = ${request}::uuid AND "system" = 'candor' AND "status" = 'running'`;
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
  await holdLastMails(tx, shop, all);
  await keepForOthers(tx, shop, people);
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

/** Systems that are not done with these persons' erasures still have to know who they are. */
async function keepForOthers(tx: Tx, shop: string, people: readonly Person[]): Promise<void> {
  for (const { subject, identity } of people) {
    const unfinished = await tx.$queryRaw<{ id: string }[]>`
      SELECT r."id"::text FROM "PrivacyRequest" r
      WHERE r."shop" = ${shop} AND r."subject" = ${subject}::uuid AND r."kind" = 'delete'
        AND EXISTS (SELECT 1 FROM "RequestTask" t WHERE t."shop" = r."shop" AND t."request" = r."id"
          AND t."system" <> 'candor' AND t."status" NOT IN ('done', 'skipped'))`;
    for (const { id } of unfinished) await keepRest(tx, shop, id, identity);
  }
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
