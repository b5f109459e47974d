import type { RequestKind } from "../law/requests.ts";
import type { DeskView } from "./desk-view.ts";
import type { NextStep } from "./next-step.ts";

type Desk = Pick<DeskView, "waitsFor" | "waitsUntil" | "isRunning" | "isPaused" | "approvals" | "appeal" | "mayWork">;

const day = (date: Date | null) => (date === null ? "" : ` (until ${date.toISOString().slice(0, 10)})`);

/** The next step while a request waits for people: staff, the person, or Shopify's own wait. Null when it does not. */
export function deskStep(kind: RequestKind, desk: Desk): NextStep | null {
  if (!desk.isRunning) return null;
  const own = waitingFor(kind, desk);
  if (own) return desk.mayWork ? own : forOthers(own);
  if (!desk.isPaused) return null;
  return step(
    "info",
    "The clock stands still",
    "You asked the customer what exactly they mean. When they answer, let the clock run again: it does so by itself after 30 days.",
  );
}

function waitingFor(kind: RequestKind, { waitsFor, waitsUntil, approvals, appeal }: Desk): NextStep | null {
  switch (waitsFor) {
    case "mailbox":
      return step(
        "info",
        "Waiting for the customer",
        `They were mailed a link that proves who they are${day(waitsUntil)}. Nothing is collected or changed before. You don't have to do anything.`,
      );
    case "identity":
      return step(
        "warning",
        "Say whether this person is who they say",
        "Look at what they sent, then accept or refuse it below. Nothing is collected or changed before.",
      );
    case "approval":
      return approval(approvals);
    case "decision":
      return kind === "appeal" ? appealStep(appeal) : null;
    case "clarification":
      return step("info", "Waiting for the customer", "You asked them what exactly they mean.");
    case "shopify":
      return step(
        "info",
        "Shopify waits",
        `Shopify erases only after a time of its own${day(waitsUntil)}. Candor goes on then by itself.`,
      );
    case null:
      return null;
  }
}

function approval({ given, needed, isMine }: Desk["approvals"]): NextStep {
  if (isMine)
    return step(
      "info",
      "A second person must approve this deletion",
      "You said yes. Ask somebody else of your staff to look, too.",
    );
  const which =
    given === 0
      ? `Your store wants ${String(needed)} people to approve before a customer is deleted.`
      : "One person said yes. Yours is the other.";
  return step("warning", "Approve this deletion", `${which} Nothing is erased before.`);
}

function appealStep(appeal: Desk["appeal"]): NextStep {
  if (appeal?.isOwnRefusal === true)
    return step(
      "warning",
      "Somebody else must decide this appeal",
      "You refused the request that it is about. If nobody else at your store may decide, you can.",
    );
  return step(
    "warning",
    "Decide this appeal",
    "Look again at what was refused, and why. The customer is told what you decide.",
  );
}

function step(tone: NextStep["tone"], title: string, text: string): NextStep {
  return { title, text, tone, offer: null };
}

/** Someone who may not decide is told who does. */
function forOthers({ title, text, tone }: NextStep): NextStep {
  return step(
    tone === "warning" ? "info" : tone,
    title,
    `${text} Your role is read-only: an owner or privacy staff can do it.`,
  );
}
