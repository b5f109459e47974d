import { inTransaction } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { ADVERTISING, ALL_PURPOSES, purposesIn, SALE, type PurposeSet } from "../law/purposes.ts";
import type { RequestKind } from "../law/requests.ts";
import { findSubjects, readSubjects } from "../vault/subjects.server.ts";
import { withCustomer } from "./known-customer.server.ts";
import type { Keepers } from "./run-task.server.ts";
import type { RunningTask, TaskResult } from "./running-task.ts";
import { personOf } from "./task-person.server.ts";

/** What each kind of request takes back of what the person allowed on the storefront. */
const TAKEN_BACK: Readonly<Partial<Record<RequestKind, PurposeSet>>> = {
  restrict: ALL_PURPOSES,
  "withdraw-consent": ALL_PURPOSES,
  object: ADVERTISING,
  "opt-out-of-sale": SALE,
};

/** Records, with everybody who keeps what persons allowed, that this person took it back. */
export async function withdrawOwn(shop: string, task: RunningTask, keepers: Keepers): Promise<TaskResult> {
  const person = await personOf(shop, task);
  if (task.subject === null || !person) return { status: "closed" };
  const identity = await withCustomer(shop, task.subject, person);
  const purposes = TAKEN_BACK[task.kind] ?? 0;
  const people = await readSubjects(shop, [task.subject, ...(await findSubjects(shop, identity))]);
  const withdrawal = { purposes, request: task.request, at: new Date() };
  const count = await inTransaction(async (tx) => {
    let sum = 0;
    for (const [subject, known] of people)
      for (const keeper of keepers)
        sum += (await keeper.withdraw?.(tx, shop, { subject, identity: known }, withdrawal)) ?? 0;
    const flags = purposesIn(purposes).map((purpose) => `no ${purpose}`);
    if (sum > 0)
      await appendEvidence(tx, shop, {
        ...{ kind: "request.flags-set", at: withdrawal.at, request: task.request },
        facts: { system: "candor", flags },
      });
    return sum;
  });
  return { status: "done", result: count > 0 ? "as-asked" : "nothing-held" };
}
