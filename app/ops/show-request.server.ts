import { prisma } from "../db/database.server.ts";
import { listEvidence, type ListedEntry } from "../evidence/list-evidence.server.ts";
import { PlainProblem } from "../jobs/cause.ts";
import type { Options } from "./commands.ts";
import type { Result, Row } from "./result.ts";

/** `requests show`: one request and what belongs to it, without anything about the person. */
export async function showRequest({ shop, id }: Options<"requests show">): Promise<Result> {
  const [request, tasks, packed, evidence] = await Promise.all([
    readRequest(shop, id),
    readTasks(shop, id),
    readPackage(shop, id),
    readEvidence(shop, id),
  ]);
  return { kind: "facts", facts: { request, tasks, package: packed, evidence } };
}

async function readRequest(shop: string, id: string): Promise<Row> {
  const row = await prisma().privacyRequest.findUnique({ where: { shop_id: { shop, id } } });
  if (!row) throw new PlainProblem("This store has no request with this id.");
  const { subject, sealedDetail: _detail, sealedRest: _rest, shop: _shop, pausedMs, ...facts } = row;
  const isOverdue = row.closedAt === null && row.deadline < new Date();
  return {
    ...facts,
    pausedMs: Number(pausedMs),
    overdue: isOverdue,
    person: subject === null ? "not on file" : "on file",
  };
}

async function readTasks(shop: string, request: string): Promise<Row[]> {
  const { system, status, attempts, progress, cause, nextTryAt, startedAt, doneAt } = TASK_COLUMNS;
  return prisma().requestTask.findMany({
    where: { shop, request },
    orderBy: { system: "asc" },
    select: { system, status, attempts, progress, cause, nextTryAt, startedAt, doneAt },
  });
}

const TASK_COLUMNS = {
  system: true,
  status: true,
  attempts: true,
  progress: true,
  cause: true,
  nextTryAt: true,
  startedAt: true,
  doneAt: true,
} as const;

async function readPackage(shop: string, request: string): Promise<Row | null> {
  const row = await prisma().package.findUnique({ where: { shop_request: { shop, request } } });
  if (!row) return null;
  const { id, createdAt, expiresAt, bytes, parts, downloads } = row;
  return { id, createdAt, expiresAt, bytes: Number(bytes), parts, downloads };
}

async function readEvidence(shop: string, request: string): Promise<Row[]> {
  const found: ListedEntry[] = [];
  let before: number | null | undefined;
  while (before !== null) {
    const page = await listEvidence(shop, { request, ...(before !== undefined && { before }) });
    found.push(...page.entries);
    before = page.next;
  }
  return found.reverse().map(({ seq, at, kind, facts, hash }) => ({ seq, at, kind, facts, hash }));
}
