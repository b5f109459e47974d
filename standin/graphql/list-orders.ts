import type { OrderFacts } from "../shop/make-order.ts";
import type { CustomerFacts } from "../shop/make-shop.ts";
import type { Context } from "./context.ts";
import { listingOf, type Listing } from "./paginate.ts";
import { identityOf } from "./objects/customer.ts";
import { compareDate, compareNumber, matcher, readSearch, sameText, type Matchers } from "./search-query.ts";

/** Orders `from` … `to` (exclusive) of one customer. */
interface Run {
  customer: CustomerFacts;
  from: number;
  to: number;
}

const MATCHERS: Matchers<OrderFacts> = {
  "": (order, term) => sameText(order.person.email, term) || `#${String(order.number)}` === term.value,
  id: (order, term) => compareNumber(order.id, term),
  name: (order, term) => `#${String(order.number)}` === term.value || String(order.number) === term.value,
  email: (order, term) => sameText(order.person.email, term),
  created_at: (order, term) => compareDate(order.createdAt, term),
  processed_at: (order, term) => compareDate(order.createdAt, term),
  updated_at: (order, term) =>
    compareDate(order.refund?.createdAt ?? order.shipment?.createdAt ?? order.createdAt, term),
  financial_status: (order, term) =>
    sameText(
      order.cancelledAt !== null ? "refunded" : !order.paid ? "pending" : order.refund ? "partially_refunded" : "paid",
      term,
    ),
  fulfillment_status: (order, term) => sameText(order.shipment === null ? "unfulfilled" : "shipped", term),
  status: (order, term) =>
    term.value === "any" ||
    sameText(order.cancelledAt !== null ? "cancelled" : order.shipment?.delivered ? "closed" : "open", term),
  test: (_order, term) => term.value === "false",
  tag: (order, term) => order.total > 100_000 && sameText("high value", term),
};

/** Index of the first order that the token may see: orders of a customer are in order of their dates. */
function firstVisible(context: Context, customer: CustomerFacts): number {
  let low = 0;
  let high = customer.orderCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (context.facts.orderOf(customer, middle).createdAt.getTime() < context.ordersSince) low = middle + 1;
    else high = middle;
  }
  return low;
}

function listRuns(context: Context, runs: readonly Run[]): Listing<OrderFacts> {
  const total = runs.reduce((sum, run) => sum + run.to - run.from, 0);
  return {
    total,
    at: (index) => {
      let rest = index;
      for (const run of runs) {
        if (rest < run.to - run.from) return context.facts.orderOf(run.customer, run.from + rest);
        rest -= run.to - run.from;
      }
      throw new RangeError(`No order at ${String(index)}`);
    },
  };
}

/** Splits off what narrows to whole customers, so that the rest need not look at every order of the shop. */
function customersFor(context: Context, query: string): { customers: readonly CustomerFacts[]; rest: string } {
  const [group, ...others] = readSearch(query);
  if (group === undefined || others.length > 0) return { customers: context.facts.customers, rest: query };
  const byId = group.find((term) => term.key === "customer_id" && !term.negated);
  const byEmail = group.find((term) => term.key === "email" && !term.negated);
  const rest = group
    .filter((term) => term !== byId && term !== byEmail)
    .map(
      (term) =>
        `${term.negated ? "-" : ""}${term.key === undefined ? "" : `${term.key}:${term.operator}`}"${term.value}"`,
    )
    .join(" AND ");
  const customers = context.facts.customers.filter(
    (customer) =>
      (byId === undefined || compareNumber(customer.id, byId)) &&
      (byEmail === undefined || (!identityOf(context, customer).redacted && sameText(customer.person.email, byEmail))),
  );
  return { customers, rest };
}

/**
 * The orders that a search finds, by number. A guess: the generated numbers grow per customer, so a list over several
 * customers is not in order of dates, whatever `sortKey` says; within one customer it is.
 */
export function listOrders(context: Context, query: unknown): Listing<OrderFacts> {
  const { customers, rest } = customersFor(context, typeof query === "string" ? query : "");
  const runs = customers.map((customer) => ({
    customer,
    from: firstVisible(context, customer),
    to: customer.orderCount,
  }));
  const all = listRuns(context, runs);
  const fits = matcher("orders", rest, MATCHERS);
  if (fits === undefined) return all;
  const found: number[] = [];
  for (let index = 0; index < all.total; index += 1) if (fits(all.at(index))) found.push(index);
  const indexes = listingOf(found);
  return { total: found.length, at: (index) => all.at(indexes.at(index)) };
}
