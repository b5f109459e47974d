import { inTransaction } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { pseudonym } from "../vault/subject-key.server.ts";
import { isTopic } from "./topics.ts";

/**
 * Tries a delivery again that a person was asked to look at. "nothing to do" when it is carried out, and its body
 * therefore gone, or its topic has no handler. Who asked is evidence.
 */
export async function replayDelivery(
  shop: string,
  id: string,
  { staff, now }: { staff: string; now: Date },
): Promise<"queued" | "nothing to do"> {
  const facts = { delivery: id, staff: await pseudonym(shop, `staff ${staff}`) };
  return inTransaction(async (tx) => {
    const row = await tx.delivery.findFirst({ where: { shop, id } });
    if (!row?.sealedBody || row.status === "done" || !isTopic(row.topic)) return "nothing to do";
    const { receivedAt } = row;
    await tx.delivery.update({
      where: { shop_id_receivedAt: { shop, id, receivedAt } },
      data: { status: "queued", note: null },
    });
    await enqueue(tx, "delivery.carry-out", { shop, delivery: id });
    await appendEvidence(tx, shop, { kind: "delivery.replayed", at: now, facts });
    return "queued";
  });
}
