import type { Statement } from "../evidence/chain.ts";
import { shopifyWait, type ShopifyWait } from "../law/shopify-waits.ts";
import { askErasure } from "../shopify/ask-erasure.server.ts";
import { collectCustomer } from "../shopify/collect-customer.server.ts";
import { isErasedState, readCustomerState } from "../shopify/customer-state.server.ts";
import type { Identity } from "../vault/identity.ts";
import { findAtShopify, UNINSTALLED, type AtShopify } from "./customer-of.server.ts";
import { noteOrders } from "./note-orders.server.ts";
import { isHeldBack, subjectsOf } from "./hold-erasure.server.ts";
import { withCustomer } from "./known-customer.server.ts";
import type { RunningTask, TaskResult } from "./running-task.ts";
import { personOf } from "./task-person.server.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Shopify may take this long (ms) after its own wait before its silence is a failure. */
const SLACK_MS = 3 * DAY_MS;

const WAIT_WORDS: Readonly<Record<ShopifyWait, string>> = {
  "shopify-cancel-window": "Shopify erases the customer ten days after it was asked; until then it can be taken back.",
  "shopify-recent-order": "Shopify erases the customer 180 days after their last order.",
};

/**
 * Has Shopify erase its own records of a person: asks, waits as long as Shopify does, and looks before it calls them
 * gone. Shopify takes the order only from a member of staff who may erase customers; without one it is theirs to give.
 */
export async function eraseAtShopify(shop: string, task: RunningTask): Promise<TaskResult> {
  const person = await personOf(shop, task);
  if (!person) return { status: "closed" };
  const identity = task.subject === null ? person : await withCustomer(shop, task.subject, person);
  if (task.subject !== null && (await isHeldBack(shop, task, await subjectsOf(shop, task.subject))))
    return { status: "held" };
  const at = await findAtShopify(shop, identity);
  if (at === "uninstalled") return UNINSTALLED;
  const { customerId } = at.person;
  // an erased customer is found by number only, and no longer by address
  return customerId === null ? eraseGuest(at, task, identity) : eraseCustomer(shop, at, task, customerId);
}

async function eraseCustomer(
  shop: string,
  { admin }: AtShopify,
  task: RunningTask,
  customerId: string,
): Promise<TaskResult> {
  const state = await readCustomerState(admin, customerId);
  if (isErasedState(state)) return gone();
  await noteOrders(shop, task.request, state?.lastOrderAt ?? null);
  const now = new Date();
  if (task.askedAt === null && (await askErasure(admin, customerId)) === "denied")
    return {
      ...{ status: "by-hand", result: "needs-staff" },
      cause: "Shopify erases a customer only when a member of staff asks who has the permission to erase them.",
    };
  return waiting(task.askedAt ?? now, state?.lastOrderAt ?? null, now);
}

/** Where Shopify stands with an order that it was given at `askedAt`, and that is not carried out yet. */
function waiting(askedAt: Date, lastOrderAt: Date | null, now: Date): TaskResult {
  const { wait, until } = shopifyWait(askedAt, lastOrderAt);
  const next = (at: Date, cause: string): TaskResult => ({
    ...{ status: "pending", result: wait, cause, askedAt },
    nextTryAt: at,
  });
  if (now < until) return next(new Date(until.getTime() + HOUR_MS), WAIT_WORDS[wait]);
  if (now.getTime() < until.getTime() + SLACK_MS)
    return next(
      new Date(now.getTime() + DAY_MS),
      "Shopify's wait is over, and the customer is still there. It may be late.",
    );
  return {
    ...{ status: "given-up", result: "not-as-asked" },
    cause:
      "Shopify's wait is over, and the customer is still there: somebody may have taken the erasure back. Ask again.",
  };
}

/** Somebody without a customer record: no app can erase what is left of them at Shopify. */
async function eraseGuest({ admin }: AtShopify, task: RunningTask, identity: Identity): Promise<TaskResult> {
  // their record may be gone already, with its address
  if (task.askedAt !== null || identity.customerId !== undefined) return gone();
  for await (const { section, items } of collectCustomer(admin, { ...identity, orderIds: [] }, null)) {
    if (items.length === 0) continue;
    const what = section === "abandoned-checkouts" ? "an unfinished checkout" : "orders";
    return {
      ...{ status: "by-hand", result: null },
      cause: `Shopify has ${what} under this address, and no customer record that could be erased. Ask Shopify's support to erase this person.`,
    };
  }
  return { status: "done", result: "nothing-held", says: [looked("nothing-held")] };
}

function gone(): TaskResult {
  return { status: "done", result: "gone", says: [looked("gone")] };
}

function looked(result: string): Statement {
  return { kind: "request.read-back", facts: { system: "shopify", result } };
}
