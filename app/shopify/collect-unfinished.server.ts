import type { AbandonedCheckout, DraftOrder } from "../package/items.ts";
import type { AdminGraphql } from "./admin-graphql.server.ts";
import { pageThrough, restOf } from "./collect-pages.server.ts";
import { hasContactOf, isGuestOwner } from "./collect-person.server.ts";
import type { Person } from "./collect-person.server.ts";
import type { Cursor, StepPage } from "./collect-step.server.ts";
import { numberOf } from "./operations/global-id.ts";
import { readCheckout, readDraftOrder } from "./operations/read-unfinished.ts";
import type { RawCheckout, RawDraftOrder } from "./operations/read-unfinished.ts";
import { searchAnywhereFor } from "./operations/search-contacts.ts";
import {
  ABANDONED_CHECKOUT_LINES,
  ABANDONED_CHECKOUTS,
  DRAFT_ORDER_LINES,
  DRAFT_ORDERS,
} from "./operations/unfinished.ts";

/** Drafts and checkouts a page: about 45 points each. */
export const UNFINISHED_A_PAGE = 15;

async function completeDraft(admin: AdminGraphql, draft: RawDraftOrder): Promise<DraftOrder> {
  const lines = await restOf(draft.lineItems, async (first, after) => {
    const answer = await admin(DRAFT_ORDER_LINES, { id: draft.id, first, after });
    return answer.draftOrder?.lineItems ?? null;
  });
  return readDraftOrder(draft, lines);
}

async function completeCheckout(admin: AdminGraphql, checkout: RawCheckout): Promise<AbandonedCheckout> {
  const lines = await restOf(checkout.lineItems, async (first, after) => {
    const { node } = await admin(ABANDONED_CHECKOUT_LINES, { id: checkout.id, first, after });
    return node !== null && "lineItems" in node ? node.lineItems : null;
  });
  return readCheckout(checkout, lines);
}

async function* draftPages(
  admin: AdminGraphql,
  query: string,
  isWanted: (draft: RawDraftOrder) => boolean,
  from: Cursor,
): AsyncGenerator<StepPage<"draft-orders">> {
  const read = async (first: number, after: string | null) =>
    (await admin(DRAFT_ORDERS, { query, first, after })).draftOrders;
  for await (const page of pageThrough(read, UNFINISHED_A_PAGE, from.after)) {
    const items: DraftOrder[] = [];
    for (const draft of page.items.filter(isWanted)) items.push(await completeDraft(admin, draft));
    yield { section: "draft-orders", items, after: page.after, bulk: null };
  }
}

/** Draft orders made out to the person's customer record. */
export async function* collectOwnDraftOrders(
  admin: AdminGraphql,
  person: Person,
  from: Cursor,
): AsyncGenerator<StepPage<"draft-orders">> {
  const number = person.customerId === null ? null : numberOf(person.customerId);
  if (number === null) return;
  yield* draftPages(admin, `customer_id:${number}`, ({ customer }) => customer?.id === person.customerId, from);
}

/** Draft orders that carry the person's e-mail address or number and no customer record. */
export async function* collectGuestDraftOrders(
  admin: AdminGraphql,
  person: Person,
  from: Cursor,
): AsyncGenerator<StepPage<"draft-orders">> {
  const query = searchAnywhereFor(person.emails, person.phones);
  if (query === null) return;
  const isWanted = ({ customer, email, phone }: RawDraftOrder) =>
    isGuestOwner(person, { customerId: customer?.id ?? null, email, phone });
  yield* draftPages(admin, query, isWanted, from);
}

/**
 * A checkout shows an e-mail address only through its customer. Without one, Shopify's word decides: a quoted address
 * is matched as a whole. https://shopify.dev/docs/api/admin-graphql/latest/queries/customers#arguments-query.filter.email
 */
function isCheckoutOf(person: Person, { customer }: RawCheckout): boolean {
  if (customer === null) return person.emails.length > 0;
  if (person.customerId !== null) return customer.id === person.customerId;
  return hasContactOf(person, {
    email: customer.defaultEmailAddress?.emailAddress ?? null,
    phone: customer.defaultPhoneNumber?.phoneNumber ?? null,
  });
}

/**
 * Checkouts that the person began and did not finish. Shopify finds them by the text of an address or number only, so
 * a person of whom neither is known gets a page that says so.
 */
export async function* collectAbandonedCheckouts(
  admin: AdminGraphql,
  person: Person,
  from: Cursor,
): AsyncGenerator<StepPage<"abandoned-checkouts">> {
  const query = searchAnywhereFor(person.emails, person.phones);
  if (query === null) {
    const missing = "unfinished checkouts can only be searched by e-mail address or telephone number";
    yield { section: "abandoned-checkouts", items: [], after: null, bulk: null, missing };
    return;
  }
  const read = async (first: number, after: string | null) =>
    (await admin(ABANDONED_CHECKOUTS, { query, first, after })).abandonedCheckouts;
  for await (const page of pageThrough(read, UNFINISHED_A_PAGE, from.after)) {
    const items: AbandonedCheckout[] = [];
    for (const checkout of page.items.filter((found) => isCheckoutOf(person, found))) {
      items.push(await completeCheckout(admin, checkout));
    }
    yield { section: "abandoned-checkouts", items, after: page.after, bulk: null };
  }
}
