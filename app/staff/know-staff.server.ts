import { inTransaction, prisma, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import type { MerchantRequest, StaffFacts } from "../shopify/merchant-request.server.ts";
import { sealForShop } from "../vault/shop-seal.server.ts";
import { firstRole, type StaffRole } from "./roles.ts";
import { factsColumn, staffPseudonym } from "./staff-key.server.ts";

/** Shopify is asked again who somebody is after this long (ms): names and account owners change seldom. */
const LEARN_AGAIN_MS = 86_400_000;

/** Who knocks, and what they may do. */
export interface KnownStaff {
  /** Their pseudonym, as in the evidence. */
  staff: string;
  role: StaffRole;
}

/** What is kept of a member of staff, sealed. `name` is null until Shopify said it. */
export interface KeptFacts {
  userId: string;
  name: string | null;
}

/**
 * Who of the store's staff knocks. Someone new gets a role (`firstRole`), with evidence; when Shopify cannot be asked
 * whether they own the account, that is learned at a later knock.
 */
export async function knowStaff(
  knock: Pick<MerchantRequest, "shop" | "staff" | "whoIs">,
  now: Date,
): Promise<KnownStaff> {
  const { shop } = knock;
  const staff = await staffPseudonym(shop, knock.staff);
  const known = await prisma().staffMember.findUnique({ where: { shop_staff: { shop, staff } } });
  const isFresh = known?.learnedAt != null && now.getTime() - known.learnedAt.getTime() < LEARN_AGAIN_MS;
  if (known && isFresh) return { staff, role: known.role as StaffRole };
  const facts = await knock.whoIs();
  const role = await inTransaction((tx) => keepStaff(tx, shop, { staff, userId: knock.staff, facts }, now));
  return { staff, role };
}

interface Knocking {
  staff: string;
  userId: string;
  /** Null when Shopify could not be asked. */
  facts: StaffFacts | null;
}

async function keepStaff(tx: Tx, shop: string, knocking: Knocking, now: Date): Promise<StaffRole> {
  const { staff, facts } = knocking;
  // two who knock first at the same time must not both be the first
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`staff ${shop}`}, 0))::text`;
  const before = await tx.staffMember.findUnique({ where: { shop_staff: { shop, staff } } });
  const isAccountOwner = facts?.isAccountOwner ?? before?.isAccountOwner ?? false;
  const isFirst = !before && (await tx.staffMember.count({ where: { shop } })) === 0;
  const role = roleOf(before?.role, { isAccountOwner, isFirst });
  await writeStaff(tx, shop, { ...knocking, role, isAccountOwner }, now);
  if (before?.role !== role) {
    const given = { member: staff, role, staff: "" };
    await appendEvidence(tx, shop, { kind: "staff.role-given", at: now, facts: given });
  }
  return role;
}

/** What is known of somebody stays when Shopify could not be asked. */
async function writeStaff(
  tx: Tx,
  shop: string,
  { staff, userId, facts, role, isAccountOwner }: Knocking & { role: StaffRole; isAccountOwner: boolean },
  now: Date,
): Promise<void> {
  const kept: KeptFacts = { userId, name: facts?.name ?? null };
  const sealedFacts = await sealForShop(shop, factsColumn(staff), Buffer.from(JSON.stringify(kept)));
  const learned = facts ? { learnedAt: now, sealedFacts } : {};
  await tx.staffMember.upsert({
    where: { shop_staff: { shop, staff } },
    create: { shop, staff, role, isAccountOwner, seenAt: now, sealedFacts, ...learned },
    update: { role, isAccountOwner, seenAt: now, ...learned },
  });
}

/** The role that somebody has stays, but an account owner is an owner. */
function roleOf(before: string | undefined, who: { isAccountOwner: boolean; isFirst: boolean }): StaffRole {
  return before === undefined || who.isAccountOwner ? firstRole(who) : (before as StaffRole);
}
