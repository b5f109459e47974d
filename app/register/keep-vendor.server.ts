import type { Tx } from "../db/database.server.ts";
import { saysTheSame, type FactChange } from "./change-facts.ts";
import { deleteFactRows, writeFactRow, writeRemoval } from "./fact-rows.server.ts";
import type { Register, VendorFact } from "./facts.ts";
import type { Service } from "./known-service.ts";
import { PLATFORM_VENDORS } from "./office-vendors.ts";
import { keepDecision } from "./store-register.server.ts";
import { vendorFact } from "./vendor-fact.ts";
import { vendorById } from "./vendors.ts";

/** `staff`: their pseudonym. */
interface By {
  staff: string;
  now: Date;
  origin: string;
}

/**
 * Keeps what a register says of a vendor. Whether it is used is the decision on its service, which the banner holds
 * tags by; only what differs from the known facts is kept beside it. Answers what is wrong, null when it was kept.
 */
export async function keepVendor(
  tx: Tx,
  shop: string,
  { before, change }: { before: Register; change: FactChange },
  by: By,
): Promise<string | null> {
  const was = change.before as VendorFact | undefined;
  const vendor = change.after as VendorFact | undefined;
  const isPlatform = PLATFORM_VENDORS.some(({ id }) => change.id === `vendors/${id}`);
  if (!vendor) {
    if (isPlatform) return "Every store has this one: it stays in the register.";
    return removeVendor(tx, shop, was, by);
  }
  const isClaim = vendor.status === "claimed";
  if (!isPlatform && !isClaim) {
    const why = await useService(tx, shop, { vendor, was, before }, by);
    if (why !== null) return why;
  }
  const known = vendorById(vendor.vendor);
  const usual = known && { ...vendorFact(known, vendor), needs: vendor.needs };
  if (usual && !isClaim && saysTheSame(usual, vendor)) await deleteFactRows(tx, shop, [vendor.id]);
  else await writeFactRow(tx, shop, vendor, by.now);
  return null;
}

async function removeVendor(tx: Tx, shop: string, was: VendorFact | undefined, by: By): Promise<string | null> {
  if (!was) return null;
  const row = await tx.storeService.findUnique({ where: { shop_id: { shop, id: was.vendor } } });
  if (row?.isUsed) {
    const own = row.own === null ? null : (JSON.parse(row.own) as Service);
    const kept = await keepDecision(tx, shop, { id: was.vendor, needs: row.needs, isUsed: false, own }, by);
    if (kept.kind === "wrong") return kept.why;
  }
  await writeRemoval(tx, shop, was.id, { origin: by.origin, ref: "", now: by.now });
  return null;
}

interface Use {
  vendor: VendorFact;
  was: VendorFact | undefined;
  before: Register;
}

/** Says that a service is used, unless it is already; of one that nobody knows, with what was seen of it. */
async function useService(tx: Tx, shop: string, use: Use, by: By): Promise<string | null> {
  const { vendor: id, needs } = use.vendor;
  const row = await tx.storeService.findUnique({ where: { shop_id: { shop, id } } });
  if (row?.isUsed && use.was?.needs === needs) return null;
  const known = vendorById(id);
  const decision = known
    ? { id, needs: known.needs === needs ? null : needs, isUsed: true, own: null }
    : { id, needs: null, isUsed: true, own: ownService(use, row?.own ?? null) };
  const answer = await keepDecision(tx, shop, decision, by);
  return answer.kind === "wrong" ? answer.why : null;
}

/** A service that the table does not know: where it was held before, or where it was seen. */
function ownService({ vendor, before }: Use, kept: string | null): Service {
  const { vendor: id, name, company, country, needs, privacyUrl, optOutUrl } = vendor;
  const said = { id, name, company, country, needs, privacyUrl, optOutUrl, checked: null };
  if (kept !== null) {
    const { hosts, cookies } = JSON.parse(kept) as Service;
    return { ...said, hosts, cookies };
  }
  const seen = before.sightings.find(({ service }) => service === id);
  // how long a cookie is kept is not reported; until somebody says, it ends with the visit
  const cookies = Object.fromEntries((seen?.cookies ?? []).map((cookie) => [cookie, 0]));
  return { ...said, hosts: seen?.hosts ?? [], cookies };
}
