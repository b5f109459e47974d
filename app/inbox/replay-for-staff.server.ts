import { inTransaction } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { pseudonym } from "../vault/subject-key.server.ts";
import { replayDelivery } from "./replay-delivery.server.ts";

/** Tries a delivery again because a member of staff asked for it, which is evidence too. */
export async function replayForStaff(
  shop: string,
  id: string,
  { staff, now }: { staff: string; now: Date },
): Promise<"queued" | "nothing to do"> {
  const result = await replayDelivery(shop, id);
  if (result !== "queued") return result;
  const facts = { delivery: id, staff: await pseudonym(shop, `staff ${staff}`) };
  await inTransaction((tx) => appendEvidence(tx, shop, { kind: "delivery.replayed", at: now, facts }));
  return result;
}
