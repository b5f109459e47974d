import type { MerchantRequest } from "../shopify/merchant-request.server.ts";
import { knowStaff } from "./know-staff.server.ts";
import { may, MAY_NOT, type StaffAct } from "./roles.ts";

/** What somebody is told whose role does not allow an act. */
export interface Refusal {
  ok: false;
  message: string;
}

/** Whether the role of who knocks keeps them from an act: the refusal that says so, null when they may. */
export async function refuseRole(
  knock: Pick<MerchantRequest, "shop" | "staff" | "whoIs">,
  act: StaffAct,
): Promise<Refusal | null> {
  const { role } = await knowStaff(knock, new Date());
  return may(role, act) ? null : { ok: false, message: MAY_NOT[act] };
}
