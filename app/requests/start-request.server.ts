import type { Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { taskQueue } from "../jobs/jobs.ts";
import { enqueue } from "../jobs/queue.server.ts";
import type { RequestKind, RequestSource } from "../law/requests.ts";
import { listProcessors } from "../processors/list-processors.server.ts";
import { advanceRequest } from "./advance-request.server.ts";
import { isCandorLast, plan } from "./plan.ts";
import { waitForStaff } from "./wait-for-staff.server.ts";

interface Row {
  kind: RequestKind;
  source: RequestSource;
  isInstalled: boolean;
}

/**
 * Lets a request begin, inside the caller's transaction. The caller has made sure that the person is who they say and
 * that nothing else has to happen first; corrections still wait for staff to approve what is written
 * (`approveChanges`).
 */
export async function startRequest(tx: Tx, shop: string, request: string, now = new Date()): Promise<void> {
  const waits = await tx.$executeRaw`
    UPDATE "PrivacyRequest" SET "waitsFor" = 'decision' WHERE "shop" = ${shop} AND "id" = ${request}::uuid
      AND "kind" = 'correct' AND "status" = 'open' AND "waitsFor" IS NULL AND "startedAt" IS NULL`;
  if (waits === 0) await beginTasks(tx, shop, request, now);
}

/** Gives every system its part of a request, inside the caller's transaction. Tasks that exist stay as they are. */
export async function beginTasks(tx: Tx, shop: string, request: string, now: Date): Promise<void> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT r."kind", r."source",
      coalesce(s."installedAt" IS NOT NULL AND s."uninstalledAt" IS NULL, false) AS "isInstalled"
    FROM "PrivacyRequest" r LEFT JOIN "Shop" s ON s."shop" = r."shop"
    WHERE r."shop" = ${shop} AND r."id" = ${request}::uuid AND r."status" = 'open' AND r."waitsFor" IS NULL
    FOR UPDATE OF r`;
  if (!row || (await waitForStaff(tx, shop, { ...row, id: request }))) return;
  const processors = (await listProcessors(shop, row.kind, tx)).map(({ id }) => id);
  const systems = plan({ ...row, processors });
  const later = isCandorLast(row) ? "candor" : undefined;
  const added = [];
  for (const system of systems) {
    const isNew = await tx.$executeRaw`
      INSERT INTO "RequestTask" ("shop", "request", "system", "status", "startedAt")
      VALUES (${shop}, ${request}::uuid, ${system}, 'waiting', ${system === later ? null : now}::timestamptz)
      ON CONFLICT DO NOTHING`;
    if (isNew === 0) continue;
    added.push(system);
    if (system !== later) await enqueue(tx, taskQueue(system), { shop, request, system });
  }
  if (added.length === 0) return;
  await tx.$executeRaw`
    UPDATE "PrivacyRequest" SET "startedAt" = coalesce("startedAt", ${now})
    WHERE "shop" = ${shop} AND "id" = ${request}::uuid`;
  await appendEvidence(tx, shop, { kind: "request.started", at: now, request, facts: { systems: added } });
  await advanceRequest(tx, shop, request, now);
}
