import { prisma } from "../db/database.server.ts";
import type { LawId } from "../law/laws.ts";
import type {
  HoldGround,
  RequestKind,
  RequestOutcome,
  RequestSource,
  RequestStatus,
  System,
  TaskStatus,
  WaitsFor,
} from "../law/requests.ts";
import { openFor } from "../vault/subject-key.server.ts";
import { readSubject } from "../vault/subjects.server.ts";
import { holdColumn } from "./hold-person.server.ts";
import { maskPerson } from "./mask-person.ts";
import type { HoldView, PackageView, RequestView, TaskView } from "./request-view.ts";
import type { TaskResultCode } from "./task-result.ts";

/** A system in one of these needs a look. */
export const FAILING: readonly TaskStatus[] = ["failed", "given-up"];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A request with all that its page shows, the person masked; undefined when the store has no such request. */
export async function readRequest(shop: string, id: string, now: Date): Promise<RequestView | undefined> {
  if (!UUID.test(id)) return undefined;
  const row = await prisma().privacyRequest.findUnique({ where: { shop_id: { shop, id } } });
  if (!row) return undefined;
  const tasks = await readTasks(shop, id);
  const identity = row.subject === null ? undefined : await readSubject(shop, row.subject);
  return {
    id,
    kind: row.kind as RequestKind,
    source: row.source as RequestSource,
    status: row.status as RequestStatus,
    outcome: row.outcome as RequestOutcome | null,
    waitsFor: row.waitsFor as WaitsFor | null,
    law: row.law as LawId,
    region: row.region ?? row.countryCode,
    receivedAt: row.receivedAt,
    deadline: row.deadline,
    closedAt: row.closedAt,
    certifiedAt: row.certifiedAt,
    person: maskPerson(identity),
    isFailing: tasks.some(({ status }) => FAILING.includes(status)),
    tasks,
    package: await readPackageFacts(shop, id, now),
    hold: row.subject === null ? null : await readHold(shop, row.subject),
  };
}

async function readTasks(shop: string, request: string): Promise<TaskView[]> {
  const rows = await prisma().requestTask.findMany({ where: { shop, request }, orderBy: { system: "asc" } });
  const processors = await prisma().processor.findMany({ where: { shop }, select: { id: true, name: true } });
  const names = new Map(processors.map(({ id, name }) => [`processor:${id}`, name]));
  return rows.map(({ system, status, result, attempts, cause, progress, startedAt, nextTryAt, doneAt, doneBy }) => ({
    ...{ system: system as System, status: status as TaskStatus, result: result as TaskResultCode | null },
    name: names.get(system) ?? null,
    ...{ attempts, cause, progress, startedAt, nextTryAt, doneAt, doneBy },
  }));
}

async function readPackageFacts(shop: string, request: string, now: Date): Promise<PackageView | null> {
  const row = await prisma().package.findUnique({ where: { shop_request: { shop, request } } });
  if (!row || row.expiresAt <= now) return null;
  const { id, bytes, createdAt, expiresAt, downloads } = row;
  return { id, bytes: Number(bytes), createdAt, expiresAt, downloads };
}

async function readHold(shop: string, subject: string): Promise<HoldView | null> {
  const row = await prisma().legalHold.findFirst({ where: { shop, subject, releasedAt: null } });
  return row && { id: row.id, ground: row.ground as HoldGround, placedAt: row.placedAt, reviewOn: row.reviewOn };
}

/**
 * The reason of a hold in staff's own words. It may name the person: show it only together with them. Undefined when
 * the hold is over or the person erased.
 */
export async function readHoldReason(shop: string, request: string): Promise<string | undefined> {
  const row = await prisma().privacyRequest.findUnique({ where: { shop_id: { shop, id: request } } });
  if (!row?.subject) return undefined;
  const hold = await prisma().legalHold.findFirst({ where: { shop, subject: row.subject, releasedAt: null } });
  if (!hold) return undefined;
  return (await openFor(shop, row.subject, holdColumn(hold.id), hold.sealedReason)).toString();
}
