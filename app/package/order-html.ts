import { escapeHtml, factsHtml, tableHtml } from "./html.ts";
import type { Fact } from "./html.ts";
import type { Money, Order, Risk, Visit } from "./items.ts";
import { attributeFacts, linesHtml } from "./lines-html.ts";
import { addressText, codeText, countText, dateText, moneyText } from "./wording.ts";

function optionalMoney(money: Money | null): string | null {
  return money === null ? null : moneyText(money);
}

function sumsOf(order: Order): Fact[] {
  return [
    ["Subtotal", optionalMoney(order.subtotal)],
    ["Discounts", optionalMoney(order.discounts)],
    ["Delivery cost", optionalMoney(order.shipping)],
    ["Tax", optionalMoney(order.tax)],
    ["Total", moneyText(order.total)],
    ["Refunded", Number(order.refunded.amount) === 0 ? null : moneyText(order.refunded)],
  ];
}

function riskText(risk: Risk): string | null {
  const facts = risk.assessments.flatMap(({ level, facts }) => [
    `Risk ${codeText(level).toLowerCase()}`,
    ...facts.map(({ description, sentiment }) => `${description} (${sentiment.toLowerCase()})`),
  ]);
  if (facts.length === 0 && risk.recommendation === "NONE") return null;
  return [`Recommendation: ${codeText(risk.recommendation).toLowerCase()}`, ...facts].join("; ");
}

function visitText(visit: Visit | null, timeZone: string): string | null {
  if (visit === null) return null;
  const campaign = Object.entries(visit.campaign).map(([name, value]) => `${name} ${value}`);
  const parts = [
    dateText(visit.at, timeZone),
    visit.sourceDescription ?? visit.source,
    visit.referrer === null ? null : `from ${visit.referrer}`,
    visit.landingPage === null ? null : `to ${visit.landingPage}`,
    ...campaign,
  ];
  return parts.filter(Boolean).join(", ");
}

function cancelText(order: Order, timeZone: string): string | null {
  if (order.cancelledAt === null) return null;
  const reason = order.cancelReason === null ? "" : ` (${codeText(order.cancelReason).toLowerCase()})`;
  return dateText(order.cancelledAt, timeZone) + reason;
}

function aboutOrder(order: Order, timeZone: string): Fact[] {
  const { billingAddress, shippingAddress, journey } = order;
  return [
    ["Ordered", dateText(order.processedAt, timeZone)],
    ["Cancelled", cancelText(order, timeZone)],
    ["Payment", order.paymentStatus === null ? null : codeText(order.paymentStatus)],
    ["Delivery", codeText(order.deliveryStatus)],
    ["Delivery method", order.shippingMethod],
    ["E-mail address", order.email],
    ["Telephone", order.phone],
    ["Delivery address", shippingAddress === null ? null : addressText(shippingAddress)],
    ["Billing address", billingAddress === null ? null : addressText(billingAddress)],
    ["Note", order.note],
    ...attributeFacts(order.attributes),
    ["Purchase order number", order.poNumber],
    ["Discount codes", order.discountCodes.join(", ")],
    ["Tags", order.tags.join(", ")],
    ["Language", order.locale],
    ["Agreed to advertising at checkout", order.acceptsMarketing ? "Yes" : "No"],
    ["Ordered through", order.source],
    ["IP address", order.ipAddress],
    ["Fraud check", riskText(order.risk)],
    ["First visit", visitText(journey?.firstVisit ?? null, timeZone)],
    ["Last visit", visitText(journey?.lastVisit ?? null, timeZone)],
    ["Test order", order.test ? "Yes" : null],
    ["Order id", order.id],
  ];
}

function deliveriesHtml(order: Order, timeZone: string): string {
  const rows = order.fulfilments.map((fulfilment) => [
    fulfilment.name,
    codeText(fulfilment.status),
    dateText(fulfilment.createdAt, timeZone),
    fulfilment.deliveredAt === null ? null : dateText(fulfilment.deliveredAt, timeZone),
    String(fulfilment.quantity),
    fulfilment.tracking.map(({ company, number }) => [company, number].filter(Boolean).join(" ")).join("; "),
  ]);
  return tableHtml(
    `Deliveries of ${order.name}`,
    ["Parcel", "State", "Sent", "Delivered", "Articles", "Tracking"],
    rows,
  );
}

function paymentsHtml(order: Order, timeZone: string): string {
  const rows = order.transactions.map((payment) => [
    dateText(payment.at, timeZone),
    codeText(payment.kind),
    codeText(payment.status),
    moneyText(payment.amount),
    [payment.gateway, payment.method].filter(Boolean).join(", "),
    payment.cardLast4 === null ? null : `${payment.cardBrand ?? "Card"} ending in ${payment.cardLast4}`,
  ]);
  return tableHtml(`Payments of ${order.name}`, ["Time", "Step", "State", "Amount", "Through", "Card"], rows);
}

function refundsHtml(order: Order, timeZone: string): string {
  const rows = order.refunds.map((refund) => [
    refund.createdAt === null ? null : dateText(refund.createdAt, timeZone),
    moneyText(refund.total),
    refund.lines.map(({ title, quantity }) => `${quantity} × ${title}`).join("; "),
    refund.note,
  ]);
  return tableHtml(`Refunds of ${order.name}`, ["Time", "Amount", "Articles", "Note"], rows);
}

/** One order with everything about it. */
export function orderHtml(order: Order, timeZone: string): string {
  const facts = factsHtml([...sumsOf(order), ...aboutOrder(order, timeZone)]);
  const tables = [
    linesHtml(`Articles of ${order.name}`, order.lines),
    deliveriesHtml(order, timeZone),
    paymentsHtml(order, timeZone),
    refundsHtml(order, timeZone),
  ].join("");
  return `<article><h4 dir="auto">Order ${escapeHtml(order.name)}</h4>${facts}${tables}</article>`;
}

/** The year under which an order is shown: four digits. */
export function yearOf(order: Order): string {
  return order.createdAt.slice(0, 4);
}

/** Orders of one year that follow one another in the collection, counted before they are written. */
export interface YearRun {
  readonly year: string;
  readonly count: number;
}

/** Adds orders to the runs counted so far; gives new runs. */
export function countYears(runs: readonly YearRun[], orders: readonly Order[]): YearRun[] {
  const counted = [...runs];
  for (const order of orders) {
    const last = counted.at(-1);
    const year = yearOf(order);
    if (last?.year === year) counted[counted.length - 1] = { year, count: last.count + 1 };
    else counted.push({ year, count: 1 });
  }
  return counted;
}

/** The opening of one year's orders; the first of few is open, so that a short history needs no click. */
export function yearOpening({ year, count }: YearRun, isOpen: boolean): string {
  const title = `${escapeHtml(year)}: ${countText(count, "order", "orders")}`;
  return `<details${isOpen ? " open" : ""}><summary><h3>${title}</h3></summary>`;
}
