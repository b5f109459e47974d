import { pool, type Tx } from "../db/database.server.ts";
import { open } from "../crypto/seal.server.ts";
import { purposesIn } from "../law/purposes.ts";
import { blindIndexes } from "../vault/blind-index.server.ts";
import type { Identity } from "../vault/identity.ts";
import type { HeldRecord, PersonalDataKeeper } from "../vault/keeper.ts";
import type { ConsentRow } from "./consent-row.ts";
import { ipKey, ipPlace } from "./receive-choices.server.ts";

/**
 * A person's records: those made while they were signed in, and those that these replaced or were replaced by, in the
 * same browser, while nobody was. A UNION, so that records that name each other in a circle come to an end.
 */
const THEIRS = `
  WITH RECURSIVE theirs AS (
    SELECT c.* FROM "ConsentRecord" c WHERE c."shop" = $1 AND c."customerIndex" = ANY($2::bytea[])
    UNION
    SELECT near.* FROM theirs, LATERAL (
      SELECT c.* FROM "ConsentSeen" s JOIN "ConsentRecord" c USING ("shop", "receivedAt", "id")
      WHERE s."shop" = $1 AND s."id" = theirs."previous" AND c."customerIndex" IS NULL
      UNION ALL
      SELECT c.* FROM "ConsentRecord" c WHERE c."shop" = $1 AND c."previous" = theirs."id" AND c."customerIndex" IS NULL
    ) near
  )`;

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
