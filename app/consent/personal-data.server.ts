import { pool, type Tx } from "../db/database.server.ts";
import { open } from "../crypto/seal.server.ts";
import { purposesIn } from "../law/purposes.ts";
import { blindIndexes } from "../vault/blind-index.server.ts";
import type { Identity } from "../vault/identity.ts";
import type { HeldRecord, PersonalDataKeeper } from "../vault/keeper.ts";
import type { ConsentRow } from "./consent-row.ts";
import { ipKey, ipPlace } from "./receive-choices.server.ts";
import { THEIRS } from "./their-records.server.ts";
import { withdrawConsents } from "./withdraw-consents.server.ts";

/**
 * Finds and erases signed-in customers' choices. Erasing removes the whole record: text, salt and link to the person.
 * Its place in the seal is filled by its hash, which nobody can guess without the salt, so the chain still verifies;
 * a receipt leads nowhere from then on. The number stays taken, so that a browser that sends it again changes nothing.
 */
export const consentKeeper: PersonalDataKeeper<Tx> = {
  async find(shop, { identity }) {
    const { rows } = await pool().query<ConsentRow & { sealedIp: Buffer | null }>(
      `${THEIRS} SELECT * FROM theirs ORDER BY "at", "id"`,
      [shop, await indexesOf(shop, identity)],
    );
    const key = await ipKey(shop);
    return rows.map((row) => toHeld(row, row.sealedIp && open(key, row.sealedIp, ipPlace(shop)).toString()));
  },

  async erase(tx, shop, { identity }) {
    const gone = await tx.$queryRawUnsafe<{ id: string }[]>(
      `${THEIRS} DELETE FROM "ConsentRecord" c USING theirs
       WHERE c."shop" = $1 AND c."receivedAt" = theirs."receivedAt" AND c."id" = theirs."id" RETURNING c."id"::text`,
      shop,
      await indexesOf(shop, identity),
    );
    const ids = gone.map(({ id }) => id);
    await tx.$executeRaw`
      UPDATE "ConsentSeen" SET "goneAt" = now() WHERE "shop" = ${shop} AND "id" = ANY(${ids}::uuid[])`;
    return { ConsentRecord: ids.length };
  },

  withdraw: async (tx, shop, { identity }, withdrawal) =>
    withdrawConsents(tx, shop, await indexesOf(shop, identity), withdrawal),
};

async function indexesOf(shop: string, { customerId }: Identity): Promise<Buffer[]> {
  if (customerId === undefined) return [];
  return (await blindIndexes(shop, { customerId })).map(({ index }) => index);
}

function toHeld(row: ConsentRow, address: string | null): HeldRecord {
  const names = (set: number) => purposesIn(set).join(", ") || "nothing";
  const signals = [row.signal && "Global Privacy Control", row.noTrack && "Do Not Track"].filter(Boolean).join(", ");
  const facts = [
    ["Receipt", row.id],
    ["You allowed", names(row.allowed)],
    ["You were asked about", names(row.offered)],
    ["Chosen through", row.source],
    ["Place that the law was chosen by", row.region ?? "unknown"],
    ["Rule", row.model],
    ["Language", row.language],
    ["Kind of device", row.device],
    ["Signals of your browser", signals || "none"],
    ...(address === null ? [] : [["Network address, shortened", address]]),
  ];
  return {
    kind: "Privacy choice",
    recordedAt: row.at.toISOString(),
    facts: facts.map(([label = "", value = ""]) => ({ label, value })),
  };
}
