import { inTransaction } from "../db/database.server.ts";
import { keepDecision, type Deciding } from "./keep-decision.server.ts";
import { lockRequest } from "./lock-request.server.ts";
import { proveIdentity } from "./prove-identity.server.ts";
import { readAddresses } from "./storefront-addresses.server.ts";

/**
 * Staff say that the person is who they say, or that whoever asks for them may: the systems begin. `reason`: how they
 * know, kept sealed. "over" when the request does not wait for that.
 */
export async function acceptIdentity(
  shop: string,
  id: string,
  reason: string,
  by: Deciding,
): Promise<"accepted" | "over"> {
  const addresses = await readAddresses(shop);
  return inTransaction(async (tx) => {
    const row = await lockRequest(tx, shop, id);
    if (row?.status !== "unverified") return "over";
    await keepDecision(tx, shop, { about: row, decision: "identity-accepted", reason }, by);
    const proven = await proveIdentity(tx, shop, id, { by: "staff", addresses, now: by.now });
    return proven ? "accepted" : "over";
  });
}
