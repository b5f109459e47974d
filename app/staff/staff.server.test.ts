import { describe, expect, it, test } from "vitest";
import { prisma } from "../db/database.server.ts";
import { useTestStores } from "../test-stores.ts";
import { readDeskRules, saveDeskRules } from "./desk-rules.server.ts";
import { giveRole } from "./give-role.server.ts";
import { knowStaff } from "./know-staff.server.ts";
import { listStaff, staffNames } from "./list-staff.server.ts";
import { staffPseudonym } from "./staff-key.server.ts";

useTestStores();

const NOW = new Date("2026-11-25T12:00:00Z");
const LATER = new Date("2026-11-27T12:00:00Z");
let count = 0;
const newShop = () => `staff-${String(++count)}.myshopify.com`;

const knock = (
  shop: string,
  staff: string,
  facts: { name: string; isAccountOwner: boolean } | null,
  asked: string[] = [],
) => ({
  ...{ shop, staff },
  whoIs: () => {
    asked.push(staff);
    return Promise.resolve(facts);
  },
});
const ROSA = { name: "Rosa Wood", isAccountOwner: true };
const THEO = { name: "Théo Finch", isAccountOwner: false };
const evidence = async (shop: string) =>
  (await prisma().evidenceEntry.findMany({ where: { shop }, orderBy: { seq: "asc" } }))
    .filter(({ kind }) => kind === "staff.role-given" || kind === "desk.rules-changed")
    .map(({ body }) => (JSON.parse(body) as { facts: { role?: string; fourEyes?: boolean } }).facts);

describe("who opens Candor", () => {
  it("first is an owner, later ones see nobody, the account owner always is an owner", async () => {
    const shop = newShop();
    expect((await knowStaff(knock(shop, "2", THEO), NOW)).role).toBe("owner");
    expect((await knowStaff(knock(shop, "3", { ...THEO, name: "Uma" }), NOW)).role).toBe("read-only");
    expect((await knowStaff(knock(shop, "1", ROSA), NOW)).role).toBe("owner");
    expect((await evidence(shop)).map(({ role }) => role)).toEqual(["owner", "read-only", "owner"]);
    expect((await listStaff(shop)).map(({ name, role }) => [name, role])).toEqual([
      ["Rosa Wood", "owner"],
      ["Théo Finch", "owner"],
      ["Uma", "read-only"],
    ]);
  });

  it("is asked of Shopify once a day, and again while Shopify did not answer", async () => {
    const shop = newShop();
    const asked: string[] = [];
    await knowStaff(knock(shop, "1", null, asked), NOW);
    await knowStaff(knock(shop, "1", ROSA, asked), NOW);
    await knowStaff(knock(shop, "1", ROSA, asked), NOW);
    expect(asked).toHaveLength(2);
    await knowStaff(knock(shop, "1", ROSA, asked), LATER);
    expect(asked).toHaveLength(3);
    expect(await evidence(shop)).toHaveLength(1);
  });

  it("is one first person, however many knock at once", async () => {
    const shop = newShop();
    const all = await Promise.all(["1", "2", "3", "4"].map((staff) => knowStaff(knock(shop, staff, THEO), NOW)));
    expect(all.map(({ role }) => role).sort()).toEqual(["owner", "read-only", "read-only", "read-only"]);
  });

  it("is not readable in the database", async () => {
    const shop = newShop();
    await knowStaff(knock(shop, "81001", ROSA), NOW);
    const rows = await prisma().$queryRaw<{ row: string }[]>`
      SELECT t::text AS row FROM "StaffMember" t WHERE "shop" = ${shop}`;
    expect(rows.map(({ row }) => row).join()).not.toMatch(/Rosa|81001/);
  });
});

test("an owner gives roles, but none that would leave no owner", async () => {
  const shop = newShop();
  const rosa = await knowStaff(knock(shop, "1", ROSA), NOW);
  const theo = await knowStaff(knock(shop, "2", THEO), NOW);
  const by = { by: rosa.staff, now: NOW };
  expect(await giveRole(shop, { staff: theo.staff, role: "privacy-staff" }, by)).toBe("given");
  expect((await knowStaff(knock(shop, "2", THEO), NOW)).role).toBe("privacy-staff");
  expect((await knowStaff(knock(shop, "2", THEO), LATER)).role).toBe("privacy-staff");
  expect(await giveRole(shop, { staff: rosa.staff, role: "read-only" }, by)).toBe("account-owner");
  expect(await giveRole(shop, { staff: await staffPseudonym(shop, "9"), role: "owner" }, by)).toBe("unknown");
  expect(await giveRole(newShop(), { staff: theo.staff, role: "owner" }, by)).toBe("unknown");
  expect(await staffNames(shop, [theo.staff, "nobody"])).toEqual(new Map([[theo.staff, "Théo Finch"]]));
});

test("four eyes are off until an owner wants them; each change is evidence, once", async () => {
  const shop = newShop();
  const by = { by: "f".repeat(32), now: NOW };
  expect(await readDeskRules(shop)).toEqual({ fourEyes: false });
  for (const fourEyes of [true, true, false]) await saveDeskRules(shop, { fourEyes }, by);
  expect(await readDeskRules(shop)).toEqual({ fourEyes: false });
  expect((await evidence(shop)).map(({ fourEyes }) => fourEyes)).toEqual([true, false]);
});
