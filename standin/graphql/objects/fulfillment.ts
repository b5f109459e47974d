import { gid, partId } from "../../shop/ids.ts";
import type { OrderFacts, OrderShipment } from "../../shop/make-order.ts";
import type { Arguments, Context, Fields } from "../context.ts";
import { emptyPage, listingOf, paginate } from "../paginate.ts";
import { lineFields } from "./line-item.ts";
import { orderFields } from "./order.ts";

const TRACKING: Readonly<Record<string, string>> = {
  UPS: "https://www.ups.com/track?tracknum=",
  "DHL Express": "https://www.dhl.com/track?AWB=",
  "Royal Mail": "https://www.royalmail.com/track-your-item#/tracking-results/",
  FedEx: "https://www.fedex.com/fedextrack/?trknbr=",
};

function eventFields(order: OrderFacts, shipment: OrderShipment): Fields[] {
  const event = (part: number, status: string, at: Date): Fields => ({
    __typename: "FulfillmentEvent",
    id: gid("FulfillmentEvent", partId(order.id, part)),
    status,
    message: null,
    createdAt: at.toISOString(),
    happenedAt: at.toISOString(),
    estimatedDeliveryAt: null,
    address1: null,
    city: status === "DELIVERED" ? order.person.city : "Bristol",
    province: null,
    country: status === "DELIVERED" ? order.person.country : "United Kingdom",
    zip: status === "DELIVERED" ? order.person.zip : null,
    latitude: null,
    longitude: null,
  });
  const sent = event(51, "IN_TRANSIT", shipment.createdAt);
  return shipment.delivered === null ? [sent] : [sent, event(52, "DELIVERED", shipment.delivered)];
}

/** A `Fulfillment`: one parcel with everything in it. */
export function fulfillmentFields(order: OrderFacts, shipment: OrderShipment): Fields {
  const at = shipment.createdAt.toISOString();
  const delivered = shipment.delivered?.toISOString() ?? null;
  return {
    __typename: "Fulfillment",
    id: gid("Fulfillment", shipment.id),
    legacyResourceId: String(shipment.id),
    name: `#${String(order.number)}-F1`,
    status: "SUCCESS",
    displayStatus: delivered === null ? "IN_TRANSIT" : "DELIVERED",
    createdAt: at,
    updatedAt: delivered ?? at,
    inTransitAt: at,
    deliveredAt: delivered,
    estimatedDeliveryAt: null,
    requiresShipping: true,
    totalQuantity: order.lines.reduce((sum, line) => sum + line.quantity, 0),
    location: null,
    service: null,
    originAddress: null,
    order: () => orderFields(order),
    trackingInfo: () => [
      {
        company: shipment.company,
        number: shipment.number,
        url: `${TRACKING[shipment.company] ?? ""}${shipment.number}`,
      },
    ],
    events: (args: Arguments, context: Context) =>
      paginate(context, args, listingOf(eventFields(order, shipment)), (fields) => fields),
    fulfillmentLineItems: (args: Arguments, context: Context) =>
      paginate(context, args, listingOf(order.lines), (line) => ({
        id: gid("FulfillmentLineItem", line.id),
        quantity: line.quantity,
        lineItem: () => lineFields(order, line),
      })),
    fulfillmentOrders: emptyPage,
  };
}
