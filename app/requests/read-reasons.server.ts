import { prisma } from "../db/database.server.ts";
import { openFor } from "../vault/subject-key.server.ts";
import type { Decision } from "./decision.ts";
import { reasonColumn } from "./keep-decision.server.ts";

/** Staff's own words about a decision. */
export interface Reason {
  decision: Decision;
  text: string;
}

/**
 * Staff's own words about a request's decisions, in their order. They may name the person: show them only together with
 * them. Empty once the person is erased.
 */
export async function readReasons(shop: string, request: string): Promise<Reason[]> {
  const row = await prisma().privacyRequest.findUnique({ where: { shop_id: { shop, id: request } } });
  const subject = row?.subject;
  if (subject == null) return [];
  const decisions = await prisma().requestDecision.findMany({ where: { shop, request }, orderBy: { at: "asc" } });
  const reasons: Reason[] = [];
  for (const { id, decision, sealedReason } of decisions) {
    if (sealedReason === null) continue;
    const text = (await openFor(shop, subject, reasonColumn(id), sealedReason)).toString();
    reasons.push({ decision: decision as Decision, text });
  }
  return reasons;
}
