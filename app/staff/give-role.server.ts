import { inTransaction } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { whyNotRole, type StaffRole } from "./roles.ts";

/**
 * Gives a member of staff a role, with evidence. `by`: the pseudonym of who gives it, whose right to do so the caller has
 * checked. "unknown" for somebody who never opened Candor; "account-owner" and "last-owner" when it would leave no owner.
 */
export async function giveRole(
  shop: string,
  { staff, role }: { staff: string; role: StaffRole },
  { by, now }: { by: string; now: Date },
): Promise<"given" | "unknown" | "account-owner" | "last-owner"> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`staff ${shop}`}, 0))::text`;
    const rows = await tx.staffMember.findMany({ where: { shop } });
    const member = rows.find((row) => row.staff === staff);
    if (!member) return "unknown";
    const ranked = rows.map((row) => ({ ...row, role: row.role as StaffRole }));
    const why = whyNotRole(ranked, staff, role);
    if (why) return why;
    if (member.role === role) return "given";
    await tx.staffMember.update({ where: { shop_staff: { shop, staff } }, data: { role } });
    await appendEvidence(tx, shop, { kind: "staff.role-given", at: now, facts: { member: staff, role, staff: by } });
    return "given";
  });
}
