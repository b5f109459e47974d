/**
 * How one system's part stands or ended, beyond its status.
 *
 * - collected: it gave what it holds.
 * - gone, as-asked: a look afterwards shows that it is so. unreadable: it took the order, but nobody can look.
 * - nothing-held: it has nothing of this person.
 * - by-hand: staff did it.
 * - shopify-cancel-window, shopify-recent-order: Shopify waits before it erases (law/shopify-waits.ts).
 * - needs-staff: Shopify takes this order only from a member of staff who may give it.
 * - not-as-asked: it said that it did it, and a look shows that it did not.
 * - refused: it answers that it cannot. no-longer-there: it, or its address, is gone for good.
 * - tries-used-up: it failed each time. uninstalled: the app was uninstalled, so Shopify can't be asked.
 * - granted, not-granted: how an appeal was decided.
 */
export const TASK_RESULTS = [
  "collected",
  "gone",
  "as-asked",
  "unreadable",
  "nothing-held",
  "by-hand",
  "shopify-cancel-window",
  "shopify-recent-order",
  "needs-staff",
  "not-as-asked",
  "refused",
  "no-longer-there",
  "tries-used-up",
  "uninstalled",
  "granted",
  "not-granted",
] as const;

/** How one system's part stands or ended. */
export type TaskResultCode = (typeof TASK_RESULTS)[number];
