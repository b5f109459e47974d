import type { RequestKind } from "../law/requests.ts";
import { ENDS_MARKETING, type Limit } from "../shopify/customer-limits.ts";
import { limitCustomer } from "../shopify/limit-customer.server.ts";
import { findAtShopify, notAsAsked, UNINSTALLED } from "./customer-of.server.ts";
import type { RunningTask, TaskResult } from "./running-task.ts";
import { personOf } from "./task-person.server.ts";

/** What each kind of request sets on the customer. */
export const LIMIT_OF: Readonly<Partial<Record<RequestKind, Limit>>> = {
  restrict: "restricted",
  object: "objects",
  "opt-out-of-sale": "no-sale",
  "limit-sensitive": "sensitive-limited",
  "withdraw-consent": "consent-withdrawn",
};

/** Sets what a person's request forbids on their customer record, and looks that it is so. */
export async function limitAtShopify(shop: string, task: RunningTask): Promise<TaskResult> {
  const limit = LIMIT_OF[task.kind];
  const identity = await personOf(shop, task);
  if (!identity || limit === undefined) return { status: "closed" };
  const at = await findAtShopify(shop, identity);
  if (at === "uninstalled") return UNINSTALLED;
  const { customerId } = at.person;
  const seen = customerId === null ? "no-customer" : await limitCustomer(at.admin, customerId, limit);
  if (seen === "no-customer") return { status: "done", result: "nothing-held" };
  if (seen === "not-as-asked")
    return notAsAsked(task.lastResult, "Shopify said yes, but a look shows that the customer record is as before.");
  const flags = ENDS_MARKETING.includes(limit) ? [limit, "no marketing"] : [limit];
  return {
    ...{ status: "done", result: "as-asked" },
    says: [{ kind: "request.flags-set", facts: { system: "shopify", flags } }],
  };
}
