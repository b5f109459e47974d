import { gid, partId } from "../../shop/ids.ts";
import type { OrderFacts } from "../../shop/make-order.ts";
import type { Arguments, Context, Fields } from "../context.ts";
import { bag, CURRENCY, decimal } from "../money.ts";
import { emptyPage, listingOf, paginate } from "../paginate.ts";
import { addressFields, addressOf } from "./address.ts";
import { identityOf, customerFields } from "./customer.ts";
import { fulfillmentFields } from "./fulfillment.ts";
import { lineFields, taxLines } from "./line-item.ts";
import { metafieldsOf } from "./metafields.ts";
import { journeyFields, refundFields, riskFields, shippingLineFields, transactionFields } from "./order-parts.ts";

function financialStatus(order: OrderFacts): string {
  if (order.cancelledAt !== null) return "REFUNDED";
  if (!order.paid) return "PENDING";
  return order.refund === null ? "PAID" : "PARTIALLY_REFUNDED";
}

function priceFields(order: OrderFacts): Fields {
  const discount = order.discount?.amount ?? 0;
  const refunded = order.refund?.amount ?? 0;
  const sets: Record<string, number> = {
    totalPriceSet: order.total,
    originalTotalPriceSet: order.total,
    currentTotalPriceSet: order.total - refunded,
    subtotalPriceSet: order.subtotal - discount,
    currentSubtotalPriceSet: order.subtotal - discount - refunded,
    totalDiscountsSet: discount,
    currentTotalDiscountsSet: discount,
    cartDiscountAmountSet: discount,
    currentCartDiscountAmountSet: discount,
    totalTaxSet: order.tax,
    currentTotalTaxSet: order.tax,
    totalShippingPriceSet: order.shipping.price,
    currentShippingPriceSet: order.shipping.price,
    totalRefundedSet: refunded,
    totalRefundedShippingSet: 0,
    refundDiscrepancySet: 0,
    totalReceivedSet: order.paid ? order.total : 0,
    netPaymentSet: order.paid ? order.total - refunded : 0,
    totalOutstandingSet: order.paid ? 0 : order.total,
    totalCapturableSet: 0,
    totalTipReceivedSet: 0,
  };
  return {
    ...Object.fromEntries(Object.entries(sets).map(([name, cents]) => [name, () => bag(cents)])),
    totalPrice: () => decimal(order.total),
    subtotalPrice: () => decimal(order.subtotal - discount),
    totalTax: () => decimal(order.tax),
    totalDiscounts: () => decimal(discount),
    totalRefunded: () => decimal(refunded),
  };
}

function closingFields(order: OrderFacts): Fields {
  const delivered = order.shipment?.delivered ?? null;
  const cancelled = order.cancelledAt;
  return {
    cancelledAt: cancelled?.toISOString() ?? null,
    cancelReason: cancelled && "CUSTOMER",
    cancellation: cancelled && { staffNote: "Asked by e-mail within the hour." },
    closed: delivered !== null,
    closedAt: delivered?.toISOString() ?? null,
  };
}

function statusFields(order: OrderFacts): Fields {
  const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  return {
    displayFinancialStatus: financialStatus(order),
    displayFulfillmentStatus: order.shipment === null ? "UNFULFILLED" : "FULFILLED",
    returnStatus: order.refund === null ? "NO_RETURN" : "RETURNED",
    ...closingFields(order),
    confirmed: true,
    fullyPaid: order.paid,
    unpaid: !order.paid,
    edited: false,
    test: false,
    requiresShipping: true,
    taxesIncluded: false,
    taxExempt: false,
    estimatedTaxes: false,
    dutiesIncluded: false,
    subtotalLineItemsQuantity: pieces,
    currentSubtotalLineItemsQuantity: pieces,
  };
}

function personFields(order: OrderFacts): Fields {
  const ifKnown =
    (show: () => unknown) =>
    (_: Arguments, context: Context): unknown => {
      const customer = context.facts.customers[order.customer];
      return customer === undefined || identityOf(context, customer).redacted ? null : show();
    };
  const address = ifKnown(() => addressFields(addressOf(order.person, partId(order.id, 90))));
  return {
    email: ifKnown(() => order.person.email),
    phone: ifKnown(() => order.person.phone),
    clientIp: ifKnown(() => order.ip),
    note: ifKnown(() => order.note),
    customAttributes: order.gift === null ? [] : [{ key: "Gift message", value: order.gift }],
    billingAddress: address,
    shippingAddress: address,
    displayAddress: address,
    billingAddressMatchesShippingAddress: true,
    customerLocale: order.person.locale,
    customerAcceptsMarketing: false,
    customer: (_: Arguments, context: Context) => {
      const customer = context.facts.customers[order.customer];
      return customer === undefined ? null : customerFields(context, customer);
    },
  };
}

/** What hangs on an order. */
function partFields(order: OrderFacts): Fields {
  const some = <T>(one: T | null, show: (item: T) => Fields): Fields[] => (one === null ? [] : [show(one)]);
  return {
    lineItems: (args: Arguments, context: Context) =>
      paginate(context, args, listingOf(order.lines), (line) => lineFields(order, line)),
    refunds: () => some(order.refund, (refund) => refundFields(order, refund)),
    fulfillments: () => some(order.shipment, (shipment) => fulfillmentFields(order, shipment)),
    fulfillmentsCount: { count: order.shipment === null ? 0 : 1, precision: "EXACT" },
    transactions: () => transactionFields(order),
    transactionsCount: () => ({ count: transactionFields(order).length, precision: "EXACT" }),
    shippingLine: () => shippingLineFields(order),
    shippingLines: (args: Arguments, context: Context) =>
      paginate(context, args, listingOf([order]), () => shippingLineFields(order)),
    taxLines: () => taxLines(order.tax),
    risk: () => riskFields(order),
    riskLevel: order.risk,
    risks: [],
    customerJourneySummary: () => journeyFields(order),
    discountCode: order.discount?.code ?? null,
    discountCodes: order.discount === null ? [] : [order.discount.code],
    discountApplications: emptyPage,
    localizedFields: emptyPage,
    fulfillmentOrders: emptyPage,
    events: emptyPage,
    returns: emptyPage,
    agreements: emptyPage,
    disputes: [],
    additionalFees: [],
    alerts: [],
  };
}

/** An `Order`. */
export function orderFields(order: OrderFacts): Fields {
  const id = gid("Order", order.id);
  const placed = order.createdAt.toISOString();
  const changed = order.refund?.createdAt ?? order.shipment?.createdAt ?? order.createdAt;
  return {
    __typename: "Order",
    id,
    legacyResourceId: String(order.id),
    name: `#${String(order.number)}`,
    number: order.number,
    confirmationNumber: `R${order.id.toString(36).toUpperCase()}`,
    createdAt: placed,
    processedAt: placed,
    updatedAt: changed.toISOString(),
    currencyCode: CURRENCY,
    presentmentCurrencyCode: CURRENCY,
    tags: order.total > 100_000 ? ["high value"] : [],
    sourceName: "web",
    paymentGatewayNames: ["shopify_payments"],
    poNumber: null,
    app: null,
    ...statusFields(order),
    ...priceFields(order),
    ...personFields(order),
    ...partFields(order),
    ...metafieldsOf(id),
  };
}
