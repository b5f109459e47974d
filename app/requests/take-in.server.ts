import type { DeliveryFacts, DeliveryHandlers } from "../inbox/carry-out-delivery.server.ts";
import type { Payloads } from "../inbox/parse-payload.server.ts";
import type { RequestKind } from "../law/requests.ts";
import { erasedAt } from "../vault/erase-subjects.server.ts";
import { openRequest, recordOvertaken, type NewRequest } from "./open-request.server.ts";

/** What Shopify's two customer webhooks start: an access request, and an erasure. */
export const takeIn: Pick<DeliveryHandlers, "customers/data_request" | "customers/redact"> = {
  "customers/data_request": async (tx, shop, delivery, payload) => {
    const externalId = payload.dataRequest === undefined ? delivery.eventId : `data_request ${payload.dataRequest}`;
    const wanted = newRequest("access", externalId, delivery, payload);
    // deliveries come in any order: one that is older than the person's erasure must not bring them back
    const erased = await erasedAt(tx, shop, payload.customer);
    if (erased && erased > delivery.triggeredAt) await recordOvertaken(tx, shop, wanted, delivery.receivedAt);
    else await openRequest(tx, shop, wanted);
    return undefined;
  },
  "customers/redact": async (tx, shop, delivery, payload) => {
    await openRequest(tx, shop, newRequest("delete", delivery.eventId, delivery, payload));
    return undefined;
  },
};

function newRequest(
  kind: RequestKind,
  externalId: string,
  delivery: DeliveryFacts,
  payload: Payloads["customers/redact"],
): NewRequest {
  return {
    kind,
    source: "shopify",
    externalId,
    identity: payload.customer,
    orders: payload.orders,
    delivery: delivery.id,
    receivedAt: delivery.receivedAt,
    // Shopify asks on the merchant's word, who has looked who it is
    verifiedBy: "shopify",
  };
}
