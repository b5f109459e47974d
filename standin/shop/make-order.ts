import { orderId, partId } from "./ids.ts";
import type { Person } from "./people.ts";
import { PRODUCTS, type Product } from "./products.ts";
import { chance, type Chance } from "./random.ts";

/** Money is in cents of the shop's currency everywhere here. */
export interface OrderLine {
  id: number;
  product: Product;
  variant: number;
  quantity: number;
  unit: number;
  engraving: string | null;
}

export interface OrderRefund {
  id: number;
  createdAt: Date;
  line: OrderLine;
  quantity: number;
  amount: number;
  note: string;
}

export interface OrderShipment {
  id: number;
  createdAt: Date;
  company: string;
  number: string;
  delivered: Date | null;
}

export interface OrderFacts {
  id: number;
  number: number;
  customer: number;
  person: Person;
  createdAt: Date;
  lines: readonly OrderLine[];
  shipping: { title: string; price: number };
  discount: { code: string; amount: number } | null;
  tax: number;
  total: number;
  subtotal: number;
  cancelledAt: Date | null;
  paid: boolean;
  refund: OrderRefund | null;
  shipment: OrderShipment | null;
  gift: string | null;
  note: string | null;
  card: { company: string; last4: string };
  ip: string;
  risk: "LOW" | "MEDIUM" | "HIGH";
  source: string;
}

/** Which order of which customer, and where on the calendar the customer's orders lie. */
export interface OrderPlace {
  seed: string;
  customer: number;
  person: Person;
  order: number;
  count: number;
  firstNumber: number;
  today: Date;
}

const DAY = 86_400_000;
const NOTES = [
  "Please ring the bell at the side entrance.",
  "It's a surprise — no invoice in the parcel, please.",
  "Leave with the neighbour at no. 3 if I'm out.",
  "Could you engrave it in the same script as my last order?",
];
const GIFTS = ["Happy birthday, Grandma!", "Für dich, zum Jahrestag", "Joyeux Noël 🎄", "お誕生日おめでとう"];
const SOURCES = ["https://www.google.com/", "https://www.instagram.com/", "https://www.pinterest.com/", ""];

function makeLines(roll: Chance, order: number): OrderLine[] {
  const count = 1 + (roll.happens(0.35) ? 1 + roll.below(2) : 0);
  return Array.from({ length: count }, (_, index) => {
    const product = roll.pick(PRODUCTS);
    const variant = roll.below(product.variants.length);
    const engraved = /Signet|Engraved|Locket/.test(product.title) && roll.happens(0.7);
    return {
      id: partId(order, index + 1),
      product,
      variant,
      quantity: product.price < 20000 && roll.happens(0.15) ? 2 : 1,
      unit: product.price + (product.type === "Ring" ? 0 : variant * 1200),
      engraving: engraved ? roll.pick(["M ♥ J", "12.06.2021", "Always", "L.", "νυν και αεί"]) : null,
    };
  });
}

/** Orders of a customer are spread evenly over at most three years, oldest first, the last one within the past weeks. */
function placedAt(place: OrderPlace, roll: Chance): Date {
  const span = Math.min(1095, 120 + place.count * 45) * DAY;
  const share = place.count === 1 ? 0.7 : place.order / Math.max(1, place.count - 1);
  // Less than the gap to the next order: a later number is always a later date.
  const jitter = roll.next() * Math.min(DAY / 3, span / place.count / 2);
  return new Date(place.today.getTime() - 6 * DAY - span * (1 - share) - Math.round(jitter));
}

function makeRefund(roll: Chance, id: number, lines: readonly OrderLine[], createdAt: Date): OrderRefund | null {
  const [line] = lines;
  if (line === undefined || !roll.happens(0.12)) return null;
  return {
    id: partId(id, 40),
    createdAt: new Date(createdAt.getTime() + (5 + roll.below(20)) * DAY),
    line,
    quantity: line.quantity,
    amount: line.unit * line.quantity,
    note: roll.pick(["Wrong size", "Stone came loose", "Changed their mind", "Arrived after the date it was needed"]),
  };
}

function makeShipment(roll: Chance, id: number, createdAt: Date, today: Date): OrderShipment | null {
  const left = new Date(createdAt.getTime() + (1 + roll.below(3)) * DAY);
  if (left > today) return null;
  const arrived = new Date(left.getTime() + (2 + roll.below(6)) * DAY);
  const company = roll.pick(["UPS", "DHL Express", "Royal Mail", "FedEx"]);
  const number = `${company.slice(0, 2).toUpperCase()}${String(1e9 + roll.below(8e9))}`;
  return { id: partId(id, 50), createdAt: left, company, number, delivered: arrived > today ? null : arrived };
}

function makeMoney(
  place: OrderPlace,
  roll: Chance,
  lines: readonly OrderLine[],
): Pick<OrderFacts, "subtotal" | "discount" | "shipping" | "tax" | "total"> {
  const subtotal = lines.reduce((sum, line) => sum + line.unit * line.quantity, 0);
  const code = roll.happens(0.18) ? roll.pick(["WELCOME10", "ROSES", "SPRING"]) : null;
  const discount = code === null ? null : { code, amount: Math.round(subtotal / 10) };
  const shipping = roll.happens(0.25)
    ? { title: "Express, insured", price: 2400 }
    : { title: "Tracked letter, insured", price: 900 };
  const net = subtotal - (discount?.amount ?? 0);
  const tax = Math.round(net * (place.person.countryCode === "US" ? 0.08 : 0.2));
  return { subtotal, discount, shipping, tax, total: net + tax + shipping.price };
}

const perhaps = (roll: Chance, share: number, list: readonly string[]): string | null =>
  roll.happens(share) ? roll.pick(list) : null;

function makeRisk(roll: Chance): OrderFacts["risk"] {
  const level = roll.next();
  return level < 0.03 ? "HIGH" : level < 0.1 ? "MEDIUM" : "LOW";
}

/** The order at this place: always the same for the same place, made on the spot, never kept. */
export function makeOrder(place: OrderPlace): OrderFacts {
  const roll = chance(`${place.seed}/${String(place.customer)}/${String(place.order)}`);
  const id = orderId(place.customer, place.order);
  const createdAt = placedAt(place, roll);
  const lines = makeLines(roll, id);
  const cancelled = roll.happens(0.03);
  return {
    id,
    number: place.firstNumber + place.order,
    customer: place.customer,
    person: place.person,
    createdAt,
    lines,
    ...makeMoney(place, roll, lines),
    cancelledAt: cancelled ? new Date(createdAt.getTime() + 3600_000) : null,
    paid: !roll.happens(0.04),
    refund: cancelled ? null : makeRefund(roll, id, lines, createdAt),
    shipment: cancelled ? null : makeShipment(roll, id, createdAt, place.today),
    gift: perhaps(roll, 0.12, GIFTS),
    note: perhaps(roll, 0.1, NOTES),
    card: { company: roll.pick(["Visa", "Mastercard", "American Express"]), last4: String(1000 + roll.below(9000)) },
    // 203.0.113.0/24 is reserved for documentation (RFC 5737).
    ip: `203.0.113.${String(1 + roll.below(250))}`,
    risk: makeRisk(roll),
    source: roll.pick(SOURCES),
  };
}
