import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { SECTIONS } from "../../package/sections.ts";
import { acceptIdentity } from "../../requests/accept-identity.server.ts";
import { approveRequest } from "../../requests/approve-request.server.ts";
import { askPerson, resumeRequest } from "../../requests/ask-person.server.ts";
import { decideAppeal } from "../../requests/decide-appeal.server.ts";
import { DELAY_REASONS } from "../../mail/templates.ts";
import { extendRequest } from "../../requests/extend-request.server.ts";
import type { Deciding } from "../../requests/keep-decision.server.ts";
import { limitRequest } from "../../requests/limit-request.server.ts";
import { refuseRequest } from "../../requests/refuse-request.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { knowStaff } from "../../staff/know-staff.server.ts";
import { may, MAY_NOT } from "../../staff/roles.ts";
import type { Answer } from "../../ui/answer.ts";

const words = z.string().trim().min(3).max(2_000);
const maybeWords = z.string().trim().max(2_000).default("");
const sections = z
  .string()
  .default("")
  .transform((text) => text.split(" ").filter(Boolean))
  .pipe(z.array(z.enum(SECTIONS)));

const asked = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("approve") }),
  z.object({ intent: z.literal("accept-identity"), reason: words }),
  z.object({ intent: z.literal("refuse"), ground: z.string(), explanation: maybeWords, reason: words }),
  z.object({ intent: z.literal("limit"), ground: z.string(), withheld: sections, reason: words }),
  z.object({ intent: z.literal("extend"), ground: z.enum(DELAY_REASONS), reason: maybeWords }),
  z.object({ intent: z.literal("ask"), question: words }),
  z.object({ intent: z.literal("resume") }),
  z.object({ intent: z.literal("appeal"), decision: z.enum(["grant", "refuse"]), explanation: words }),
]);
type Asked = z.infer<typeof asked>;

const OVER = "This request has ended meanwhile, or its erasure is under way";

/** What staff are told about each result; what is not here was not done. */
const TOLD: Readonly<Record<string, { ok: boolean; message: string }>> = {
  approved: { ok: true, message: "Approved: a second person must approve too" },
  begun: { ok: true, message: "Approved: the deletion begins" },
  "same-person": { ok: false, message: "It must be somebody else than the first time" },
  accepted: { ok: true, message: "Identity accepted: the work begins" },
  refused: { ok: true, message: "Refused, and the customer is told why" },
  "no-such-ground": { ok: false, message: "The law that applies has no such ground for this request" },
  limited: { ok: true, message: "Kept: the answer will say what is left out, and why" },
  paused: { ok: true, message: "Asked, and the clock stands still until the answer" },
  asked: { ok: true, message: "Asked. The clock runs on: this law does not stop it" },
  "asked-before": { ok: false, message: "A question is open already" },
  resumed: { ok: true, message: "The clock runs again" },
  running: { ok: false, message: "The clock runs already" },
  decided: { ok: true, message: "Decided, and the customer is told" },
  "no-address": { ok: false, message: "No e-mail address of the customer is known: tell them another way first" },
  over: { ok: false, message: OVER },
  "extended-before": { ok: false, message: "It was extended before: the law allows that once" },
  "too-late": { ok: false, message: "The first period is over: an extension had to be told before" },
  "law-allows-none": { ok: false, message: "The law that applies allows no extension of this request" },
  "shopify-allows-none": {
    ok: false,
    message: "Shopify wants its own requests done within 30 days, whatever the law allows",
  },
};

/** Decides about a request; privacy staff and owners only. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Answer> {
  const knock = await merchantRequest(request);
  const now = new Date();
  const me = await knowStaff(knock, now);
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return { ok: false, message: "Fill in every field, words with three letters or more" };
  if (!may(me.role, "work")) return { ok: false, message: MAY_NOT.work };
  const id = z.uuid().safeParse(params["request"]);
  if (!id.success) throw new Response(null, { status: 404 });
  const result = await decide(knock.shop, id.data, form.data, { staff: knock.staff, now });
  if (result instanceof Date) return { ok: true, message: `Extended until ${result.toISOString().slice(0, 10)}` };
  return TOLD[result] ?? { ok: false, message: OVER };
}

function decide(shop: string, id: string, form: Asked, by: Deciding): Promise<string | Date> {
  switch (form.intent) {
    case "approve":
      return approveRequest(shop, id, by);
    case "accept-identity":
      return acceptIdentity(shop, id, form.reason, by);
    case "refuse":
      return refuseRequest(shop, id, form, by);
    case "limit":
      return limitRequest(shop, id, form, by);
    case "extend":
      return extendRequest(shop, id, form, by);
    case "ask":
      return askPerson(shop, id, form.question, by);
    case "resume":
      return resumeRequest(shop, id, by);
    case "appeal":
      return decideAppeal(shop, id, { isGranted: form.decision === "grant", explanation: form.explanation }, by);
  }
}
