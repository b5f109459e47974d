import { createContext, useContext } from "react";
import { may, type StaffAct, type StaffRole } from "../staff/roles.ts";

/** The role of who reads the page. */
export const RoleContext = createContext<StaffRole>("read-only");

/** Whether who reads the page may do something. The door decides; this only saves them the click. */
export function useMay(act: StaffAct): boolean {
  return may(useContext(RoleContext), act);
}
