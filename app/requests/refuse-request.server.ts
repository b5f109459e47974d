import { inTransaction, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { taskQueue } from "../jobs/jobs.ts";
import { endJobsOf } from "../jobs/problems.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { groundsFor, type UsableGround } from "../law/refusal-grounds.ts";
import type { RequestOutcome } from "../law/requests.ts";
import { keepDecision, type Deciding } from "./keep-decision.server.ts";
import { isRunning, lockRequest, type LockedRequest } from "./lock-request.server.ts";
import { readAddresses } from "./storefront-addresses.server.ts";
import { tellRefused } from "./tell-decision.server.ts";

/** Why a system's part was dropped: with it, a granted appeal finds what it dropped. */
export const REFUSED_CAUSE = "The request was refused.";

/** Why a request is refused. */
export interface Refusal {
  /** A ground of `law/refusal-grounds.ts`. */
  ground: string;
  /** For the person, beside the ground's own words; may be "". */
  explanation: string;
  /** For the store's own record; kept sealed. */
  reason: string;
}

/**
 * Refuses a request on a ground that the person's law has for its kind, and tells the person why and where to complain.
 * What its systems have not begun is dropped. "over": it ended before, or an erasure is already under way.
 */
export async function refuseRequest(
  shop: string,
  id: string,
  refusal: Refusal,
  by: Deciding,
): Promise<"refused" | "over" | "no-such-ground"> {
  const addresses = await readAddresses(shop);
  return inTransaction(async (tx) => {
    const row = await lockRequest(tx, shop, id);
    if (!row || !isRunning(row) || (await isBeingErased(tx, shop, row))) return "over";
    const ground = usable(row, refusal.ground);
    if (!ground) return "no-such-ground";
    await close(tx, shop, row, by.now);
    await keepDecision(tx, shop, { about: row, decision: "refused", ground: ground.id, reason: refusal.reason }, by);
    const outcome: RequestOutcome = "refused";
    await appendEvidence(tx, shop, { kind: "request.closed", at: by.now, request: id, facts: { outcome } });
    await tellRefused(tx, shop, row, { ground, explanation: refusal.explanation, addresses, now: by.now });
    return "refused";
  });
}

function usable({ law, kind }: LockedRequest, ground: string): UsableGround | undefined {
  if (kind === "appeal") return undefined;
  return groundsFor(law, kind).find(({ id, effect }) => id === ground && effect !== "limit");
}

/** What is gone cannot be refused any more. */
async function isBeingErased(tx: Tx, shop: string, { id, kind }: LockedRequest): Promise<boolean> {
  if (kind !== "delete") return false;
  const begun = await tx.requestTask.count({
    where: { shop, request: id, status: { in: ["searching", "shredding", "done", "pending"] } },
  });
  return begun > 0;
}

async function close(tx: Tx, shop: string, { id }: LockedRequest, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "PrivacyRequest" SET "status" = 'refused', "outcome" = 'refused', "closedAt" = ${now}, "waitsFor" = NULL,
      "waitsUntil" = NULL, "pausedAt" = NULL, "remindAt" = NULL
    WHERE "shop" = ${shop} AND "id" = ${id}::uuid`;
  await enqueue(tx, "request.certify", { shop, request: id });
  const dropped = await tx.$queryRaw<{ system: string }[]>`
    UPDATE "RequestTask" SET "status" = 'skipped', "cause" = ${REFUSED_CAUSE}, "doneAt" = ${now},
      "nextTryAt" = NULL
    WHERE "shop" = ${shop} AND "request" = ${id}::uuid AND "status" NOT IN ('done', 'skipped')
    RETURNING "system"`;
  for (const { system } of dropped) await endJobsOf(tx, shop, taskQueue(system), { shop, request: id, system });
}
