import type { CustomerFacts, Unfinished } from "../shop/make-shop.ts";
import type { Context } from "./context.ts";
import { identityOf } from "./objects/customer.ts";
import { isErased } from "./objects/unfinished.ts";
import { lastChangeOf } from "./last-change.ts";
import { listingOf, type Listing } from "./paginate.ts";
import { compareDate, compareNumber, matcher, sameText, type Matchers, type Term } from "./search-query.ts";

const digits = (phone: string | null): string => (phone ?? "").replace(/\D/g, "");

function anywhere(values: readonly (string | null)[], term: Term): boolean {
  const wanted = term.value.toLowerCase();
  return values.some((value) => value?.toLowerCase().includes(wanted) === true);
}

/** The customers that a search finds. Erased ones are still found by id. */
export function listCustomers(context: Context, query: unknown): Listing<CustomerFacts> {
  const who = (customer: CustomerFacts): ReturnType<typeof identityOf> => identityOf(context, customer);
  const tags = (customer: CustomerFacts): readonly string[] => context.shop.edits[customer.id]?.tags ?? customer.tags;
  const matchers: Matchers<CustomerFacts> = {
    "": (customer, term) => {
      const { first, last, email, phone } = who(customer);
      return anywhere([first, last, `${first ?? ""} ${last ?? ""}`, email, phone], term);
    },
    id: (customer, term) => compareNumber(customer.id, term),
    email: (customer, term) => sameText(who(customer).email, term),
    phone: (customer, term) => digits(who(customer).phone) !== "" && digits(who(customer).phone) === digits(term.value),
    first_name: (customer, term) => sameText(who(customer).first, term),
    last_name: (customer, term) => sameText(who(customer).last, term),
    tag: (customer, term) => tags(customer).some((tag) => sameText(tag, term)),
    tag_not: (customer, term) => !tags(customer).some((tag) => sameText(tag, term)),
    country: (customer, term) => sameText(customer.person.country, term) || sameText(customer.person.countryCode, term),
    orders_count: (customer, term) => compareNumber(customer.orderCount, term),
    customer_date: (customer, term) => compareDate(customer.createdAt, term),
    updated_at: (customer, term) => compareDate(lastChangeOf(context, customer), term),
    state: (customer, term) => sameText(customer.orderCount > 2 ? "enabled" : "disabled", term),
  };
  const fits = matcher("customers", query, matchers);
  return listingOf(fits === undefined ? context.facts.customers : context.facts.customers.filter(fits));
}

/** The draft orders or abandoned checkouts that a search finds; text finds the e-mail address and the name. */
export function listUnfinished(
  context: Context,
  kind: "draftOrders" | "checkouts",
  query: unknown,
): Listing<Unfinished> {
  const owner = (item: Unfinished): CustomerFacts | undefined =>
    item.customer === undefined ? undefined : context.facts.customers[item.customer];
  const fits = matcher<Unfinished>(kind, query, {
    "": (item, term) => !isErased(context, item) && anywhere([item.email, item.person.first, item.person.last], term),
    id: (item, term) => compareNumber(item.id, term),
    customer_id: (item, term) => compareNumber(owner(item)?.id ?? 0, term),
    created_at: (item, term) => compareDate(item.createdAt, term),
    updated_at: (item, term) => compareDate(item.createdAt, term),
    status: (item, term) => sameText("open", term) || (item.index % 2 === 1 && sameText("invoice_sent", term)),
    recovery_state: (_item, term) => sameText("not_recovered", term),
    tag: () => false,
  });
  return listingOf(fits === undefined ? context.facts[kind] : context.facts[kind].filter(fits));
}
