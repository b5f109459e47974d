import { v7 } from "uuid";
import type { Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import type { Section } from "../package/sections.ts";
import { staffPseudonym } from "../staff/staff-key.server.ts";
import { sealForShop } from "../vault/shop-seal.server.ts";
import { sealFor } from "../vault/subject-key.server.ts";
import type { Decision } from "./decision.ts";

/** Who decides, and when. */
export interface Deciding {
  /** Their Shopify user id. */
  staff: string;
  now: Date;
}

/** A decision to be kept. */
export interface NewDecision {
  /** The request, and under whose key the reason is sealed; without a person it is not kept. */
  about: { id: string; subject: string | null };
  decision: Decision;
  /** A code: of `law/refusal-grounds.ts` or `DELAY_REASONS`; null when none is needed. */
  ground?: string;
  /** Staff's own words; kept sealed. */
  reason?: string;
  until?: Date;
  withheld?: readonly Section[];
}

/** Where a decision's reason belongs. */
export const reasonColumn = (decision: string) => `RequestDecision.sealedReason ${decision}`;

/**
 * Keeps what a member of staff decided, with evidence that names them by pseudonym, inside the caller's transaction.
 */
export async function keepDecision(
  tx: Tx,
  shop: string,
  { about, decision, ground, reason, until, withheld = [] }: NewDecision,
  { staff, now }: Deciding,
): Promise<void> {
  const id = v7();
  const by = await staffPseudonym(shop, staff);
  const sealedReason =
    reason === undefined || reason === "" || about.subject === null
      ? null
      : await sealFor(shop, about.subject, reasonColumn(id), Buffer.from(reason));
  await tx.requestDecision.create({
    data: {
      ...{ shop, id, request: about.id, decision, ground: ground ?? null, at: now, until: until ?? null },
      ...{ staff: by, withheld: [...withheld], sealedReason },
      sealedStaff: await sealForShop(shop, `RequestDecision.sealedStaff ${id}`, Buffer.from(staff)),
    },
  });
  const facts = { decision, ground: ground ?? "", staff: by };
  await appendEvidence(tx, shop, { kind: "request.decided", at: now, request: about.id, facts });
}
