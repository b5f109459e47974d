import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { doneByHand, retryTask, skipTask } from "../../requests/settle-task.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { refuseRole } from "../../staff/refuse-role.server.ts";
import type { Answer } from "../../ui/answer.ts";

const elsewhere = z.string().regex(/^(shopify|processor:[a-z][a-z0-9-]{0,59})$/);
const words = z.string().trim().min(3).max(2_000);

const asked = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("retry-task"), system: z.union([z.literal("candor"), elsewhere]) }),
  z.object({ intent: z.literal("skip-task"), system: elsewhere, words }),
  z.object({ intent: z.literal("task-by-hand"), system: elsewhere, words }),
]);

const SETTLED: Answer = { ok: false, message: "This system's part is over already" };

/** Lets one system try again, skips it with a reason, or keeps that it was done by hand. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Answer> {
  const knock = await merchantRequest(request);
  const { shop, staff } = knock;
  const id = z.uuid().safeParse(params["request"]);
  if (!id.success) throw new Response(null, { status: 404 });
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return { ok: false, message: "Write a sentence: three letters at least, 2,000 at most" };
  const refusal = await refuseRole(knock, "work");
  if (refusal) return refusal;
  const task = { request: id.data, system: form.data.system };
  const acting = { staff, now: new Date() };
  switch (form.data.intent) {
    case "retry-task":
      return told(await retryTask(shop, task), "Candor is trying again");
    case "skip-task":
      return told(await skipTask(shop, task, form.data.words, acting), "Skipped");
    case "task-by-hand":
      return told(await doneByHand(shop, task, { words: form.data.words, sha256: "" }, acting), "Kept as done by hand");
  }
}

function told(result: string, message: string): Answer {
  return result === "settled" ? SETTLED : { ok: true, message };
}
