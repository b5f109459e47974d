import { prisma } from "../db/database.server.ts";
import { cutPage, walksBack, type Page, type Turn } from "../paging/keyset.ts";
import type { LawId } from "../law/laws.ts";
import type { RequestKind, RequestSource, RequestStatus } from "../law/requests.ts";
import { findSubjects, readSubjects } from "../vault/subjects.server.ts";
import { maskPerson } from "./mask-person.ts";
import { FAILING } from "./read-request.server.ts";
import type { RequestRow } from "./request-view.ts";
import { searchTerm } from "./search-term.ts";

const PAGE = 25;
/** More requests than one person ever makes; a search shows no more. */
const FOUND_AT_MOST = 100;

/** Which requests are wanted. Nothing given means all. */
export interface RequestFilter {
  statuses?: readonly RequestStatus[];
  kind?: RequestKind;
  /** Only those whose deadline passed while they run. */
  isOverdue?: boolean;
}

/** Which page of them, and in which order of their deadlines. */
export interface RequestOrder {
  latestFirst?: boolean;
  turn?: Turn;
  limit?: number;
}

/** A page of a store's requests by deadline, the nearest first unless asked otherwise; persons are masked. */
export async function listRequests(
  shop: string,
  filter: RequestFilter,
  { latestFirst = false, turn, limit = PAGE }: RequestOrder,
  now: Date,
): Promise<Page<RequestRow>> {
  // walking back through the earliest-first list is walking through the latest-first one
  const isDescending = latestFirst !== walksBack(turn);
  const order = isDescending ? ("desc" as const) : ("asc" as const);
  const found = await prisma().privacyRequest.findMany({
    where: { AND: [{ shop }, wanted(filter, now), beyond(turn, isDescending)] },
    orderBy: [{ deadline: order }, { id: order }],
    take: limit + 1,
    select: COLUMNS,
  });
  const page = cutPage(found, turn, limit, ({ deadline, id }) => ({ at: deadline, id }));
  return { ...page, rows: await completeRows(shop, page.rows) };
}

/**
 * The requests of the person whom a search term names (e-mail, telephone or customer id), found through blind indexes:
 * the term itself is neither kept nor logged. Nearest deadline first.
 */
export async function findRequests(shop: string, term: string): Promise<RequestRow[]> {
  const subjects = new Set<string>();
  for (const identity of searchTerm(term)) {
    for (const subject of await findSubjects(shop, identity)) subjects.add(subject);
  }
  if (subjects.size === 0) return [];
  const found = await prisma().privacyRequest.findMany({
    where: { shop, subject: { in: [...subjects] } },
    orderBy: [{ deadline: "asc" }, { id: "asc" }],
    take: FOUND_AT_MOST,
    select: COLUMNS,
  });
  return completeRows(shop, found);
}

const COLUMNS = {
  ...{ id: true, kind: true, source: true, status: true, law: true, subject: true },
  ...{ receivedAt: true, deadline: true, closedAt: true },
} as const;

interface Found {
  id: string;
  kind: string;
  source: string;
  status: string;
  law: string;
  subject: string | null;
  receivedAt: Date;
  deadline: Date;
  closedAt: Date | null;
}

function wanted({ statuses, kind, isOverdue }: RequestFilter, now: Date) {
  return {
    ...(statuses && { status: { in: [...statuses] } }),
    ...(kind && { kind }),
    ...(isOverdue === true && { deadline: { lt: now }, closedAt: null }),
  };
}

function beyond(turn: Turn, isDescending: boolean) {
  if (!turn) return {};
  const { at, id } = walksBack(turn) ? turn.before : turn.after;
  const side = <T>(value: T) => (isDescending ? { lt: value } : { gt: value });
  return { OR: [{ deadline: side(at) }, { deadline: at, id: side(id) }] };
}

/** Adds what other tables know: whom it is about, and whether a task fails. */
async function completeRows(shop: string, found: readonly Found[]): Promise<RequestRow[]> {
  const people = await readSubjects(
    shop,
    found.flatMap(({ subject }) => subject ?? []),
  );
  const failing = await prisma().requestTask.findMany({
    where: { shop, request: { in: found.map(({ id }) => id) }, status: { in: [...FAILING] } },
    select: { request: true },
  });
  return found.map(({ subject, ...row }) => ({
    ...row,
    kind: row.kind as RequestKind,
    source: row.source as RequestSource,
    status: row.status as RequestStatus,
    law: row.law as LawId,
    person: maskPerson(subject === null ? undefined : people.get(subject)),
    isFailing: failing.some(({ request }) => request === row.id),
  }));
}
