import { keepPart } from "./collected-parts.server.ts";
import { readSubject } from "../vault/subjects.server.ts";
import type { Keepers, RunningTask, TaskResult } from "./run-task.server.ts";

/** Collects what Candor itself holds about the person. */
export async function collectOwn(shop: string, task: RunningTask, keepers: Keepers): Promise<TaskResult> {
  const { request, subject } = task;
  const identity = subject === null ? undefined : await readSubject(shop, subject);
  if (subject === null || !identity) return { status: "closed" };
  const found = await Promise.all(keepers.map((keeper) => keeper.find(shop, { subject, identity })));
  const items = found.flat();
  await keepPart(shop, subject, { request, section: "candor", index: 0, items });
  return { status: "done", counts: [`candor: ${String(items.length)}`] };
}
