import { setTimeout as sleep } from "node:timers/promises";
import type { Order, Refund } from "../package/items.ts";
import type { AdminGraphql } from "./admin-graphql.server.ts";
import { pollBulk, startBulkOrders, streamBulk } from "./bulk-orders.server.ts";
import type { BulkOrder, BulkState } from "./bulk-orders.server.ts";
import { allOf, pageThrough, restOf, withAffordableSize } from "./collect-pages.server.ts";
import { isGuestOwner } from "./collect-person.server.ts";
import type { Person } from "./collect-person.server.ts";
import type { Cursor, StepPage } from "./collect-step.server.ts";
import type { OrderHeadFragment, OrderOwnersQuery, OrderWithLinesFragment } from "./generated/operations.ts";
import { numberOf } from "./operations/global-id.ts";
import {
  CUSTOMER_ORDERS,
  ORDER_LINES,
  ORDER_OWNERS,
  ORDERS_BY_IDS,
  ORDERS_BY_SEARCH,
  ORDERS_COUNT,
  REFUND_LINES,
} from "./operations/orders.ts";
import { readOrder, readRefund } from "./operations/read-order.ts";
import { searchOrdersOf } from "./operations/search-contacts.ts";
import { ShopifyRefused } from "./shopify-refused.ts";

/** Shopify ends pagination after this many objects: https://shopify.dev/docs/api/usage/limits */
const MOST_PAGED_ORDERS = 25_000;
/** Orders a page: about 90 points each, so that a page stays under the 1,000 points that a query may cost. */
export const ORDERS_A_PAGE = 8;
const ORDERS_OF_A_FILE_A_PAGE = 100;
const IDS_A_PAGE = 50;
/** Asking costs one point; whoever waits for a file waits at most a fifth longer than the file takes. A quarter of an hour. */
const BULK_POLLS = 66;
const FIRST_BULK_POLL_MS = 250;
const BULK_POLL_GROWTH = 1.2;
const LONGEST_BULK_POLL_MS = 20_000;
/** Stands for a bulk operation that failed or whose file expired: the next try begins another one. */
const START_ANEW = "anew";

async function readRefundLines(admin: AdminGraphql, refund: string, after: string | null) {
  return allOf(async (first, cursor) => {
    const answer = await admin(REFUND_LINES, { id: refund, first, after: cursor });
    return answer.refund?.refundLineItems ?? null;
  }, after);
}

async function completeOrder(admin: AdminGraphql, order: OrderWithLinesFragment): Promise<Order> {
  const lines = await restOf(order.lineItems, async (first, after) => {
    const answer = await admin(ORDER_LINES, { id: order.id, first, after });
    return answer.order?.lineItems ?? null;
  });
  const refunds: Refund[] = [];
  for (const refund of order.refunds) {
    const { nodes, pageInfo } = refund.refundLineItems;
    const rest = pageInfo.hasNextPage ? await readRefundLines(admin, refund.id, pageInfo.endCursor) : [];
    refunds.push(readRefund(refund, [...nodes, ...rest]));
  }
  return readOrder(order, lines, refunds);
}

async function completeBulkOrder(admin: AdminGraphql, order: BulkOrder): Promise<Order> {
  const refunds: Refund[] = [];
  for (const refund of order.refunds) {
    refunds.push(readRefund(refund, await readRefundLines(admin, refund.id, null)));
  }
  return readOrder(order, order.lines, refunds);
}

async function completeOrders(admin: AdminGraphql, orders: readonly OrderWithLinesFragment[]): Promise<Order[]> {
  const complete: Order[] = [];
  for (const order of orders) complete.push(await completeOrder(admin, order));
  return complete;
}

type OrderOwner = Extract<OrderOwnersQuery["nodes"][number], { readonly customer: unknown }>;
type IsWanted = (order: OrderHeadFragment) => boolean;

async function finishedBulk(admin: AdminGraphql, id: string): Promise<Exclude<BulkState, { kind: "running" }>> {
  for (let poll = 1; poll <= BULK_POLLS; poll += 1) {
    const state = await pollBulk(admin, id);
    if (state.kind !== "running") return state;
    await sleep(Math.min(LONGEST_BULK_POLL_MS, FIRST_BULK_POLL_MS * BULK_POLL_GROWTH ** poll));
  }
  throw new ShopifyRefused("UNREACHABLE", "BulkOrders");
}

async function* filePages(
  admin: AdminGraphql,
  file: { readonly url: string; readonly bulk: string; readonly done: number },
  isWanted: IsWanted,
): AsyncGenerator<StepPage<"orders">> {
  let seen = 0;
  let items: Order[] = [];
  for await (const order of streamBulk(file.url)) {
    seen += 1;
    if (seen <= file.done) continue;
    if (isWanted(order)) items.push(await completeBulkOrder(admin, order));
    if (seen % ORDERS_OF_A_FILE_A_PAGE > 0) continue;
    yield { section: "orders", items, after: String(seen), bulk: file.bulk };
    items = [];
  }
  yield { section: "orders", items, after: null, bulk: null };
}

