import { withCustomer } from "./known-customer.server.ts";
import { keepPart } from "./collected-parts.server.ts";
import { readSubject } from "../vault/subjects.server.ts";
import type { Keepers } from "./run-task.server.ts";
import type { RunningTask, TaskResult } from "./running-task.ts";

/** Collects what Candor itself holds about the person. */
export async function collectOwn(shop: string, task: RunningTask, keepers: Keepers): Promise<TaskResult> {
  const { request, subject } = task;
  const known = subject === null ? undefined : await readSubject(shop, subject);
  if (subject === null || !known) return { status: "closed" };
  const identity = await withCustomer(shop, subject, known);
  const found = await Promise.all(keepers.map((keeper) => keeper.find(shop, { subject, identity })));
  const items = found.flat();
  await keepPart(shop, subject, { request, section: "candor", index: 0, items });
  const facts = { system: "candor" as const, counts: [`candor: ${String(items.length)}`] };
  return { status: "done", result: "collected", says: [{ kind: "request.collected", facts }] };
}
