import type { Statement } from "../evidence/chain.ts";
import { isErrandAct, type Errand, type ErrandItems, type ErrandResult, type ReadBack } from "../processors/errand.ts";
import { processorOf } from "../processors/processor.ts";
import { runErrand } from "../processors/run-errand.server.ts";
import type { Identity } from "../vault/identity.ts";
import { correctionOf, forProcessor } from "./correct-person.server.ts";
import { keepPart } from "./collected-parts.server.ts";
import { isHeldBack, subjectsOf } from "./hold-erasure.server.ts";
import { givesPackage } from "./next-move.ts";
import type { RunningTask, TaskResult } from "./running-task.ts";
import { personOf } from "./task-person.server.ts";
import type { TaskResultCode } from "./task-result.ts";

/** A processor whose word proved untrue is asked once more after this long (ms), then no more by itself. */
const ASK_LIAR_AGAIN_MS = 3_600_000;

/** Has a processor do its part, as far as it goes now. */
export async function runProcessor(shop: string, task: RunningTask): Promise<TaskResult> {
  if (task.kind === "delete" && task.subject !== null) {
    if (await isHeldBack(shop, task, await subjectsOf(shop, task.subject))) return { status: "held" };
  }
  const errand = task.kind === "correct" ? await correctionErrand(shop, task) : await plainErrand(shop, task);
  if ("status" in errand) return errand;
  return keepResult(shop, task, await runErrand(shop, processorOf(task.system) ?? "", errand));
}

async function plainErrand(shop: string, task: RunningTask): Promise<Errand | TaskResult> {
  const identity = await personOf(shop, task);
  return identity ? errandOf(task, identity) : { status: "closed" };
}

async function correctionErrand(shop: string, task: RunningTask): Promise<Errand | TaskResult> {
  const correction = await correctionOf(shop, task);
  if (!correction) return { status: "closed" };
  const changes = forProcessor(correction);
  if (changes) return { ...errandOf(task, correction.known), changes };
  return { status: "skipped", result: "nothing-held", cause: "Nothing of what was corrected is kept there." };
}

function errandOf({ request, kind, subject, deadline }: RunningTask, identity: Identity): Errand {
  if (!isErrandAct(kind)) throw new Error(`no processor has a part in ${kind}`);
  return { request, act: kind, subject, identity, dueAt: deadline };
}

async function keepResult(shop: string, task: RunningTask, answer: ErrandResult): Promise<TaskResult> {
  const { status } = answer;
  switch (status) {
    case "done":
      if (givesPackage(task.kind)) return keepItems(shop, task, answer.items);
      return { status, result: resultOf(task, answer.seen), says: [readBack(task, answer.seen)] };
    case "pending":
      return { status, result: liedBefore(task), cause: answer.cause, nextTryAt: answer.checkAt };
    case "by-hand":
      return { status, result: null, cause: answer.what };
    case "not-as-asked":
      return askedAgain(task, answer.cause);
    case "refused":
      return { status: "given-up", result: "refused", cause: answer.cause };
    case "gone":
      return { status: "given-up", result: "no-longer-there", cause: answer.cause };
  }
}

/** That its word proved untrue once is remembered while it is asked again. */
function liedBefore({ lastResult }: RunningTask): "not-as-asked" | null {
  return lastResult === "not-as-asked" ? lastResult : null;
}

function askedAgain(task: RunningTask, cause: string): TaskResult {
  const result = "not-as-asked";
  if (liedBefore(task)) return { status: "given-up", result, cause };
  return { status: "pending", result, cause, nextTryAt: new Date(Date.now() + ASK_LIAR_AGAIN_MS) };
}

function resultOf({ kind }: RunningTask, seen: ReadBack): TaskResultCode {
  return seen === "as-asked" && kind === "delete" ? "gone" : seen;
}

function readBack({ kind, system }: RunningTask, seen: ReadBack): Statement {
  const asAsked = kind === "delete" ? "gone" : "changed";
  const result = { "as-asked": asAsked, unreadable: "cannot-be-read", "nothing-held": "nothing-held" }[seen];
  return { kind: "request.read-back", facts: { system, result } };
}

/** What a processor handed over waits, sealed, for the package. */
async function keepItems(shop: string, task: RunningTask, { records, files }: ErrandItems): Promise<TaskResult> {
  const { request, subject, system } = task;
  if (subject === null) return { status: "closed" };
  const packed = files.map(({ name, type, bytes }) => ({ name, type, base64: Buffer.from(bytes).toString("base64") }));
  await keepPart(shop, subject, { request, section: system, index: 0, items: records });
  await keepPart(shop, subject, { request, section: `${system} files`, index: 0, items: packed });
  const counts = [`records: ${String(records.length)}`, `files: ${String(files.length)}`];
  return { status: "done", result: "collected", says: [{ kind: "request.collected", facts: { system, counts } }] };
}
