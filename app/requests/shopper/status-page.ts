import type { RequestKind, RequestOutcome, RequestStatus, TaskStatus, WaitsFor } from "../../law/requests.ts";
import { escapeHtml } from "../../package/html.ts";
import { storefrontPage } from "../../storefront-page/storefront-page.ts";
import type { Reader } from "./reader.ts";
import { say, sayDay, type Words } from "./say.ts";

/** Where a request stands, as its person sees it. Nothing of it says who they are. */
export interface RequestState {
  kind: RequestKind;
  status: RequestStatus;
  outcome: RequestOutcome | null;
  waitsFor: WaitsFor | null;
  receivedAt: Date;
  deadline: Date;
  closedAt: Date | null;
  /** What each system has done, by the name that the person knows. */
  systems: readonly { name: string; status: TaskStatus }[];
  /** Where the package is; null when there is none (any more). */
  packagePath: string | null;
  /** Where an appeal goes; null when there is nothing to appeal against. */
  appealPath: string | null;
  /** Shows that the form is ours, for a customer who is signed in. */
  token: string | null;
}

type StateWord = Extract<keyof Words, `s_${string}`>;

/** The state in words. */
export function stateWord({
  status,
  outcome,
  waitsFor,
}: Pick<RequestState, "status" | "outcome" | "waitsFor">): StateWord {
  if (status === "unverified") return waitsFor === "identity" ? "s_identity" : "s_unverified";
  if (status === "open") return waitsFor === "clarification" ? "s_question" : "s_open";
  if (outcome === "nothing-found") return "s_nothing";
  return outcome === "partial" ? "s_partial" : OVER[status];
}

const OVER: Readonly<Record<Exclude<RequestStatus, "unverified" | "open">, StateWord>> = {
  "on-hold": "s_hold",
  done: "s_done",
  superseded: "s_merged",
  refused: "s_refused",
  expired: "s_expired",
};

/** All requests that a link, or a signed-in customer, leads to. */
export function statusPage(reader: Reader, states: readonly RequestState[]): string {
  const { words, path } = reader;
  const none = `<p>${say(words.status_none)}</p>`;
  const each = states.map((state) => `<section class="card">${stateHtml(reader, state)}</section>`);
  const form = `<p><a href="${escapeHtml(path)}/request">${say(words.form_title)}</a></p>`;
  const body = `${each.length === 0 ? none : each.join("\n")}\n${form}`;
  return storefrontPage({ ...reader, title: words.status_title, body });
}

function stateHtml(reader: Reader, state: RequestState): string {
  const { words, kinds, language, timeZone } = reader;
  const day = (at: Date) => sayDay(at, language, timeZone);
  const { closedAt } = state;
  const facts = [
    [words.status_state, words[stateWord(state)]],
    [words.status_received, day(state.receivedAt)],
    closedAt === null ? [words.status_due, day(state.deadline)] : [words.status_closed, day(closedAt)],
  ];
  const rows = facts.map(([label = "", value = ""]) => `<dt>${say(label)}</dt><dd>${say(value)}</dd>`);
  return `<h2>${say(kinds[state.kind])}</h2>
<dl>${rows.join("")}${systemsHtml(words, state)}</dl>
${packageHtml(words, state)}${appealHtml(reader, state)}`;
}

function systemsHtml(words: Words, { systems }: RequestState): string {
  if (systems.length === 0) return "";
  const each = systems.map(({ name, status }) => {
    const isDone = status === "done" || status === "skipped";
    return `<li><bdi>${escapeHtml(name)}</bdi>: ${say(isDone ? words.s_done : words.s_later)}</li>`;
  });
  return `<dt>${say(words.status_done_by)}</dt><dd><ul>${each.join("")}</ul></dd>`;
}

function packageHtml(words: Words, { packagePath }: RequestState): string {
  if (packagePath === null) return "";
  return `<p><a href="${escapeHtml(packagePath)}">${say(words.package_title)}</a></p>`;
}

function appealHtml({ words, language }: Reader, { appealPath, token }: RequestState): string {
  if (appealPath === null) return "";
  return `<p>${say(words.appeal_text)}</p>
<form method="post" action="${escapeHtml(appealPath)}">
<input type="hidden" name="locale" value="${language}">
${token === null ? "" : `<input type="hidden" name="token" value="${escapeHtml(token)}">`}
<div class="field"><label for="why">${say(words.appeal_label)}</label><textarea id="why" name="message" maxlength="4000" dir="auto"></textarea></div>
<button class="act">${say(words.appeal_button)}</button>
</form>`;
}
