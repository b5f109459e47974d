import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listEvidence } from "../../evidence/list-evidence.server.ts";
import { listProblems, retryProblem } from "../../jobs/problems.server.ts";
import { HOLD_GROUNDS } from "../../law/requests.ts";
import { listMails } from "../../mail/list-mails.server.ts";
import { listAttachments } from "../../requests/attachments.server.ts";
import { placeHold, releaseHold } from "../../requests/hold-person.server.ts";
import { nextStep } from "../../requests/next-step.ts";
import { readHoldReason, readRequest } from "../../requests/read-request.server.ts";
import { readDesk } from "../../requests/read-desk.server.ts";
import { readOwnWords } from "../../requests/read-own-words.server.ts";
import { readReasons } from "../../requests/read-reasons.server.ts";
import { deskStep } from "../../requests/desk-step.ts";
import { revealPerson } from "../../requests/reveal-person.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { knowStaff } from "../../staff/know-staff.server.ts";
import { may, MAY_NOT } from "../../staff/roles.ts";
import type { Answer } from "../../ui/answer.ts";
import { DECISION_WORDS } from "../../ui/words.ts";
import { RequestPage } from "../../ui/request/request-page.tsx";

/** More entries than a request gathers; the evidence page has the rest. */
const ENTRIES = 200;
const PROBLEMS = 500;
const MAILS = 30;

export const meta: MetaFunction = () => [{ title: "Request · Candor" }];

/** Everything that is known of one request, the person masked. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const knock = await merchantRequest(request);
  const { shop } = knock;
  const id = params["request"] ?? "";
  const now = new Date();
  const me = await knowStaff(knock, now);
  const view = await readRequest(shop, id, now);
  const desk = view && (await readDesk(shop, id, me, now));
  if (!desk)
    throw Response.json(
      { title: "This request is not here", text: "Your store has no request with this address." },
      { status: 404 },
    );
  const evidence = await listEvidence(shop, { request: id, limit: ENTRIES });
  // what fails in a system is shown with the system
  const problems = (await listProblems(shop, PROBLEMS)).filter(
    ({ about }) => about["request"] === id && about["system"] === undefined,
  );
  const isOverdue = view.closedAt === null && view.deadline < now;
  const own = nextStep({ ...view, isGivenUp: problems.some(({ dead }) => dead), isOverdue });
  const step = deskStep(view.kind, desk) ?? own;
  const [files, mails] = await Promise.all([listAttachments(shop, id), listMails(shop, { request: id, limit: MAILS })]);
  return { now, view, desk, step, problems, entries: evidence.entries, files, mails: mails.rows };
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
  const knock = await merchantRequest(request);
  const { shop, staff } = knock;
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return { ok: false, message: "Fill in ground, reason and a day for the review" };
  const id = params["request"] ?? "";
  const now = new Date();
  const act = form.data.intent === "reveal" ? "see-person" : "work";
  if (!may((await knowStaff(knock, now)).role, act)) return { ok: false, message: MAY_NOT[act] };
  if (!(await readRequest(shop, id, now))) throw new Response(null, { status: 404 });
  return carryOut(shop, id, form.data, { staff, now });
}

type Asked = z.infer<typeof asked>;

async function carryOut(shop: string, id: string, form: Asked, { staff, now }: { staff: string; now: Date }) {
  switch (form.intent) {
    case "reveal":
      return reveal(shop, id, staff, now);
    case "retry":
      return told(await retryProblem(shop, form.job), "Candor is trying again", "This was already tried again");
    case "release":
      return told(await releaseHold(shop, form.hold, { staff, now }), "Hold released", "The hold is already over");
    case "hold": {
      const { ground, reason, reviewOn } = form;
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
  const { message, name, representative } = await readOwnWords(shop, id);
  const held = await readHoldReason(shop, id);
  const words = [
    ...(name === undefined ? [] : [["Name that they gave", name] as const]),
    ...(representative ? [["Asks for them", `${representative.name} <${representative.email}>`] as const] : []),
    ...(message === undefined ? [] : [["In their own words", message] as const]),
    ...(held === undefined ? [] : [["Reason: hold", held] as const]),
    ...(await readReasons(shop, id)).map(
      ({ decision, text }) => [`Reason: ${DECISION_WORDS[decision].toLowerCase()}`, text] as const,
    ),
  ];
  const answer = { ok: true, message: "Shown, and recorded as evidence", person, words };
  return data(answer, { headers: { "Cache-Control": "no-store" } });
}

/** The page of one request. */
export default function Request() {
  return <RequestPage {...useLoaderData<typeof loader>()} />;
}
