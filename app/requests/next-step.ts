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
export type Situation = Pick<RequestView, "kind" | "status" | "outcome" | "person" | "tasks" | "package" | "hold"> & {
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
  const failed = request.tasks.find(({ status }) => status === "failed");
  if (request.isGivenUp) return givenUp(failed);
  if (request.status === "on-hold" || (request.hold && request.kind === "delete"))
    return step(
      "warning",
      "Erasure is paused by a legal hold",
      "Nothing is erased while the hold is in force. Review its reason on the day you set, and release it when it no longer applies.",
    );
  if (failed)
    return step(
      "warning",
      "A step failed, and Candor tries again by itself",
      `${failed.cause ?? "The cause is not known."} You don't have to do anything, unless the deadline comes close.`,
    );
  return working(request);
}

function givenUp(failed: TaskView | undefined): NextStep {
  const cause = failed?.cause ?? "A step failed many times.";
  return step("critical", "Candor needs your help", `${cause} Mend the cause, then try again.`, "retry");
}

function working({ kind, tasks, isOverdue }: Situation): NextStep {
  const tone = isOverdue ? "critical" : "info";
  const late = isOverdue ? " The deadline has passed: tell the customer that their answer is on its way." : "";
  if (kind === "delete")
    return step(tone, "Candor is erasing the customer's data", `You don't have to do anything.${late}`);
  const areSettled = tasks.every(({ status }) => status === "done" || status === "skipped");
  const title = areSettled ? "Candor is writing the package" : "Candor is collecting the customer's data";
  return step(tone, title, `Come back in a few minutes, then download the package and send it to the customer.${late}`);
}

function afterDone(request: Situation): NextStep {
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

function superseded({ outcome }: Situation): NextStep {
  const text =
    outcome === "erased-before"
      ? "The customer had asked for erasure after this request, and was erased before it arrived here. There is nothing left to hand over."
      : "The customer was erased while this request was open. There is nothing left to hand over.";
  return step("success", "Nothing left to do", text);
}
