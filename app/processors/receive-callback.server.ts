import { isSigned } from "../outbound/sign-webhook.server.ts";
import { answerErrand, openErrand } from "./answer-errand.server.ts";
import type { ErrandItems } from "./errand.ts";
import { ANSWER, type ProtocolAnswer } from "./protocol.server.ts";
import { wordOf } from "./word.ts";
import { openTarget } from "./target.server.ts";

/** What a callback gets: 204 when its word was kept, 400 when it cannot be understood, else 404 and nothing more. */
export type Received = 204 | 400 | 404;

/**
 * Takes a processor's word that comes by itself, signed with the secret of its webhook. Whether the token is unknown, used
 * or too old, or the signature not right, the answer is the same.
 */
export async function receiveCallback(token: string, headers: Headers, body: string, now: Date): Promise<Received> {
  const errand = await openErrand(token, now);
  const target = errand && (await openTarget(errand.shop, errand.processor));
  if (target?.processor.connector !== "webhook" || !isSigned(target.credential, headers, body, now)) return 404;
  const read = ANSWER.safeParse(parsed(body));
  if (!read.success) return 400;
  const { data } = read;
  // "still at it" changes nothing: it is asked again at its time
  if (data.status === "pending") return 204;
  return (await answerErrand(token, { answer: data.status, items: itemsOf(data) }, now)) ? 204 : 404;
}

function itemsOf(said: ProtocolAnswer): ErrandItems {
  if (said.status === "cannot") return wordOf(said.reason ?? "");
  const records = said.status === "done" ? (said.records ?? []) : [];
  return { records: records.map((one) => ({ ...one, recordedAt: one.recordedAt ?? null })), files: [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
