import { prisma } from "../db/database.server.ts";
import { openForShop } from "../vault/shop-seal.server.ts";
import type { KeptFacts } from "./know-staff.server.ts";
import type { StaffRole } from "./roles.ts";
import { factsColumn } from "./staff-key.server.ts";
import type { StaffRow } from "./staff-row.ts";

/** Everybody of a store's staff who ever opened Candor, by name. */
export async function listStaff(shop: string): Promise<StaffRow[]> {
  const rows = await prisma().staffMember.findMany({ where: { shop } });
  const all = await Promise.all(
    rows.map(async ({ staff, role, isAccountOwner, seenAt, sealedFacts }) => {
      const { name } = await openFacts(shop, staff, sealedFacts);
      return { staff, role: role as StaffRole, isAccountOwner, seenAt, name };
    }),
  );
  return all.toSorted((one, other) => (one.name ?? "").localeCompare(other.name ?? "", "en"));
}

/** Names of staff by pseudonym, for what they decided. */
export async function staffNames(shop: string, staff: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await prisma().staffMember.findMany({ where: { shop, staff: { in: [...staff] } } });
  const named = await Promise.all(
    rows.map(async (row) => [row.staff, (await openFacts(shop, row.staff, row.sealedFacts)).name] as const),
  );
  return new Map(named.filter((one): one is [string, string] => one[1] !== null));
}

async function openFacts(shop: string, staff: string, sealed: Uint8Array): Promise<KeptFacts> {
  return JSON.parse((await openForShop(shop, factsColumn(staff), sealed)).toString()) as KeptFacts;
}
