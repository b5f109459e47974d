/**
 * What a member of staff may do. "owner": everything, and says who has which role. "privacy-staff": works on requests.
 * "read-only": sees what is due and what was done, with customers masked.
 */
export const STAFF_ROLES = ["owner", "privacy-staff", "read-only"] as const;
/** One role. */
export type StaffRole = (typeof STAFF_ROLES)[number];

/**
 * What roles differ in. "see-person": who a customer is, and files about them. "work": decide about requests, holds and
 * tasks. "rule": settings and roles.
 */
export type StaffAct = "see-person" | "work" | "rule";

const MAY: Readonly<Record<StaffRole, readonly StaffAct[]>> = {
  owner: ["see-person", "work", "rule"],
  "privacy-staff": ["see-person", "work"],
  "read-only": [],
};

/** Whether a role may do something. */
export function may(role: StaffRole, act: StaffAct): boolean {
  return MAY[role].includes(act);
}

/** What someone is told who may not. */
export const MAY_NOT: Readonly<Record<StaffAct, string>> = {
  "see-person": "Your role is read-only: an owner can change it in Settings",
  work: "Your role is read-only: an owner can change it in Settings",
  rule: "Only an owner can change this",
};

/**
 * The role of someone who opens Candor for the first time: the account owner, and the very first, are owners; others see
 * no customer until an owner says so.
 */
export function firstRole({ isAccountOwner, isFirst }: { isAccountOwner: boolean; isFirst: boolean }): StaffRole {
  return isAccountOwner || isFirst ? "owner" : "read-only";
}

/** A member of staff, as far as a change of role depends on them. */
export interface Ranked {
  staff: string;
  role: StaffRole;
  isAccountOwner: boolean;
}

/** Why a role cannot be given: the account owner is an owner, and somebody must be. Null when it can. */
export function whyNotRole(
  all: readonly Ranked[],
  staff: string,
  role: StaffRole,
): "account-owner" | "last-owner" | null {
  if (role === "owner") return null;
  if (all.some((one) => one.staff === staff && one.isAccountOwner)) return "account-owner";
  return all.some((one) => one.staff !== staff && one.role === "owner") ? null : "last-owner";
}
