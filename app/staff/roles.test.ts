import { expect, test } from "vitest";
import { firstRole, may, STAFF_ROLES, whyNotRole, type Ranked } from "./roles.ts";

test("each role may do what the one below may, and more", () => {
  const acts = ["see-person", "work", "rule"] as const;
  const counts = STAFF_ROLES.map((role) => acts.filter((act) => may(role, act)).length);
  expect(counts).toEqual([3, 2, 0]);
  expect(may("privacy-staff", "rule")).toBe(false);
});

test("the first and the account owner are owners, everybody else sees no customer", () => {
  expect(firstRole({ isAccountOwner: false, isFirst: true })).toBe("owner");
  expect(firstRole({ isAccountOwner: true, isFirst: false })).toBe("owner");
  expect(firstRole({ isAccountOwner: false, isFirst: false })).toBe("read-only");
});

test("somebody always stays owner, and the account owner always is", () => {
  const rosa: Ranked = { staff: "rosa", role: "owner", isAccountOwner: true };
  const theo: Ranked = { staff: "theo", role: "owner", isAccountOwner: false };
  expect(whyNotRole([rosa, theo], "rosa", "read-only")).toBe("account-owner");
  expect(whyNotRole([rosa, theo], "theo", "read-only")).toBeNull();
  expect(whyNotRole([theo], "theo", "privacy-staff")).toBe("last-owner");
  expect(whyNotRole([theo], "theo", "owner")).toBeNull();
});
