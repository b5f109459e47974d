import { inTransaction, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { staffPseudonym } from "../staff/staff-key.server.ts";
import { keepDecision, type Deciding } from "./keep-decision.server.ts";
import { isRunning, lockRequest } from "./lock-request.server.ts";
import { moveDeadline, reckonClock } from "./reckon-clock.server.ts";
import { readAddresses } from "./storefront-addresses.server.ts";
import { tellQuestion } from "./tell-decision.server.ts";

/**
 * Asks the person what exactly they mean. Where the law lets it (UK GDPR art. 12A), the clock stands still until they
 * answer; elsewhere it runs on. "asked-before": a question is open already.
 */
export async function askPerson(
  shop: string,
  id: string,
  question: string,
  by: Deciding,
): Promise<"paused" | "asked" | "asked-before" | "over" | "no-address"> {
  const { staff, now } = by;
  const addresses = await readAddresses(shop);
  return inTransaction(async (tx) => {
    const row = await lockRequest(tx, shop, id);
    if (!row || !isRunning(row) || row.status === "unverified") return "over";
    if (row.pausedAt !== null) return "asked-before";
    const turn = 1 + (await tx.requestDecision.count({ where: { shop, request: id, decision: "asked" } }));
    if ((await tellQuestion(tx, shop, row, { question, turn, addresses, now })) === "no-address") return "no-address";
    await keepDecision(tx, shop, { about: row, decision: "asked", reason: question }, by);
    const { mayPause } = await reckonClock(tx, shop, row, now);
    if (!mayPause) return "asked";
    await tx.privacyRequest.update({ where: { shop_id: { shop, id } }, data: { pausedAt: now } });
    const facts = { ground: "clarification", staff: await staffPseudonym(shop, staff) };
    await appendEvidence(tx, shop, { kind: "request.paused", at: now, request: id, facts });
    return "paused";
  });
}

/** Lets a clock run again because the person has answered. "running" when it does already. */
export async function resumeRequest(shop: string, id: string, by: Deciding): Promise<"resumed" | "running"> {
  return inTransaction(async (tx) => {
    const row = await lockRequest(tx, shop, id);
    if (!row || !(await endPause(tx, shop, row, by.now))) return "running";
    await keepDecision(tx, shop, { about: row, decision: "resumed" }, by);
    return "resumed";
  });
}

/** Ends a pause, inside the caller's transaction, which holds the row. Answers whether there was one. */
export async function endPause(
  tx: Tx,
  shop: string,
  { id, pausedAt, pausedMs }: { id: string; pausedAt: Date | null; pausedMs: bigint },
  now: Date,
): Promise<boolean> {
  if (pausedAt === null) return false;
  const stood = pausedMs + BigInt(Math.max(0, now.getTime() - pausedAt.getTime()));
  await tx.privacyRequest.update({ where: { shop_id: { shop, id } }, data: { pausedAt: null, pausedMs: stood } });
  const { due } = await moveDeadline(tx, shop, id, { reason: null, now });
  const facts = { deadline: due.toISOString() };
  await appendEvidence(tx, shop, { kind: "request.resumed", at: now, request: id, facts });
  return true;
}
