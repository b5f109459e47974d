import { inTransaction } from "../db/database.server.ts";
import { lawOfRegion } from "../law/laws.ts";
import type { SectionItems } from "../package/sections.ts";
import { moveDeadline } from "./reckon-clock.server.ts";

type Address = SectionItems["addresses"];

/**
 * Learns from a person's addresses where they live, which decides whose law and clock apply. What they said themselves
 * stays, but for a country without its part.
 */
export async function learnPlace(shop: string, id: string, addresses: readonly Address[], now: Date): Promise<void> {
  const region = regionOf(addresses.find(({ isDefault }) => isDefault) ?? addresses[0]);
  if (region === null) return;
  await inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ region: string | null; receivedAt: Date }[]>`
      SELECT "region", "receivedAt" FROM "PrivacyRequest" WHERE "shop" = ${shop} AND "id" = ${id}::uuid FOR UPDATE`;
    if (!row || (row.region !== null && !region.startsWith(`${row.region}-`))) return;
    const law = lawOfRegion(region, row.receivedAt);
    const data = { region, countryCode: region.slice(0, 2), law };
    await tx.privacyRequest.update({ where: { shop_id: { shop, id } }, data });
    await moveDeadline(tx, shop, id, { reason: `law ${law}`, now });
  });
}

/** ISO 3166-2 where the address names a part, else ISO 3166-1; null without a country. */
function regionOf(address: Address | undefined): string | null {
  if (address?.countryCode == null) return null;
  const { countryCode, provinceCode } = address;
  return provinceCode === null || provinceCode === "" ? countryCode : `${countryCode}-${provinceCode}`;
}
