import { addressCells, attributesCell, BILLING, pick, SHIPPING } from "./csv-cells.ts";
import type { CsvRow } from "./csv-cells.ts";
import type { Order, Visit } from "./items.ts";

const ORDER_SUMS = ["subtotal", "discounts", "shipping", "tax", "total", "refunded"] as const;
const ORDER_PLAIN = [
  "id",
  "name",
  "createdAt",
  "processedAt",
  "cancelledAt",
  "cancelReason",
  "closedAt",
  "test",
  "email",
  "phone",
  "note",
  "poNumber",
  "source",
  "ipAddress",
  "locale",
  "acceptsMarketing",
  "paymentStatus",
  "deliveryStatus",
  "shippingMethod",
] as const;

function visitCells(name: string, visit: Visit | null | undefined): CsvRow {
  return { [`${name}At`]: visit?.at ?? null, [`${name}From`]: visit?.referrer ?? null };
}

/** An order as one row; its lists stand in files of their own. */
export function orderRow(order: Order): CsvRow {
  const { risk, journey } = order;
  return {
    ...pick(order, ORDER_PLAIN),
    tags: order.tags.join(", "),
    attributes: attributesCell(order.attributes),
    discountCodes: order.discountCodes.join(", "),
    paymentGateways: order.paymentGateways.join(", "),
    currency: order.total.currency,
    ...Object.fromEntries(ORDER_SUMS.map((name) => [name, order[name]?.amount ?? null])),
    riskRecommendation: risk.recommendation,
    riskFacts: risk.assessments.flatMap(({ facts }) => facts.map(({ description }) => description)).join("\n"),
    ...visitCells("firstVisit", journey?.firstVisit),
    ...visitCells("lastVisit", journey?.lastVisit),
    ...addressCells("billing", order.billingAddress),
    ...addressCells("shipping", order.shippingAddress),
  };
}

/** The columns of `orderRow`. */
export const ORDER_COLUMNS = [
  ...ORDER_PLAIN,
  "tags",
  "attributes",
  "discountCodes",
  "paymentGateways",
  "currency",
  ...ORDER_SUMS,
  "riskRecommendation",
  "riskFacts",
  "firstVisitAt",
  "firstVisitFrom",
  "lastVisitAt",
  "lastVisitFrom",
  ...BILLING,
  ...SHIPPING,
];
