import { inTransaction } from "../db/database.server.ts";
import { PlainProblem } from "../jobs/cause.ts";
import { callOut, type Answered } from "../outbound/call-out.server.ts";
import { signWebhook } from "../outbound/sign-webhook.server.ts";
import type { Connector, Target, Visit } from "./connector.server.ts";
import { done, isReading, NO_ITEMS, type ErrandItems, type ErrandResult } from "./errand.ts";
import { callbackUrl, errandToken } from "./errand-token.server.ts";
import { keepAnswer, openAnswer } from "./errand-answer.server.ts";
import { wordOf } from "./word.ts";
import { judgeUndone, nextLook } from "./progress.ts";
import { ANSWER, PROTOCOL_VERSION, READ_BACK, READY, type Message, type ProtocolAnswer } from "./protocol.server.ts";
import { understandJson, understandStatus } from "./understand-status.server.ts";

/** "done" means done now; a look may lag behind for as long as this (ms). */
const SETTLE_MS = 15 * 60_000;
/** A processor that answers "pending" may take this long (ms) between two questions of ours at most. */
const ASK_AGAIN_MS = 30 * 86_400_000;

/**
 * A processor that speaks the protocol of docs/processor-protocol.md: messages signed as Standard Webhooks are
 * (HMAC-SHA-256 over id, time and body). https://www.standardwebhooks.com
 *
 * Repeats are harmless: `webhook-id` names errand, step and round, is the same for each try, and the protocol has the
 * receiver answer a known id as it did before.
 */
export const webhook: Connector = {
  async run(visit) {
    const { past } = visit;
    if (past.answer !== null)
      return afterAnswer(visit, await openAnswer(visit.shop, visit.errand.request, visit.processor.id));
    const round = await visit.noteRound();
    const type = past.askedAt ? "errand.status" : "errand.ask";
    const id = step(visit, type, round) + (past.askedAt ? `.${String(visit.now.getTime())}` : "");
    const answer = understandJson(
      visit.processor.name,
      (await send(visit, await errandMessage(visit, type), id)).text,
      ANSWER,
    );
    return take(visit, answer);
  },

  async check(target, now) {
    const message: Message = { version: PROTOCOL_VERSION, type: "check", shop: target.shop };
    const answer = await send({ ...target, now }, message, `check.${String(now.getTime())}`);
    understandJson(target.processor.name, answer.text, READY);
    return `${target.processor.name} answers and accepts the signature.`;
  },
};

async function take(visit: Visit, answer: ProtocolAnswer): Promise<ErrandResult> {
  const { now, past } = visit;
  if (answer.status === "pending") {
    await visit.noteAsked(answer.reference);
    return underWay(visit, answer.checkAt);
  }
  if (answer.status === "cannot") await keepReason(visit, answer.reason ?? "");
  // what an access request got must not be lost with this process: asked again, the processor says it again
  if (isReading(visit.errand)) await visit.noteAsked();
  else await visit.noteAnswer(answer.status);
  const records = answer.status === "done" ? (answer.records ?? []) : [];
  const items = { records: records.map((one) => ({ ...one, recordedAt: one.recordedAt ?? null })), files: [] };
  return afterAnswer({ ...visit, past: { ...past, answer: answer.status, askedAt: past.askedAt ?? now } }, items);
}

function underWay({ processor, now, past }: Visit, wanted: string | undefined): ErrandResult {
  const usual = nextLook(past.askedAt ?? now, now, ASK_AGAIN_MS);
  const checkAt = wanted === undefined ? usual : within(new Date(wanted), now);
  return { status: "pending", checkAt, cause: `${processor.name} has taken the order and is at work on it.` };
}

function within(wanted: Date, now: Date): Date {
  const [soonest, latest] = [now.getTime() + 10_000, now.getTime() + 24 * 3_600_000];
  return new Date(Math.min(Math.max(wanted.getTime(), soonest), latest));
}

async function keepReason({ shop, errand, processor }: Visit, reason: string): Promise<void> {
  const { request, subject } = errand;
  if (subject === null || reason === "") return;
  await inTransaction((tx) => keepAnswer(tx, shop, { request, processor: processor.id, subject }, wordOf(reason)));
}

/** The processor has spoken; an erasure or a change is looked at before it is believed. */
async function afterAnswer(visit: Visit, items: ErrandItems): Promise<ErrandResult> {
  const { processor, errand, past } = visit;
  if (past.answer === "cannot")
    return { status: "refused", cause: `${processor.name} answers that it cannot do this. Ask it why.` };
  const isNothing = past.answer === "nothing-held";
  if (isReading(errand)) return done(isNothing ? "nothing-held" : "as-asked", items);
  const seen = await lookAgain(visit);
  if (seen === "not-as-asked") return untrue(visit);
  if (isNothing) return done("nothing-held", NO_ITEMS);
  return done(seen === "unknown" ? "unreadable" : "as-asked", NO_ITEMS);
}

async function lookAgain(visit: Visit): Promise<"as-asked" | "not-as-asked" | "unknown"> {
  const { processor, past, now } = visit;
  const message = await errandMessage(visit, "errand.read-back");
  // each look is a new message: an answer that was kept would say how it was then
  const id = `${step(visit, "errand.read-back", past.rounds)}.${String(now.getTime())}`;
  return understandJson(processor.name, (await send(visit, message, id)).text, READ_BACK).status;
}

async function untrue(visit: Visit): Promise<ErrandResult> {
  const { processor, errand, past, now } = visit;
  const wanted = errand.act === "delete" ? "the person’s data is gone" : "the change is in place";
  const askedAt = past.askedAt ?? now;
  const verdict = judgeUndone({ who: processor.name, askedAt, now, settleMs: SETTLE_MS, wanted });
  if (verdict.status === "not-as-asked") await visit.noteAnswer("refuted");
  return verdict;
}

function step({ errand, processor }: Visit, type: string, round: number): string {
  return `${errand.request}.${processor.id}.${type.replace("errand.", "")}.${String(round)}`;
}

async function errandMessage(
  visit: Visit,
  type: "errand.ask" | "errand.status" | "errand.read-back",
): Promise<Message> {
  const { shop, errand, processor } = visit;
  const { email, phone, customerId } = errand.identity;
  return {
    ...{ version: PROTOCOL_VERSION, type, shop, errand: `${errand.request}.${processor.id}`, act: errand.act },
    subject: { email, phone, customerId },
    ...(errand.changes && { changes: errand.changes }),
    dueAt: errand.dueAt.toISOString(),
    callback: callbackUrl(await errandToken(shop, errand.request, processor.id)),
  };
}

async function send(target: Target & { now: Date }, message: Message, id: string): Promise<Answered> {
  const { processor, credential, now } = target;
  const { url } = processor.settings;
  if (url === undefined || credential === "")
    throw new PlainProblem(
      `${processor.name} has no address or no secret yet. Complete it on the page of processors.`,
      {
        worthRetrying: false,
      },
    );
  const body = JSON.stringify(message);
  // the moment of sending, which receivers compare with their own clock
  const signed = signWebhook(credential, { id, body, at: new Date() });
  const headers = { "Content-Type": "application/json", ...signed };
  const answer = await callOut(processor.name, { url, method: "POST", headers, body });
  understandStatus(processor.name, answer, [200], now);
  return answer;
}
