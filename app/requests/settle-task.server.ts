import { inTransaction, prisma, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { taskQueue } from "../jobs/jobs.ts";
import { endJobsOf } from "../jobs/problems.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { pseudonym, sealFor } from "../vault/subject-key.server.ts";
import { advanceRequest } from "./advance-request.server.ts";

/** One system's part of a request. */
export interface TaskId {
  request: string;
  system: string;
}

/** Who acts, and when. */
export interface Acting {
  staff: string;
  now: Date;
}

/** Where a note of staff on a task belongs. */
export const noteColumn = ({ request, system }: TaskId) => `RequestTask.sealedNote ${request}/${system}`;

/** Parts that staff can still change. Candor's own erasure is not among them once its rows are gone. */
const CHANGEABLE = ["waiting", "running", "pending", "by-hand", "held", "failed", "given-up"];

/** Lets a system try again at once. "settled" when there is nothing to try: its part is over, or its request. */
export async function retryTask(shop: string, task: TaskId): Promise<"retried" | "settled"> {
  const { request, system } = task;
  return inTransaction(async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE "RequestTask" t SET "status" = 'waiting', "cause" = NULL, "result" = NULL, "nextTryAt" = NULL, "askedAt" = NULL
      FROM "PrivacyRequest" r
      WHERE t."shop" = ${shop} AND t."request" = ${request}::uuid AND t."system" = ${system}
        AND t."status" IN ('pending', 'by-hand', 'failed', 'given-up')
        AND r."shop" = t."shop" AND r."id" = t."request" AND r."status" IN ('open', 'done')`;
    if (changed === 0) return "settled";
    await endJobsOf(tx, shop, taskQueue(system), { shop, request, system });
    await enqueue(tx, taskQueue(system), { shop, request, system });
    return "retried";
  });
}

/**
 * Skips a system's part of a request; `reason` is kept sealed. Candor's own part cannot be skipped. "settled" when it is
 * over already.
 */
export async function skipTask(
  shop: string,
  task: TaskId,
  reason: string,
  { staff, now }: Acting,
): Promise<"skipped" | "settled"> {
  const facts = { system: systemOf(task), staff: await pseudonym(shop, `staff ${staff}`) };
  const settled = await settle(shop, task, { status: "skipped", result: null, note: reason, now }, async (tx) => {
    await appendEvidence(tx, shop, { kind: "request.task-skipped", at: now, request: task.request, facts });
  });
  return settled ? "skipped" : "settled";
}

/**
 * Keeps that a member of staff did a system's part by hand, with what proves it: words, kept sealed, or the SHA-256 of a
 * file (64 hexadecimal digits, "" for none). "settled" when it is over already.
 */
export async function doneByHand(
  shop: string,
  task: TaskId,
  proof: { words: string; sha256: string },
  { staff, now }: Acting,
): Promise<"done" | "settled"> {
  const { words, sha256 } = proof;
  const facts = { system: systemOf(task), staff: await pseudonym(shop, `staff ${staff}`), sha256 };
  const settled = await settle(shop, task, { status: "done", result: "by-hand", note: words, now }, async (tx) => {
    await appendEvidence(tx, shop, { kind: "request.task-by-hand", at: now, request: task.request, facts });
  });
  return settled ? "done" : "settled";
}

function systemOf({ system }: TaskId): "shopify" | `processor:${string}` {
  if (system === "shopify") return system;
  if (system.startsWith("processor:")) return system as `processor:${string}`;
  throw new RangeError("Candor's own part is Candor's to do");
}

interface End {
  status: "skipped" | "done";
  result: "by-hand" | null;
  note: string;
  now: Date;
}

async function settle(
  shop: string,
  task: TaskId,
  { status, result, note, now }: End,
  say: (tx: Tx) => Promise<void>,
): Promise<boolean> {
  const { request, system } = task;
  const sealed = await sealNote(shop, task, note);
  return inTransaction(async (tx) => {
    await tx.$queryRaw`
      SELECT 1 FROM "PrivacyRequest" WHERE "shop" = ${shop} AND "id" = ${request}::uuid FOR UPDATE`;
    const changed = await tx.$executeRaw`
      UPDATE "RequestTask" SET "status" = ${status}, "result" = ${result}, "doneBy" = 'staff', "doneAt" = ${now},
        "cause" = NULL, "nextTryAt" = NULL, "sealedNote" = ${sealed}
      WHERE "shop" = ${shop} AND "request" = ${request}::uuid AND "system" = ${system}
        AND "status" = ANY(${CHANGEABLE}::text[])`;
    if (changed === 0) return false;
    await endJobsOf(tx, shop, taskQueue(system), { shop, request, system });
    await say(tx);
    await advanceRequest(tx, shop, request, now);
    return true;
  });
}

/** Under the person's key; once they are erased here, under the key of what is left of the request. */
async function sealNote(shop: string, task: TaskId, note: string): Promise<Buffer<ArrayBuffer> | null> {
  const row = await prisma().privacyRequest.findUnique({
    where: { shop_id: { shop, id: task.request } },
    select: { subject: true, sealedRest: true },
  });
  const owner = row?.subject ?? (row?.sealedRest ? task.request : null);
  return owner === null ? null : sealFor(shop, owner, noteColumn(task), Buffer.from(note));
}
