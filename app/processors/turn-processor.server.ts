import { inTransaction } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { isErrandAct } from "./errand.ts";

/**
 * Turns a processor off, so that it has no part in new requests, or on again. What it was asked before goes on. `by`: the
 * pseudonym of who does it.
 */
export async function turnProcessor(
  shop: string,
  id: string,
  { isActive, by, now }: { isActive: boolean; by: string; now: Date },
): Promise<"turned" | "unknown"> {
  return inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ connector: string; acts: string[] }[]>`
      UPDATE "Processor" SET "isActive" = ${isActive}, "changedAt" = ${now} WHERE "shop" = ${shop} AND "id" = ${id}
      RETURNING "connector", "acts"`;
    if (!row) return "unknown";
    const facts = { processor: id, connector: row.connector, acts: row.acts.filter(isErrandAct), isActive, staff: by };
    await appendEvidence(tx, shop, { kind: "processor.saved", at: now, facts });
    return "turned";
  });
}
