import type {
  Attribute,
  Fulfilment,
  Money,
  Order,
  OrderLine,
  PostalAddress,
  Refund,
  Transaction,
  Visit,
} from "../../package/items.ts";
import type {
  AddressFragment,
  MoneyFragment,
  OrderHeadFragment,
  OrderLineFragment,
  RefundHeadFragment,
  RefundLineFragment,
  VisitFragment,
} from "../generated/operations.ts";

/** A sum in the currency that the customer saw. */
export function readMoney(bag: MoneyFragment): Money {
  return { amount: bag.presentmentMoney.amount, currency: bag.presentmentMoney.currencyCode };
}

function readOptionalMoney(bag: MoneyFragment | null): Money | null {
  return bag === null ? null : readMoney(bag);
}

/** Shopify's postal address without what it derived itself (coordinates, formatting). */
export function readAddress(address: AddressFragment): PostalAddress {
  return {
    name: address.name,
    company: address.company,
    address1: address.address1,
    address2: address.address2,
    postalCode: address.zip,
    city: address.city,
    province: address.province,
    provinceCode: address.provinceCode,
    country: address.country,
    countryCode: address.countryCodeV2,
    phone: address.phone,
  };
}

/** As `readAddress`, for an address that may be missing. */
export function readOptionalAddress(address: AddressFragment | null): PostalAddress | null {
  return address === null ? null : readAddress(address);
}

/** Shopify's custom attributes. */
export function readAttributes(
  attributes: readonly { readonly key: string; readonly value: string | null }[],
): Attribute[] {
  return attributes.map(({ key, value }) => ({ name: key, value }));
}

/** One line of an order. */
export function readOrderLine(line: OrderLineFragment): OrderLine {
  return {
    title: line.title,
    variant: line.variantTitle,
    sku: line.sku,
    quantity: line.quantity,
    unitPrice: readMoney(line.originalUnitPriceSet),
    total: readMoney(line.discountedTotalSet),
    attributes: readAttributes(line.customAttributes),
  };
}

/** The last four digits of a masked card number; null when there are fewer than four. */
export function lastFourDigits(masked: string | null): string | null {
  const digits = (masked ?? "").replaceAll(/\D/g, "");
  return digits.length < 4 ? null : digits.slice(-4);
}

/** One payment step: nothing of a card number but its last four digits passes this function. */
export function readTransaction(transaction: OrderHeadFragment["transactions"][number]): Transaction {
  const details = transaction.paymentDetails;
  const card = details !== null && "number" in details ? details : null;
  return {
    kind: transaction.kind,
    status: transaction.status,
    test: transaction.test,
    at: transaction.processedAt ?? transaction.createdAt,
    amount: readMoney(transaction.amountSet),
    gateway: transaction.formattedGateway ?? transaction.gateway,
    method: details?.paymentMethodName ?? null,
    cardBrand: card?.company ?? null,
    cardLast4: card === null ? null : lastFourDigits(card.number),
  };
}

function readFulfilment(fulfilment: OrderHeadFragment["fulfillments"][number]): Fulfilment {
  return {
    name: fulfilment.name,
    status: fulfilment.displayStatus ?? fulfilment.status,
    createdAt: fulfilment.createdAt,
    deliveredAt: fulfilment.deliveredAt,
    quantity: fulfilment.totalQuantity,
    tracking: fulfilment.trackingInfo.map(({ company, number, url }) => ({ company, number, url })),
  };
}

function readVisit(visit: VisitFragment | null): Visit | null {
  if (visit === null) return null;
  const campaign = Object.entries(visit.utmParameters ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return {
    at: visit.occurredAt,
    landingPage: visit.landingPage,
    referrer: visit.referrerUrl,
    source: visit.source,
    sourceDescription: visit.sourceDescription,
    campaign: Object.fromEntries(campaign),
  };
}

/** A refund with all its lines. */
export function readRefund(head: RefundHeadFragment, lines: readonly RefundLineFragment[]): Refund {
  return {
    createdAt: head.createdAt,
    note: head.note,
    total: readMoney(head.totalRefundedSet),
    lines: lines.map((line) => ({
      title: line.lineItem.title,
      sku: line.lineItem.sku,
      quantity: line.quantity,
      restock: line.restockType,
      subtotal: readMoney(line.subtotalSet),
    })),
  };
}

function readJourney(summary: OrderHeadFragment["customerJourneySummary"]): Order["journey"] {
  if (summary === null) return null;
  return {
    orderNumber: summary.customerOrderIndex,
    daysToOrder: summary.daysToConversion,
    firstVisit: readVisit(summary.firstVisit),
    lastVisit: readVisit(summary.lastVisit),
  };
}

/** An order, with all the lines and refunds that were read for it. */
export function readOrder(
  head: OrderHeadFragment,
  lines: readonly OrderLineFragment[],
  refunds: readonly Refund[],
): Order {
  return {
    id: head.id,
    name: head.name,
    createdAt: head.createdAt,
    processedAt: head.processedAt,
    cancelledAt: head.cancelledAt,
    cancelReason: head.cancelReason,
    closedAt: head.closedAt,
    test: head.test,
    email: head.email,
    phone: head.phone,
    note: head.note,
    tags: head.tags,
    attributes: readAttributes(head.customAttributes),
    poNumber: head.poNumber,
    source: head.sourceName,
    ipAddress: head.clientIp,
    locale: head.customerLocale,
    acceptsMarketing: head.customerAcceptsMarketing,
    discountCodes: head.discountCodes,
    paymentGateways: head.paymentGatewayNames,
    paymentStatus: head.displayFinancialStatus,
    deliveryStatus: head.displayFulfillmentStatus,
    shippingMethod: head.shippingLine?.title ?? null,
    billingAddress: readOptionalAddress(head.billingAddress),
    shippingAddress: readOptionalAddress(head.shippingAddress),
    subtotal: readOptionalMoney(head.subtotalPriceSet),
    discounts: readOptionalMoney(head.totalDiscountsSet),
    shipping: readOptionalMoney(head.totalShippingPriceSet),
    tax: readOptionalMoney(head.totalTaxSet),
    total: readMoney(head.totalPriceSet),
    refunded: readMoney(head.totalRefundedSet),
    lines: lines.map(readOrderLine),
    refunds,
    fulfilments: head.fulfillments.map(readFulfilment),
    transactions: head.transactions.map(readTransaction),
    risk: {
      recommendation: head.risk.recommendation,
      assessments: head.risk.assessments.map(({ riskLevel, facts }) => ({
        level: riskLevel,
        facts: facts.map(({ description, sentiment }) => ({ description, sentiment })),
      })),
    },
    journey: readJourney(head.customerJourneySummary),
  };
}
