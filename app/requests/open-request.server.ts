import { v7 } from "uuid";
import type { Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import type { Clock } from "../law/clocks.ts";
import { nextReminder } from "../law/reminders.ts";
import { lawOfRegion, type LawId } from "../law/laws.ts";
import type {
  Behalf,
  RequestKind,
  RequestOutcome,
  RequestSource,
  RequestStatus,
  VerifiedBy,
  WaitsFor,
} from "../law/requests.ts";
import type { Identity } from "../vault/identity.ts";
import { pseudonym, sealFor } from "../vault/subject-key.server.ts";
import { keepSubject } from "../vault/subjects.server.ts";
import { detailColumn, type RequestDetail } from "./request-detail.ts";
import { reckonClock } from "./reckon-clock.server.ts";
import { startRequest } from "./start-request.server.ts";

/** What is known when a request comes in. */
export interface NewRequest {
  kind: RequestKind;
  source: RequestSource;
  /** The source's own id of it: the same one never opens two requests. */
  externalId: string;
  identity: Identity;
  /** Ids of orders that are meant in particular. */
  orders: readonly string[];
  delivery?: string;
  receivedAt: Date;
  behalf?: Behalf;
  /** BCP 47, as the person reads. */
  language?: string;
  /** ISO 3166-1 or 3166-2, where the person lives. */
  region?: string;
  /** Absent while nobody knows whether the person is who they say: then nothing is collected or changed yet. */
  verifiedBy?: VerifiedBy;
  waitsFor?: WaitsFor;
  waitsUntil?: Date;
  /** What it says beyond its columns and `orders`. */
  detail?: Omit<RequestDetail, "orders">;
}

/**
 * Opens a request with its clock, its tasks and its evidence, inside the caller's transaction. The clock is that of the
 * strictest law until the person's place is known (`learnPlace`). Its tasks begin at once when the person is known to be who they say and nothing
 * else has to happen first (`startRequest` begins them later). A request that was opened before stays as it is: answers its id, or "known".
 */
export async function openRequest(tx: Tx, shop: string, wanted: NewRequest): Promise<string> {
  const subject = await keepSubject(tx, shop, wanted.identity);
  const id = v7();
  const detail: RequestDetail = { orders: wanted.orders, ...wanted.detail };
  const sealed = await sealFor(shop, subject, detailColumn(id), Buffer.from(JSON.stringify(detail)));
  const times = await timesOf(tx, shop, wanted);
  const isNew = await insertRequest(tx, shop, wanted, { id, times, subject, sealed });
  if (!isNew) return "known";
  await appendOpened(tx, shop, wanted, { id, times, subject: await pseudonym(shop, subject) });
  if (wanted.verifiedBy !== undefined && wanted.waitsFor === undefined) await startRequest(tx, shop, id);
  return id;
}

/**
 * Records a request that an erasure has overtaken: its person was erased after they asked, so nothing is collected and
 * nobody is put on file again.
 */
export async function recordOvertaken(tx: Tx, shop: string, wanted: NewRequest, now: Date): Promise<void> {
  const id = v7();
  const outcome: RequestOutcome = "erased-before";
  const times = await timesOf(tx, shop, wanted);
  if (!(await insertRequest(tx, shop, wanted, { id, times, outcome, closedAt: now }))) return;
  await appendOpened(tx, shop, wanted, { id, times });
  await appendEvidence(tx, shop, { kind: "request.closed", at: now, request: id, facts: { outcome } });
}

/** Whose law counts, and until when. */
interface Times {
  law: LawId;
  clock: Clock;
}

async function timesOf(
  tx: Tx,
  shop: string,
  { kind, source, region, receivedAt, verifiedBy }: NewRequest,
): Promise<Times> {
  const law = lawOfRegion(region, receivedAt);
  const verifiedAt = verifiedBy === undefined ? null : receivedAt;
  const row = { law, kind, source, receivedAt, verifiedAt, pausedAt: null, pausedMs: 0n, extendedAt: null };
  return { law, clock: await reckonClock(tx, shop, row, receivedAt) };
}

interface Inserted {
  id: string;
  times: Times;
  subject?: string;
  sealed?: Uint8Array<ArrayBuffer>;
  outcome?: RequestOutcome;
  closedAt?: Date;
}

async function insertRequest(tx: Tx, shop: string, wanted: NewRequest, rest: Inserted): Promise<boolean> {
  const { kind, source, externalId, receivedAt } = wanted;
  const { count } = await tx.privacyRequest.createMany({
    data: {
      ...{ shop, id: rest.id, kind, source, externalId, receivedAt },
      ...{ status: statusOf(wanted, rest), law: rest.times.law },
      ...{ deadline: rest.times.clock.due, acknowledgeBy: rest.times.clock.confirmBy },
      remindAt: rest.closedAt === undefined ? nextReminder(rest.times.clock, receivedAt) : null,
      countryCode: wanted.region?.slice(0, 2) ?? null,
      ...given({ subject: rest.subject, outcome: rest.outcome, closedAt: rest.closedAt, sealedDetail: rest.sealed }),
      ...given({ delivery: wanted.delivery, behalf: wanted.behalf, language: wanted.language, region: wanted.region }),
      ...given({ waitsFor: wanted.waitsFor, waitsUntil: wanted.waitsUntil, verifiedBy: wanted.verifiedBy }),
      ...(wanted.verifiedBy !== undefined && { verifiedAt: receivedAt }),
      // Shopify names the orders of whom it erases
      ...(kind === "delete" && source === "shopify" && { hasOrdered: wanted.orders.length > 0 }),
    },
    skipDuplicates: true,
  });
  return count === 1;
}

/** The columns that have a value. */
function given<T extends object>(columns: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(columns).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function statusOf({ verifiedBy }: NewRequest, { closedAt }: Inserted): RequestStatus {
  if (closedAt) return "superseded";
  return verifiedBy === undefined ? "unverified" : "open";
}

async function appendOpened(
  tx: Tx,
  shop: string,
  wanted: NewRequest,
  { id, times, subject }: { id: string; times: Times; subject?: string },
): Promise<void> {
  await appendEvidence(tx, shop, {
    kind: "request.opened",
    at: wanted.receivedAt,
    request: id,
    ...(subject !== undefined && { subject }),
    facts: {
      requestKind: wanted.kind,
      source: wanted.source,
      law: times.law,
      deadline: times.clock.due.toISOString(),
      ...(wanted.delivery !== undefined && { delivery: wanted.delivery }),
    },
  });
}
