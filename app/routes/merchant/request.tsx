import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listEvidence } from "../../evidence/list-evidence.server.ts";
import { listProblems, retryProblem } from "../../jobs/problems.server.ts";
import { HOLD_GROUNDS } from "../../law/requests.ts";
import { placeHold, releaseHold } from "../../requests/hold-person.server.ts";
import { nextStep } from "../../requests/next-step.ts";
import { readHoldReason, readRequest } from "../../requests/read-request.server.ts";
import { revealPerson } from "../../requests/reveal-person.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import type { Answer } from "../../ui/answer.ts";
import { RequestPage } from "../../ui/request/request-page.tsx";

/** More entries than a request gathers; the evidence page has the rest. */
const ENTRIES = 200;
const PROBLEMS = 500;

export const meta: MetaFunction = () => [{ title: "Request · Candor" }];

/** Everything that is known of one request, the person masked. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await merchantRequest(request);
  const id = params["request"] ?? "";
  const now = new Date();
  const view = await readRequest(shop, id, now);
  if (!view)
    throw Response.json(
      { title: "This request is not here", text: "Your store has no request with this address." },
      { status: 404 },
    );
  const evidence = await listEvidence(shop, { request: id, limit: ENTRIES });
  const problems = (await listProblems(shop, PROBLEMS)).filter(({ about }) => about["request"] === id);
  const isOverdue = view.closedAt === null && view.deadline < now;
  const step = nextStep({ ...view, isGivenUp: problems.some(({ dead }) => dead), isOverdue });
  return { now, view, step, problems, entries: evidence.entries };
}

const asked = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("reveal") }),
  z.object({ intent: z.literal("retry"), job: z.string() }),
  z.object({ intent: z.literal("release"), hold: z.uuid() }),
  z.object({
    intent: z.literal("hold"),
    ground: z.enum(HOLD_GROUNDS),
    reason: z.string().trim().min(3).max(2_000),
    reviewOn: z.iso.date(),
  }),
]);

const GONE: Answer = { ok: false, message: "The customer is erased: nothing is left" };

/** Reveals the person, places or releases a legal hold, or tries a failed job again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { shop, staff } = await merchantRequest(request);
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return { ok: false, message: "Fill in ground, reason and a day for the review" };
  const id = params["request"] ?? "";
  const now = new Date();
  if (!(await readRequest(shop, id, now))) throw new Response(null, { status: 404 });
  switch (form.data.intent) {
    case "reveal":
      return reveal(shop, id, staff, now);
    case "retry":
      return told(await retryProblem(shop, form.data.job), "Candor is trying again", "This was already tried again");
    case "release":
      return told(await releaseHold(shop, form.data.hold, { staff, now }), "Hold released", "The hold is already over");
    case "hold": {
      const { ground, reason, reviewOn } = form.data;
      if (new Date(reviewOn) <= now) return { ok: false, message: "Choose a day for the review that is still to come" };
      const placed = await placeHold(shop, id, { ground, reason, reviewOn: new Date(reviewOn) }, { staff, now });
      return placed === "gone"
        ? GONE
        : told(placed, "Hold placed: nothing is erased for now", "A hold is in force already");
    }
  }
}

function told(result: string, done: string, otherwise: string): Answer {
  const ok = ["retried", "released", "placed"].includes(result);
  return { ok, message: ok ? done : otherwise };
}

/** Who it is, for this one answer: no cache may keep it. */
async function reveal(shop: string, id: string, staff: string, now: Date) {
  const person = await revealPerson(shop, id, staff, now);
  if (person === "gone") return GONE;
  const holdReason = await readHoldReason(shop, id);
  const answer = { ok: true, message: "Shown, and recorded as evidence", person, holdReason };
  return data(answer, { headers: { "Cache-Control": "no-store" } });
}

/** The page of one request. */
export default function Request() {
  return <RequestPage {...useLoaderData<typeof loader>()} />;
}
