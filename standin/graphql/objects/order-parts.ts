import { gid, partId } from "../../shop/ids.ts";
import type { OrderFacts, OrderRefund } from "../../shop/make-order.ts";
import type { Arguments, Context, Fields } from "../context.ts";
import { bag, decimal, money } from "../money.ts";
import { emptyPage, listingOf, paginate } from "../paginate.ts";
import { lineFields } from "./line-item.ts";
import { orderFields } from "./order.ts";

interface Payment {
  part: number;
  kind: string;
  cents: number;
  at: Date;
}

function transaction(order: OrderFacts, { part, kind, cents, at }: Payment): Fields {
  return {
    __typename: "OrderTransaction",
    id: gid("OrderTransaction", partId(order.id, part)),
    kind,
    status: order.paid ? "SUCCESS" : "PENDING",
    gateway: "shopify_payments",
    formattedGateway: "Shopify Payments",
    createdAt: at.toISOString(),
    processedAt: at.toISOString(),
    amountSet: bag(cents),
    amount: decimal(cents),
    amountV2: money(cents),
    accountNumber: `•••• •••• •••• ${order.card.last4}`,
    paymentId: `${String(order.id)}.1`,
    manualPaymentGateway: false,
    manuallyCapturable: false,
    multiCapturable: false,
    test: false,
    fees: [],
    receiptJson: null,
    order: () => orderFields(order),
    parentTransaction: null,
    paymentDetails: {
      __typename: "CardPaymentDetails",
      company: order.card.company,
      number: `•••• •••• •••• ${order.card.last4}`,
      name: `${order.person.first} ${order.person.last}`,
      expirationMonth: 4,
      expirationYear: 2029,
      paymentMethodName: "card",
      bin: null,
      avsResultCode: "Y",
      cvvResultCode: "M",
      wallet: null,
    },
  };
}

/** Payments and repayments of an order. */
export function transactionFields(order: OrderFacts): Fields[] {
  const sale = transaction(order, { part: 60, kind: "SALE", cents: order.total, at: order.createdAt });
  const { refund } = order;
  return refund === null
    ? [sale]
    : [sale, transaction(order, { part: 61, kind: "REFUND", cents: refund.amount, at: refund.createdAt })];
}

/** A `Refund`. */
export function refundFields(order: OrderFacts, refund: OrderRefund): Fields {
  const at = refund.createdAt.toISOString();
  return {
    __typename: "Refund",
    id: gid("Refund", refund.id),
    legacyResourceId: String(refund.id),
    createdAt: at,
    processedAt: at,
    updatedAt: at,
    note: refund.note,
    totalRefundedSet: bag(refund.amount),
    totalRefunded: money(refund.amount),
    duties: [],
    return: null,
    order: () => orderFields(order),
    refundLineItems: (args: Arguments, context: Context) =>
      paginate(context, args, listingOf([refund]), () => ({
        id: gid("RefundLineItem", partId(order.id, 41)),
        quantity: refund.quantity,
        restocked: true,
        restockType: "RETURN",
        priceSet: bag(refund.line.unit),
        subtotalSet: bag(refund.amount),
        totalTaxSet: bag(0),
        location: null,
        lineItem: () => lineFields(order, refund.line),
      })),
    transactions: (args: Arguments, context: Context) =>
      paginate(context, args, listingOf(transactionFields(order).slice(1)), (fields) => fields),
    orderAdjustments: emptyPage,
    refundShippingLines: emptyPage,
  };
}

export function shippingLineFields(order: OrderFacts): Fields {
  const price = bag(order.shipping.price);
  return {
    id: gid("ShippingLine", partId(order.id, 70)),
    title: order.shipping.title,
    code: order.shipping.title,
    source: "shopify",
    carrierIdentifier: null,
    deliveryCategory: null,
    custom: false,
    isRemoved: false,
    phone: null,
    originalPriceSet: price,
    discountedPriceSet: price,
    currentDiscountedPriceSet: price,
    taxLines: [],
    discountAllocations: [],
  };
}

const RISK_FACTS: Record<OrderFacts["risk"], Fields[]> = {
  LOW: [{ description: "Billing address matches the card's registered address", sentiment: "POSITIVE" }],
  MEDIUM: [{ description: "The order was placed from a hosting provider's network", sentiment: "NEUTRAL" }],
  HIGH: [{ description: "Several payment attempts with different cards", sentiment: "NEGATIVE" }],
};

export function riskFields(order: OrderFacts): Fields {
  return {
    recommendation: order.risk === "HIGH" ? "CANCEL" : order.risk === "MEDIUM" ? "INVESTIGATE" : "ACCEPT",
    assessments: [{ riskLevel: order.risk, provider: null, facts: RISK_FACTS[order.risk] }],
  };
}

export function journeyFields(order: OrderFacts): Fields {
  const visit = {
    __typename: "CustomerVisit",
    id: gid("CustomerVisit", partId(order.id, 80)),
    landingPage: `https://rosewood-jewellery.myshopify.com/products/${order.lines[0]?.product.handle ?? ""}`,
    landingPageHtml: null,
    occurredAt: new Date(order.createdAt.getTime() - 1_800_000).toISOString(),
    referrerUrl: order.source || null,
    referralCode: null,
    referralInfoHtml: "",
    source: order.source === "" ? "direct" : new URL(order.source).hostname.replace("www.", ""),
    sourceDescription: null,
    sourceType: null,
    utmParameters: null,
    marketingEvent: null,
  };
  return {
    customerOrderIndex: null,
    daysToConversion: 0,
    ready: true,
    firstVisit: visit,
    lastVisit: visit,
    momentsCount: { count: 1, precision: "EXACT" },
    moments: (args: Arguments, context: Context) => paginate(context, args, listingOf([visit]), (fields) => fields),
  };
}
