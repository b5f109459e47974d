import { inTransaction, prisma } from "../db/database.server.ts";
import type { RequestKind, RequestOutcome, RequestStatus, TaskStatus, WaitsFor } from "../law/requests.ts";
import { findSubjects } from "../vault/subjects.server.ts";
import { systemTitle } from "./shopper/system-title.ts";
import type { RequestState } from "./shopper/status-page.ts";

/** A request's state, without the ways on, which depend on how somebody came to it. */
export type PlainState = Omit<RequestState, "packagePath" | "appealPath" | "token"> & {
  id: string;
  hasPackage: boolean;
  /** Refused, and nobody has appealed yet. */
  isAppealable: boolean;
};

/** More requests than a person makes; the page shows no more. */
const MOST = 50;

/** Where one request stands; where one went on with another, that one. Undefined when there is none. */
export async function readState(shop: string, id: string, now: Date): Promise<PlainState | undefined> {
  const row = await prisma().privacyRequest.findUnique({ where: { shop_id: { shop, id } } });
  const [state] = row ? await toStates(shop, [row.mergedInto ?? id], now) : [];
  return state;
}

/** The requests of a customer who is signed in, newest first. */
export async function readCustomerStates(shop: string, customerId: string, now: Date): Promise<PlainState[]> {
  const subjects = await findSubjects(shop, { customerId });
  const rows = await prisma().privacyRequest.findMany({
    where: { shop, subject: { in: subjects }, mergedInto: null },
    orderBy: { receivedAt: "desc" },
    take: MOST,
    select: { id: true },
  });
  return toStates(
    shop,
    rows.map(({ id }) => id),
    now,
  );
}

/** Whether a request is about a customer: then they need no link. */
export async function isAboutCustomer(shop: string, id: string, customerId: string): Promise<boolean> {
  const row = await prisma().privacyRequest.findUnique({ where: { shop_id: { shop, id } } });
  return row?.subject != null && (await findSubjects(shop, { customerId })).includes(row.subject);
}

async function toStates(shop: string, ids: readonly string[], now: Date): Promise<PlainState[]> {
  const [rows, tasks, packages, appeals] = await inTransaction((tx) =>
    Promise.all([
      tx.privacyRequest.findMany({ where: { shop, id: { in: [...ids] } }, orderBy: { receivedAt: "desc" } }),
      tx.requestTask.findMany({ where: { shop, request: { in: [...ids] } }, orderBy: { system: "asc" } }),
      tx.package.findMany({
        where: { shop, request: { in: [...ids] }, expiresAt: { gt: now } },
        select: { request: true },
      }),
      tx.privacyRequest.findMany({ where: { shop, appealOf: { in: [...ids] } }, select: { appealOf: true } }),
    ]),
  );
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind as RequestKind, status: row.status as RequestStatus },
    ...{ outcome: row.outcome as RequestOutcome | null, waitsFor: row.waitsFor as WaitsFor | null },
    ...{ receivedAt: row.receivedAt, deadline: row.deadline, closedAt: row.closedAt },
    systems: tasks
      .filter(({ request }) => request === row.id)
      .map(({ system, status }) => ({ name: systemTitle(system), status: status as TaskStatus })),
    hasPackage: packages.some(({ request }) => request === row.id),
    isAppealable:
      row.status === "refused" && row.kind !== "appeal" && !appeals.some(({ appealOf }) => appealOf === row.id),
  }));
}
