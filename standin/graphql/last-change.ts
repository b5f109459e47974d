import type { CustomerFacts } from "../shop/make-shop.ts";
import type { Context } from "./context.ts";

/** When a customer last changed: an edit counts as one of now, else the newest order, else the day they were made. */
export function lastChangeOf({ shop, facts, world }: Context, customer: CustomerFacts): Date {
  if (shop.edits[customer.id] !== undefined) return new Date(world.clock.now());
  return customer.orderCount === 0 ? customer.createdAt : facts.orderOf(customer, customer.orderCount - 1).createdAt;
}
