import { customerId, customerIndex, orderIndex } from "./ids.ts";
import { makeOrder, type OrderFacts } from "./make-order.ts";
import { GUEST, PEOPLE, type Person } from "./people.ts";
import { PRODUCTS } from "./products.ts";
import { chance, type Chance } from "./random.ts";

const DAY = 86_400_000;

/** How many orders the customers have whom tests and demos name: nobody, one, forty, 2,500, 26,000. */
const NAMED_COUNTS: Readonly<Record<string, number>> = {
  "tyler.jensen@example.com": 0,
  "caleb.whitfield@example.com": 1,
  "mateo.rivera@example.com": 40,
  "juergen.gross@beispiel.example": 2500,
  "test.buyer@rosewood.example": 26000,
};

/** A customer as the shop knows them, before any change made through the API. */
export interface CustomerFacts {
  index: number;
  id: number;
  person: Person;
  orderCount: number;
  /** The number of their first order; their others follow without a gap. */
  firstNumber: number;
  createdAt: Date;
  note: string | null;
  tags: readonly string[];
  emailConsent: { state: "SUBSCRIBED" | "UNSUBSCRIBED" | "NOT_SUBSCRIBED"; at: Date | null };
  smsConsent: { state: "SUBSCRIBED" | "NOT_SUBSCRIBED"; at: Date | null };
}

/** An unfinished purchase: a draft order made by staff, or a checkout that somebody left. */
export interface Unfinished {
  id: number;
  index: number;
  /** Index of the customer; undefined for the guest, whom only `email` names. */
  customer: number | undefined;
  email: string;
  person: Person;
  createdAt: Date;
  lines: readonly { id: number; product: number; variant: number; quantity: number }[];
  note: string | null;
}

/** The shop's data: small facts kept, orders made when asked for. */
export interface ShopFacts {
  customers: readonly CustomerFacts[];
  orderTotal: number;
  orderOf(customer: CustomerFacts, order: number): OrderFacts;
  /** The order at this position when all orders are listed by number. */
  orderAt(position: number): OrderFacts;
  orderById(id: number): OrderFacts | undefined;
  customerById(id: number): CustomerFacts | undefined;
  draftOrders: readonly Unfinished[];
  checkouts: readonly Unfinished[];
}

const CUSTOMER_NOTES = [
  "Allergic to nickel.",
  "Prefers to be written to, never called.",
  "Met at the Bristol craft fair.",
];

function makeTags(roll: Chance, orderCount: number): string[] {
  if (orderCount >= 40) return ["vip"];
  return roll.happens(0.2) ? ["newsletter"] : [];
}

function makeConsents(roll: Chance, person: Person, since: Date): Pick<CustomerFacts, "emailConsent" | "smsConsent"> {
  const email = roll.pick(["SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED", "NOT_SUBSCRIBED"] as const);
  const sms = person.phone !== null && roll.happens(0.2);
  return {
    emailConsent: { state: email, at: email === "NOT_SUBSCRIBED" ? null : new Date(since.getTime() + DAY) },
    smsConsent: { state: sms ? "SUBSCRIBED" : "NOT_SUBSCRIBED", at: sms ? since : null },
  };
}

function makeCustomer(seed: string, index: number, today: Date, small: boolean): Omit<CustomerFacts, "firstNumber"> {
  const person = PEOPLE[index];
  if (person === undefined) throw new Error(`No person ${String(index)}`);
  const roll = chance(`${seed}/customer/${person.email}`);
  const wanted = NAMED_COUNTS[person.email] ?? roll.below(8);
  const orderCount = small ? Math.min(wanted, 40) : wanted;
  const known = Math.min(1095, 120 + orderCount * 45) + 10 + roll.below(40);
  const createdAt = new Date(today.getTime() - known * DAY);
  return {
    index,
    id: customerId(index),
    person,
    orderCount,
    createdAt,
    note: roll.happens(0.15) ? roll.pick(CUSTOMER_NOTES) : null,
    tags: makeTags(roll, orderCount),
    ...makeConsents(roll, person, createdAt),
  };
}

function makeUnfinished(seed: string, customers: readonly CustomerFacts[], kind: number, today: Date): Unfinished[] {
  return customers
    .filter((customer) => (customer.index + kind) % 7 === 0 || (kind === 1 && customer.orderCount === 40))
    .map((customer, index) => {
      const roll = chance(`${seed}/unfinished/${kind}/${customer.index}`);
      const id = 900_000_000_000 * (kind + 1) + customer.index * 1000;
      const product = roll.pick(PRODUCTS);
      return {
        id,
        index,
        customer: customer.index,
        email: customer.person.email,
        person: customer.person,
        createdAt: new Date(today.getTime() - (2 + roll.below(50)) * DAY),
        lines: [{ id: id + 1, product: product.index, variant: roll.below(product.variants.length), quantity: 1 }],
        note: kind === 0 ? "Quote for a matching pair, agreed by phone." : null,
      };
    });
}

function guestCheckout(today: Date, index: number): Unfinished {
  const { street, ...rest } = GUEST;
  const person: Person = { ...rest, street, phone: null, locale: "de", province: null, provinceCode: null };
  return {
    id: 1_800_000_999_000,
    index,
    customer: undefined,
    email: GUEST.email,
    person,
    createdAt: new Date(today.getTime() - 3 * DAY),
    lines: [{ id: 1_800_000_999_001, product: 5, variant: 0, quantity: 1 }],
    note: null,
  };
}

/** The last customer whose first order lies at or before `position`; they are in order of their first number. */
function ownerOf(customers: readonly CustomerFacts[], number: number): CustomerFacts | undefined {
  return customers.findLast((customer) => customer.firstNumber <= number && customer.orderCount > 0);
}

/**
 * Makes a shop. `today` is the midnight on which "recent" rests; `small` caps every customer at 40 orders.
 * Costs a few milliseconds and a few kilobytes, however many orders the shop has.
 */
export function makeShop(seed: string, today: Date, small: boolean): ShopFacts {
  const customers: CustomerFacts[] = [];
  let firstNumber = 1001;
  for (let index = 0; index < PEOPLE.length; index += 1) {
    const customer = { ...makeCustomer(seed, index, today, small), firstNumber };
    customers.push(customer);
    firstNumber += customer.orderCount;
  }
  const orderOf = (customer: CustomerFacts, order: number): OrderFacts =>
    makeOrder({
      seed,
      customer: customer.index,
      person: customer.person,
      order,
      count: customer.orderCount,
      firstNumber: customer.firstNumber,
      today,
    });
  const checkouts = makeUnfinished(seed, customers, 1, today);
  return {
    customers,
    orderTotal: firstNumber - 1001,
    orderOf,
    orderAt: (position) => {
      const owner = ownerOf(customers, 1001 + position);
      if (owner === undefined) throw new RangeError(`No order at ${String(position)}`);
      return orderOf(owner, 1001 + position - owner.firstNumber);
    },
    orderById: (id) => {
      const { customer, order } = orderIndex(id);
      const owner = customers[customer];
      return owner !== undefined && order < owner.orderCount ? orderOf(owner, order) : undefined;
    },
    customerById: (id) => customers[customerIndex(id) ?? -1],
    draftOrders: makeUnfinished(seed, customers, 0, today),
    checkouts: [...checkouts, guestCheckout(today, checkouts.length)],
  };
}
