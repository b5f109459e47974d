import { inTransaction, prisma, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import type { RequestOutcome } from "../law/requests.ts";
import { eraseSubjects, rememberErased } from "../vault/erase-subjects.server.ts";
import type { Person } from "../vault/keeper.ts";
import { pseudonym, shredSubject } from "../vault/subject-key.server.ts";
import { findSubjects, readSubject } from "../vault/subjects.server.ts";
import type { Keepers, RunningTask, TaskResult } from "./run-task.server.ts";
import { searchResidue } from "./search-residue.server.ts";

/**
 * Erases everything that Candor holds about a person, in two commits around the destruction of their key:
 * 1. rows go, every table is searched for what an outsider could still find, both become evidence;
 * 2. the key goes; 3. the request is closed and forgets whose it was.
 * A repeated run goes on where the last one ended.
 */
export async function erasePerson(shop: string, task: RunningTask, keepers: Keepers): Promise<TaskResult> {
  if (task.subject === null) return { status: "closed" };
  let removed = await removedBefore(shop, task);
  if (!removed) {
    const identity = (await readSubject(shop, task.subject)) ?? {};
    const all = [...new Set([task.subject, ...(await findSubjects(shop, identity))])];
    if (await isHeld(shop, all)) {
      await hold(shop, task);
      return { status: "held" };
    }
    await removeRows(shop, task, all, keepers);
    removed = all;
  }
  for (const subject of removed) await shredSubject(shop, subject);
  await close(shop, removed);
  return { status: "closed" };
}

/** Whose rows an earlier run removed, if one did: the task remembers their ids, which say nothing about them. */
async function removedBefore(shop: string, task: RunningTask): Promise<string[] | undefined> {
  const where = { shop_request_system: { shop, request: task.request, system: task.system } };
  const row = await prisma().requestTask.findUnique({ where });
  return row?.removedSubjects.length ? row.removedSubjects : undefined;
}

async function isHeld(shop: string, subjects: readonly string[]): Promise<boolean> {
  const where = { shop, subject: { in: [...subjects] }, releasedAt: null };
  return (await prisma().legalHold.count({ where })) > 0;
}

async function hold(shop: string, task: RunningTask): Promise<void> {
  await inTransaction(async (tx) => {
    const where = { shop, id: task.request, status: "open" };
    const changed = await tx.privacyRequest.updateMany({ where, data: { status: "on-hold" } });
    const held = await tx.legalHold.findFirst({ where: { shop, subject: task.subject ?? "", releasedAt: null } });
    if (changed.count === 0 || !held) return;
    const facts = { hold: held.id, ground: held.ground, reviewOn: held.reviewOn.toISOString().slice(0, 10) };
    await appendEvidence(tx, shop, { kind: "request.held", at: new Date(), request: task.request, facts });
  });
}

async function removeRows(shop: string, task: RunningTask, all: readonly string[], keepers: Keepers): Promise<void> {
  const people: Person[] = [];
  for (const subject of all) people.push({ subject, identity: (await readSubject(shop, subject)) ?? {} });
  const at = new Date();
  await inTransaction(async (tx) => {
    const packages = await tx.package.findMany({ where: { shop, subject: { in: [...all] } }, select: { id: true } });
    const removed: Record<string, number> = {};
    for (const person of people) {
      for (const keeper of keepers) add(removed, await keeper.erase(tx, shop, person));
      await rememberErased(tx, shop, person.identity, at);
    }
    add(removed, await eraseSubjects(tx, shop, all));
    const residue = await searchResidue(tx, shop, people.map(({ identity }) => identity));
    const subject = await pseudonym(shop, task.subject ?? "");
    const about = { at, request: task.request, subject };
    for (const { id } of packages)
      await appendEvidence(tx, shop, {
        ...{ at, request: id, kind: "request.package-removed" as const },
        facts: { package: id, reason: "person-erased" },
      });
    const counts = Object.entries(removed).map(([table, count]) => `${table}: ${String(count)}`);
    await appendEvidence(tx, shop, { ...about, kind: "subject.erased", facts: { removed: counts, keyShredded: true } });
    await appendEvidence(tx, shop, { ...about, kind: "subject.residue-searched", facts: residue });
    await tx.requestTask.update({
      where: { shop_request_system: { shop, request: task.request, system: task.system } },
      data: { removedSubjects: [...all] },
    });
  });
}

function add(sums: Record<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [table, count] of Object.entries(counts)) sums[table] = (sums[table] ?? 0) + count;
}

async function close(shop: string, subjects: readonly string[]): Promise<void> {
  await inTransaction(async (tx) => {
    const at = new Date();
    const theirs = await tx.privacyRequest.findMany({ where: { shop, subject: { in: [...subjects] } } });
    await tx.requestTask.updateMany({ where: { shop, request: { in: theirs.map(({ id }) => id) } }, data: { removedSubjects: [] } });
    for (const request of theirs) {
      const isOpen = request.status === "open" || request.status === "on-hold";
      const outcome: RequestOutcome = request.kind === "delete" ? "erased" : "superseded-by-erasure";
      const status = request.kind === "delete" ? "done" : "superseded";
      await tx.privacyRequest.update({
        where: { shop_id: { shop, id: request.id } },
        data: { subject: null, ...(isOpen && { status, outcome, closedAt: at }) },
      });
      if (isOpen) await closeTasks(tx, shop, request.id, request.kind);
      if (isOpen)
        await appendEvidence(tx, shop, { kind: "request.closed", at, request: request.id, facts: { outcome } });
    }
  });
}

async function closeTasks(tx: Tx, shop: string, request: string, kind: string): Promise<void> {
  const state = kind === "delete" ? { status: "done", cause: null } : { status: "skipped", cause: "The person was erased." };
  await tx.requestTask.updateMany({
    where: { shop, request, status: { notIn: ["done", "skipped"] } },
    data: { ...state, doneAt: new Date() },
  });
}
