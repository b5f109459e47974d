import type { Tx } from "../db/database.server.ts";
import type { RequestKind, RequestSource, WaitsFor } from "../law/requests.ts";
import { readDeskRules } from "../staff/desk-rules.server.ts";
import { APPROVALS } from "./decision.ts";

/**
 * Whether staff must decide before the systems of a request begin; if so the request waits for that, inside the caller's
 * transaction, which holds its row. An appeal is decided by people; a deletion needs two of them where the store wants
 * four eyes. What Shopify says it has erased itself is erased here too, without asking; what a retention rule ends, staff
 * have approved for all together.
 */
export async function waitForStaff(
  tx: Tx,
  shop: string,
  { id, kind, source }: { id: string; kind: RequestKind; source: RequestSource },
): Promise<boolean> {
  const waitsFor = await neededFrom(tx, shop, { id, kind, source });
  if (waitsFor === null) return false;
  await tx.privacyRequest.update({ where: { shop_id: { shop, id } }, data: { waitsFor } });
  return true;
}

async function neededFrom(
  tx: Tx,
  shop: string,
  { id, kind, source }: { id: string; kind: RequestKind; source: RequestSource },
): Promise<WaitsFor | null> {
  if (kind === "appeal") return "decision";
  if (kind !== "delete" || source === "shopify" || source === "retention") return null;
  const { fourEyes } = await readDeskRules(shop, tx);
  return fourEyes && (await countApprovals(tx, shop, id)) < APPROVALS ? "approval" : null;
}

/** How many different people have approved a request. */
export async function countApprovals(tx: Tx, shop: string, request: string): Promise<number> {
  const approvals = await tx.requestDecision.findMany({
    where: { shop, request, decision: "approved" },
    distinct: ["staff"],
    select: { staff: true },
  });
  return approvals.length;
}