/** The orders of one bulk operation, in pages; `from.after` counts the orders of the file that are done with. */
async function* bulkPages(
  admin: AdminGraphql,
  search: string,
  isWanted: IsWanted,
  from: Cursor,
): AsyncGenerator<StepPage<"orders">> {
  const after = from.after ?? "0";
  let bulk = from.bulk ?? START_ANEW;
  if (bulk === START_ANEW) {
    bulk = await startBulkOrders(admin, search);
    yield { section: "orders", items: [], after, bulk };
  }
  const state = await finishedBulk(admin, bulk);
  if (state.kind === "failed") {
    yield { section: "orders", items: [], after, bulk: START_ANEW };
    throw new ShopifyRefused("UNREACHABLE", "BulkOrders");
  }
  if (state.url === null) yield { section: "orders", items: [], after: null, bulk: null };
  else yield* filePages(admin, { url: state.url, bulk, done: Number(after) }, isWanted);
}

/** The orders of a person's customer record: through the record itself, or a bulk operation when there are too many. */
export async function* collectOwnOrders(
  admin: AdminGraphql,
  person: Person,
  from: Cursor,
): AsyncGenerator<StepPage<"orders">> {
  const id = person.customerId;
  if (id === null) return;
  if (from.bulk !== null || person.ordersCount > MOST_PAGED_ORDERS) {
    const search = `customer_id:${numberOf(id) ?? "0"}`;
    yield* bulkPages(admin, search, (order) => order.customer?.id === id, from);
    return;
  }
  const read = async (first: number, after: string | null) =>
    (await admin(CUSTOMER_ORDERS, { id, first, after })).customer?.orders ?? null;
  for await (const { items, after } of pageThrough(read, ORDERS_A_PAGE, from.after)) {
    yield { section: "orders", items: await completeOrders(admin, items), after, bulk: null };
  }
}

/** Orders that carry the person's e-mail address or number and no customer record, without those asked for by id. */
export async function* collectGuestOrders(
  admin: AdminGraphql,
  person: Person,
  from: Cursor,
): AsyncGenerator<StepPage<"orders">> {
  const search = searchOrdersOf(person.emails, person.phones);
  if (search === null) return;
  const asked = new Set(person.orderIds);
  const isWanted: IsWanted = ({ id, email, phone, customer }) =>
    !asked.has(id) && isGuestOwner(person, { customerId: customer?.id ?? null, email, phone });
  if (from.bulk !== null || (from.after === null && (await isTooMany(admin, search)))) {
    yield* bulkPages(admin, search, isWanted, from);
    return;
  }
  const read = async (first: number, after: string | null) =>
    (await admin(ORDERS_BY_SEARCH, { query: search, first, after })).orders;
  for await (const { items, after } of pageThrough(read, ORDERS_A_PAGE, from.after)) {
    const own = await completeOrders(admin, items.filter(isWanted));
    yield { section: "orders", items: own, after, bulk: null };
  }
}

async function isTooMany(admin: AdminGraphql, search: string): Promise<boolean> {
  const { ordersCount } = await admin(ORDERS_COUNT, { query: search, limit: MOST_PAGED_ORDERS + 1 });
  return (ordersCount?.count ?? 0) > MOST_PAGED_ORDERS;
}

async function readOrders(admin: AdminGraphql, ids: readonly string[]): Promise<OrderWithLinesFragment[]> {
  const orders: OrderWithLinesFragment[] = [];
  let size = ORDERS_A_PAGE;
  for (let start = 0; start < ids.length; start += size) {
    const answer = await withAffordableSize(size, (count) =>
      admin(ORDERS_BY_IDS, { ids: ids.slice(start, start + count) }),
    );
    size = answer.size;
    orders.push(...answer.result.nodes.filter(isThere<OrderWithLinesFragment>));
  }
  return orders;
}

/** `nodes(ids)` gives null for what is gone, and an empty object for what is not an order. */
function isThere<Node extends { readonly id: string }>(
  node: Node | Readonly<Record<PropertyKey, never>> | null,
): node is Node {
  return node !== null && "id" in node;
}

/**
 * Orders that were asked for by id and are not reached through the customer record. Says how many Shopify no longer
 * gives: deleted ones, and those older than 60 days when the app lacks `read_all_orders`.
 */
export async function* collectAskedOrders(
  admin: AdminGraphql,
  person: Person,
  from: Cursor,
): AsyncGenerator<StepPage<"orders">> {
  for (let start = Number(from.after ?? 0); start < person.orderIds.length; start += IDS_A_PAGE) {
    const ids = person.orderIds.slice(start, start + IDS_A_PAGE);
    const { nodes } = await admin(ORDER_OWNERS, { ids });
    const found = nodes.filter(isThere<OrderOwner>);
    const others = found.filter(({ customer }) => customer === null || customer.id !== person.customerId);
    const orders = await readOrders(
      admin,
      others.map(({ id }) => id),
    );
    const gone = ids.length - found.length;
    const after = start + IDS_A_PAGE < person.orderIds.length ? String(start + IDS_A_PAGE) : null;
    const missing = gone === 0 ? null : `${gone} of the orders asked for: deleted, or out of reach of read_orders`;
    yield { section: "orders", items: await completeOrders(admin, orders), after, bulk: null, missing };
  }
}
