import { deliver } from "../deliveries/deliver.ts";
import { customerRedactPayload } from "../deliveries/payloads.ts";
import type { Erasure } from "../state.ts";
import { shopFacts, shopState, type World } from "../world.ts";
import { gid } from "../shop/ids.ts";

const DAY = 86_400_000;

/**
 * When Shopify tells the apps about an erasure: ten days after the merchant asked, or 180 days after the customer's last
 * order if that is later (https://help.shopify.com/en/manual/privacy-and-security/privacy/processing-customer-data-requests).
 */
function erasureDue(requestedAt: number, lastOrder: Date | undefined): number {
  const soonest = requestedAt + 10 * DAY;
  return lastOrder === undefined ? soonest : Math.max(soonest, lastOrder.getTime() + 180 * DAY);
}

/** The merchant erases a customer; `now` skips the waiting. Asking twice changes nothing. */
export function requestErasure(world: World, shop: string, customerId: number, now = false): Erasure {
  const state = shopState(world, shop);
  const facts = shopFacts(world, shop);
  const customer = facts.customerById(customerId);
  if (customer === undefined) throw new Error(`No customer ${String(customerId)}`);
  const pending = state.erasures.find((erasure) => erasure.customer === customerId && erasure.status === "pending");
  const requestedAt = world.clock.now();
  const last = customer.orderCount === 0 ? undefined : facts.orderOf(customer, customer.orderCount - 1).createdAt;
  const erasure = pending ?? {
    customer: customerId,
    requestedAt,
    dueAt: erasureDue(requestedAt, last),
    status: "pending" as const,
  };
  if (now) erasure.dueAt = requestedAt;
  if (pending === undefined) state.erasures.push(erasure);
  world.changed();
  return erasure;
}

/** Takes an erasure back; false when none was pending or its first ten days are over. */
export function cancelErasure(world: World, shop: string, customerId: number): boolean {
  const erasure = shopState(world, shop).erasures.find(
    (one) => one.customer === customerId && one.status === "pending" && world.clock.now() < one.requestedAt + 10 * DAY,
  );
  if (erasure === undefined) return false;
  erasure.status = "cancelled";
  world.changed();
  return true;
}

/** The time has come: Shopify forgets the person and tells the apps, with the last it knew. */
export async function finishErasure(world: World, shop: string, erasure: Erasure): Promise<void> {
  const state = shopState(world, shop);
  const customer = shopFacts(world, shop).customerById(erasure.customer);
  erasure.status = "done";
  if (customer === undefined) return;
  const payload = customerRedactPayload(world, shop, { customer });
  state.edits[erasure.customer] = { redacted: true };
  state.metafields[gid("Customer", erasure.customer)] = [];
  world.changed();
  await deliver(world, { shop, topic: "customers/redact", payload });
}
