import { inTransaction } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import type { WhyNotExtended } from "../law/clocks.ts";
import { staffPseudonym } from "../staff/staff-key.server.ts";
import type { DelayReason } from "../mail/templates.ts";
import { keepDecision, type Deciding } from "./keep-decision.server.ts";
import { isRunning, lockRequest } from "./lock-request.server.ts";
import { moveDeadline, reckonClock } from "./reckon-clock.server.ts";
import { tellExtended } from "./tell-decision.server.ts";

/** Why an answer takes longer. */
export interface Extension {
  ground: DelayReason;
  /** More for the person, in staff's words; may be "". */
  reason: string;
}

/**
 * Extends the time to answer, once, and tells the person why. Answers the new deadline, or why there is none: "over" when
 * the request has ended, "no-address" when the person can't be told, without which no law lets a store take longer.
 */
export async function extendRequest(
  shop: string,
  id: string,
  { ground, reason }: Extension,
  by: Deciding,
): Promise<Date | WhyNotExtended | "over" | "no-address"> {
  const { staff, now } = by;
  return inTransaction(async (tx) => {
    const row = await lockRequest(tx, shop, id);
    if (!row || !isRunning(row)) return "over";
    const { extension } = await reckonClock(tx, shop, row, now);
    if ("why" in extension) return extension.why;
    const deadline = extension.to;
    if ((await tellExtended(tx, shop, row, { deadline, why: ground, reason })) === "no-address") return "no-address";
    await tx.privacyRequest.update({ where: { shop_id: { shop, id } }, data: { extendedAt: now } });
    await moveDeadline(tx, shop, id, { reason: null, now });
    await keepDecision(tx, shop, { about: row, decision: "extended", ground, reason, until: deadline }, by);
    const moved = { from: row.deadline.toISOString(), to: deadline.toISOString() };
    const facts = { ...moved, ground, staff: await staffPseudonym(shop, staff) };
    await appendEvidence(tx, shop, { kind: "request.extended", at: now, request: id, facts });
    return deadline;
  });
}
