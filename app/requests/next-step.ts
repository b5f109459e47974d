import type { RequestKind, RequestOutcome } from "../law/requests.ts";
import { givesPackage, isSettled } from "./next-move.ts";
import type { RequestView, TaskView } from "./request-view.ts";

/** The one thing that staff should know or do about a request. */
export interface NextStep {
  title: string;
  text: string;
  tone: "info" | "success" | "warning" | "critical";
  /** What a button beside it does, where one helps. */
  offer: "download" | "retry" | null;
}

/** What the next step depends on. */
export type Situation = Pick<
  RequestView,
  "kind" | "status" | "outcome" | "waitsFor" | "person" | "tasks" | "package" | "hold"
> & {
  /** A job of the request was given up: it runs again only when someone asks for it. */
  isGivenUp: boolean;
  /** Its deadline has passed. */
  isOverdue: boolean;
};

/** The next step of a request, in plain words. */
export function nextStep(request: Situation): NextStep {
  if (request.status === "done") return afterDone(request);
  if (request.status === "superseded") return superseded(request);
  if (request.status === "refused")
    return step("success", "Nothing left to do", "This request was refused. The reason is in the evidence below.");
  return whileRunning(request);
}

function step(tone: NextStep["tone"], title: string, text: string, offer: NextStep["offer"] = null): NextStep {
  return { title, text, tone, offer };
}

function whileRunning(request: Situation): NextStep {
  if (request.kind === "correct" && request.waitsFor === "decision") return REVIEW;
  return whatFails(request) ?? whatIsYours(request) ?? working(request);
}

const REVIEW = step(
  "warning",
  "Look at the corrections, then approve them",
  "The customer wants their data corrected. Nothing is written before you have looked: below you see it beside what is there now.",
);

function whatFails(request: Situation): NextStep | undefined {
  const failed = request.tasks.find(({ status }) => status === "failed");
  const lost = request.tasks.find(({ status }) => status === "given-up");
  if (lost) return givenUp(lost);
  if (request.isGivenUp) return givenUp(failed);
  if (request.status === "on-hold" || (request.hold && request.kind === "delete"))
    return step(
      "warning",
      "Erasure is paused by a legal hold",
      "Nothing is erased while the hold is in force. Review its reason on the day you set, and release it when it no longer applies.",
    );
  if (!failed) return undefined;
  return step(
    "warning",
    "A step failed, and Candor tries again by itself",
    `${failed.cause ?? "The cause is not known."} You don't have to do anything, unless the deadline comes close.`,
  );
}

function whatIsYours({ tasks }: Situation): NextStep | undefined {
  const byHand = tasks.find(({ status }) => status === "by-hand");
  return byHand && yours(byHand);
}

function yours({ cause }: TaskView): NextStep {
  return step(
    "warning",
    "One system is yours to do",
    `${cause ?? "It cannot be done by a program."} When it is done, say so below, with what proves it.`,
  );
}

function givenUp(failed: TaskView | undefined): NextStep {
  const cause = failed?.cause ?? "A step failed many times.";
  return step("critical", "Candor needs your help", `${cause} Mend the cause, then try again.`, "retry");
}

function working({ kind, tasks, isOverdue }: Situation): NextStep {
  const tone = isOverdue ? "critical" : "info";
  const late = isOverdue ? " The deadline has passed: tell the customer that their answer is on its way." : "";
  if (!givesPackage(kind)) return step(tone, WORKING[kind], `You don't have to do anything.${late}`);
  const areSettled = tasks.every(isSettled);
  const title = areSettled ? "Candor is writing the package" : WORKING[kind];
  return step(tone, title, `Come back in a few minutes, then download the package and send it to the customer.${late}`);
}

const WORKING: Readonly<Record<RequestKind, string>> = {
  access: "Candor is collecting the customer's data",
  portability: "Candor is collecting the customer's data",
  correct: "Candor is correcting the customer's data",
  delete: "Candor is erasing the customer's data",
  restrict: "Candor is restricting the use of the customer's data",
  object: "Candor is putting the objection into force",
  "opt-out-of-sale": "Candor is opting the customer out",
  "limit-sensitive": "Candor is limiting the use of sensitive data",
  "withdraw-consent": "Candor is taking the consents back",
  appeal: "The appeal is being decided",
};

/** What is in force after a request that gave no package. */
const IN_FORCE: Readonly<Partial<Record<RequestOutcome, string>>> = {
  corrected: "The corrections are written and were read back in every system.",
  restricted: "The data is kept and not used: the customer is marked at Shopify, and marketing has ended.",
  "objection-kept": "The customer is marked at Shopify, and marketing has ended.",
  "opted-out": "Shopify and your other systems no longer sell or share the customer's data.",
  "sensitive-limited": "The customer is marked at Shopify and in your other systems.",
  "consent-withdrawn": "The consents are taken back, and marketing has ended.",
  "appeal-granted": "The appeal was granted.",
  "appeal-refused": "The appeal was refused, and the customer knows where to complain.",
  "nothing-found": "No system holds anything that could be changed.",
};

function afterDone(request: Situation): NextStep {
  if (request.outcome === "partial") return answeredInPart(request);
  const inForce = request.outcome === null ? undefined : IN_FORCE[request.outcome];
  if (inForce !== undefined) return step("success", "Nothing left to do", inForce);
  if (request.outcome === "erased")
    return step(
      "success",
      "Nothing left to do: the customer's data is erased",
      "Candor destroyed the data and its key, then searched every table for what might remain. The result is in the evidence below.",
    );
  if (request.package === null)
    return step(
      "success",
      "Nothing left to do",
      request.person === null
        ? "The customer was erased since, and the package with them."
        : "The package could be downloaded for 30 days and is gone. If the customer never got it, ask Shopify for the data again from the customer's page.",
    );
  if (request.package.downloads === 0)
    return step(
      "warning",
      "Download the package and send it to the customer",
      "Everything is collected. The package holds personal data: send it in a way that only the customer can open.",
      "download",
    );
  return step(
    "success",
    "Make sure that the customer has the package",
    "It was downloaded. If you have sent it to the customer, nothing is left to do.",
    "download",
  );
}

/** What is still to come is on its way, or needs help. */
function answeredInPart(request: Situation): NextStep {
  const title = "The customer was answered in part";
  const open = request.tasks.filter((task) => !isSettled(task));
  const needsHelp = open.some(({ status }) => status === "given-up" || status === "by-hand" || status === "failed");
  const count = open.length === 1 ? "One system is" : `${String(open.length)} systems are`;
  if (request.package?.downloads === 0)
    return step(
      "warning",
      "Download what is there and send it to the customer",
      `${count} still missing; the package says which. What comes later is delivered later.`,
      "download",
    );
  if (needsHelp)
    return step(
      "warning",
      title,
      `${count} not done. Mend the cause and try again, or do it by hand: what comes later is delivered later.`,
    );
  return step(
    "info",
    title,
    `${count} not done yet, and Candor looks again by itself. What comes later is delivered later.`,
  );
}

function superseded({ outcome }: Situation): NextStep {
  const text =
    outcome === "erased-before"
      ? "The customer had asked for erasure after this request, and was erased before it arrived here. There is nothing left to hand over."
      : "The customer was erased while this request was open. There is nothing left to hand over.";
  return step("success", "Nothing left to do", text);
}
