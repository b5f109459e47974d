import { inTransaction } from "../db/database.server.ts";
import { staffPseudonym } from "../staff/staff-key.server.ts";
import { keepDecision, type Deciding } from "./keep-decision.server.ts";
import { lockRequest } from "./lock-request.server.ts";
import { startRequest } from "./start-request.server.ts";
import { countApprovals } from "./wait-for-staff.server.ts";
import { APPROVALS } from "./decision.ts";

/**
 * One person's yes to a deletion that waits for two. "approved" says that the other is still missing, "begun" that the
 * systems are at work; "same-person" when this one said yes before; "over" when nothing waits for it any more.
 */
export async function approveRequest(
  shop: string,
  id: string,
  by: Deciding,
): Promise<"approved" | "begun" | "same-person" | "over"> {
  return inTransaction(async (tx) => {
    const row = await lockRequest(tx, shop, id);
    if (row?.waitsFor !== "approval" || row.status !== "open") return "over";
    const staff = await staffPseudonym(shop, by.staff);
    if ((await tx.requestDecision.count({ where: { shop, request: id, decision: "approved", staff } })) > 0)
      return "same-person";
    await keepDecision(tx, shop, { about: row, decision: "approved" }, by);
    if ((await countApprovals(tx, shop, id)) < APPROVALS) return "approved";
    await tx.privacyRequest.update({ where: { shop_id: { shop, id } }, data: { waitsFor: null } });
    await startRequest(tx, shop, id, by.now);
    return "begun";
  });
}
