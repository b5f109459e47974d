import type { Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { clockOf, type Clock, type ClockFacts } from "../law/clocks.ts";
import { holidaysFor } from "../law/holidays.server.ts";
import type { LawId } from "../law/laws.ts";
import { nextReminder } from "../law/reminders.ts";
import type { RequestKind } from "../law/requests.ts";

/** What the clock of a request depends on, as its row has it. */
export interface ClockRow {
  law: string;
  kind: string;
  source: string;
  receivedAt: Date;
  verifiedAt: Date | null;
  pausedAt: Date | null;
  /** In ms. */
  pausedMs: bigint;
  extendedAt: Date | null;
}

/** Where the clock of a request stands, in the store's time zone (UTC until Shopify told it). */
export async function reckonClock(tx: Tx, shop: string, row: ClockRow, now: Date): Promise<Clock> {
  const law = row.law as LawId;
  const store = await tx.shop.findUnique({ where: { shop }, select: { timeZone: true, shipsTo: true } });
  const facts: ClockFacts = {
    ...{ law, kind: row.kind as RequestKind, isFromShopify: row.source === "shopify" },
    ...{ zone: store?.timeZone ?? "UTC", sellsTo: store?.shipsTo ?? [] },
    ...{ receivedAt: row.receivedAt, identityProvenAt: row.verifiedAt, extendedAt: row.extendedAt },
    ...{ pausedAt: row.pausedAt, pausedMs: Number(row.pausedMs) },
  };
  return clockOf(facts, await holidaysFor(law), now);
}

/**
 * Sets a request's clock anew after something that it depends on has changed, inside the caller's transaction, and when
 * staff are reminded next; with evidence when the deadline moved. `reason`: a code, such as "law gdpr" or "identity
 * proven"; null when the caller keeps evidence of its own. The caller holds the row.
 */
export async function moveDeadline(
  tx: Tx,
  shop: string,
  id: string,
  { reason, now }: { reason: string | null; now: Date },
): Promise<Clock> {
  const where = { shop_id: { shop, id } };
  const row = await tx.privacyRequest.findUniqueOrThrow({ where });
  const clock = await reckonClock(tx, shop, row, now);
  const remindAt = row.closedAt === null ? (nextReminder(clock, now) ?? now) : null;
  await tx.privacyRequest.update({ where, data: { deadline: clock.due, acknowledgeBy: clock.confirmBy, remindAt } });
  if (reason !== null && clock.due.getTime() !== row.deadline.getTime()) {
    const facts = { from: row.deadline.toISOString(), to: clock.due.toISOString(), reason };
    await appendEvidence(tx, shop, { kind: "request.deadline-changed", at: now, request: id, facts });
  }
  return clock;
}
