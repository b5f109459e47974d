import { v7 } from "uuid";
import type { Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { taskQueue } from "../jobs/jobs.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { SHOPIFY_CLOCK } from "../law/deadlines.ts";
import type { RequestKind, RequestOutcome, RequestSource } from "../law/requests.ts";
import type { Identity } from "../vault/identity.ts";
import { pseudonym, sealFor } from "../vault/subject-key.server.ts";
import { keepSubject } from "../vault/subjects.server.ts";
import { deadline } from "./deadline.ts";
import { plan } from "./plan.ts";

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
}

/** What a request says beyond its columns; sealed. */
export interface RequestDetail {
  orders: readonly string[];
}

/** Where a request's detail belongs. */
export const detailColumn = (request: string) => `PrivacyRequest.sealedDetail ${request}`;

/**
 * Opens a request with its clock, its tasks and its evidence, inside the caller's transaction. The clock is Shopify's
 * until the person's country is known. A request that was opened before stays as it is: answers its id, or "known".
 */
export async function openRequest(tx: Tx, shop: string, wanted: NewRequest): Promise<string> {
  const subject = await keepSubject(tx, shop, wanted.identity);
  const id = v7();
  const detail: RequestDetail = { orders: wanted.orders };
  const sealed = await sealFor(shop, subject, detailColumn(id), Buffer.from(JSON.stringify(detail)));
  const isNew = await insertRequest(tx, shop, wanted, { id, subject, sealed });
  if (!isNew) return "known";
  for (const system of plan(wanted.kind, await isInstalled(tx, shop))) {
    await tx.$executeRaw`
      INSERT INTO "RequestTask" ("shop", "request", "system", "status")
      VALUES (${shop}, ${id}::uuid, ${system}, 'waiting')`;
    await enqueue(tx, taskQueue(system), { shop, request: id, system });
  }
  await appendOpened(tx, shop, wanted, { id, subject: await pseudonym(shop, subject) });
  return id;
}

async function isInstalled(tx: Tx, shop: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Shop" WHERE "shop" = ${shop} AND "installedAt" IS NOT NULL AND "uninstalledAt" IS NULL`;
  return rows.length > 0;
}

/**
 * Records a request that an erasure has overtaken: its person was erased after they asked, so nothing is collected and
 * nobody is put on file again.
 */
export async function recordOvertaken(tx: Tx, shop: string, wanted: NewRequest, now: Date): Promise<void> {
  const id = v7();
  const outcome: RequestOutcome = "erased-before";
  if (!(await insertRequest(tx, shop, wanted, { id, outcome, closedAt: now }))) return;
  await appendOpened(tx, shop, wanted, { id });
  await appendEvidence(tx, shop, { kind: "request.closed", at: now, request: id, facts: { outcome } });
}

async function insertRequest(
  tx: Tx,
  shop: string,
  wanted: NewRequest,
  rest: { id: string; subject?: string; sealed?: Uint8Array; outcome?: RequestOutcome; closedAt?: Date },
): Promise<boolean> {
  const { kind, source, externalId, delivery = null, receivedAt } = wanted;
  const { id, subject = null, sealed = null, outcome = null, closedAt = null } = rest;
  const until = deadline(receivedAt, SHOPIFY_CLOCK);
  const count = await tx.$executeRaw`
    INSERT INTO "PrivacyRequest" ("shop", "id", "kind", "source", "status", "outcome", "subject", "externalId",
      "delivery", "law", "receivedAt", "deadline", "closedAt", "sealedDetail")
    VALUES (${shop}, ${id}::uuid, ${kind}, ${source}, ${closedAt ? "superseded" : "open"}, ${outcome},
      ${subject}::uuid, ${externalId}, ${delivery}::uuid, ${SHOPIFY_CLOCK}, ${receivedAt}, ${until}, ${closedAt},
      ${sealed})
    ON CONFLICT DO NOTHING`;
  return count === 1;
}

async function appendOpened(
  tx: Tx,
  shop: string,
  wanted: NewRequest,
  { id, subject }: { id: string; subject?: string },
): Promise<void> {
  await appendEvidence(tx, shop, {
    kind: "request.opened",
    at: wanted.receivedAt,
    request: id,
    ...(subject !== undefined && { subject }),
    facts: {
      requestKind: wanted.kind,
      source: wanted.source,
      law: SHOPIFY_CLOCK,
      deadline: deadline(wanted.receivedAt, SHOPIFY_CLOCK).toISOString(),
      ...(wanted.delivery !== undefined && { delivery: wanted.delivery }),
    },
  });
}
