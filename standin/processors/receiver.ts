import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { readBody, sendJson } from "../http/serve.ts";
import { findContacts, removeContact, type Contact, type ContactStore } from "./contact.ts";
import { answerMood, takeMood, type Mood } from "./mood.ts";

/** A reference receiver of docs/processor-protocol.md: what a processor has to write to take part. */
export interface Receiver extends ContactStore {
  mood: Mood;
  /** `whsec_…`, as the store's staff copied it from Candor. */
  secret: string;
  /** Answers already given, by `webhook-id`: a repeated message is answered as before and does nothing again. */
  answered: Record<string, unknown>;
  /** Every message taken, oldest first. */
  log: { id: string; type: string; act: string | null; at: string }[];
}

const ACTS = [
  ...["access", "portability", "correct", "delete", "restrict", "object"],
  ...["opt-out-of-sale", "limit-sensitive", "withdraw-consent"],
] as const;

const text = z.string().min(1).max(500);
const check = z.strictObject({ version: z.literal(1), type: z.literal("check"), shop: text });
const errand = z.strictObject({
  version: z.literal(1),
  type: z.enum(["errand.ask", "errand.status", "errand.read-back"]),
  shop: text,
  errand: text,
  act: z.enum(ACTS),
  subject: z.strictObject({ email: text.optional(), phone: text.optional(), customerId: text.optional() }),
  changes: z
    .strictObject({
      email: text.optional(),
      phone: text.optional(),
      firstName: text.optional(),
      lastName: text.optional(),
    })
    .optional(),
  dueAt: z.iso.datetime(),
  callback: z.url(),
});
const MESSAGE = z.discriminatedUnion("type", [check, errand]);
type Errand = z.infer<typeof errand>;

/** HMAC-SHA-256 over id, time and the raw body, in constant time; not older than five minutes. */
function isAuthentic(secret: string, request: IncomingMessage, body: string): boolean {
  const header = (name: string): string => String(request.headers[name] ?? "");
  const [id, seconds, given] = [header("webhook-id"), header("webhook-timestamp"), header("webhook-signature")];
  if (id === "" || Math.abs(Date.now() / 1000 - Number(seconds)) > 300) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const right = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest();
  return given.split(" ").some((part) => {
    const offered = Buffer.from(part.replace(/^v1,/, ""), "base64");
    return part.startsWith("v1,") && offered.length === right.length && timingSafeEqual(offered, right);
  });
}

const people = (receiver: Receiver, { subject }: Errand): Contact[] =>
  findContacts(receiver, {
    ...(subject.email !== undefined && { email: subject.email }),
    ...(subject.phone !== undefined && { phone: subject.phone }),
  });

const recordOf = (one: Contact) => ({
  kind: "Customer card",
  recordedAt: one.createdAt,
  facts: [
    { label: "E-mail", value: one.email ?? "" },
    { label: "Telephone", value: one.phone ?? "" },
    { label: "Name", value: [one.firstName, one.lastName].filter((part) => part !== null).join(" ") },
    ...one.events.map(({ name, at }) => ({ label: name, value: at })),
  ],
});

function change(one: Contact, { act, changes = {} }: Errand): void {
  if (act === "correct")
    Object.assign(one, Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)));
  else one.marks[act] = true;
}

function carryOut(receiver: Receiver, message: Errand): unknown {
  const found = people(receiver, message);
  if (found.length === 0) return { status: "nothing-held" };
  if (message.act === "access" || message.act === "portability")
    return { status: "done", records: found.map(recordOf) };
  for (const one of found) {
    if (message.act === "delete") removeContact(receiver, one.id);
    else change(one, message);
  }
  return { status: "done" };
}

function isAsAsked(receiver: Receiver, message: Errand): boolean {
  const { act, changes = {} } = message;
  if (act === "delete") return people(receiver, message).length === 0;
  if (act === "correct")
    return receiver.contacts.some((one) =>
      Object.entries(changes).every(([name, value]) => one[name as keyof Contact] === value),
    );
  return people(receiver, message).every((one) => one.marks[act] === true);
}

function ask(receiver: Receiver, message: Errand, mood: string): unknown {
  if (mood === "lying") return { status: "done" };
  if (mood === "slow") {
    receiver.leaving.push(message.errand);
    return { status: "pending", reference: `T-${String(receiver.log.length)}` };
  }
  return carryOut(receiver, message);
}

function status(receiver: Receiver, message: Errand, mood: string): unknown {
  if (mood === "slow") return { status: "pending" };
  receiver.leaving = receiver.leaving.filter((one) => one !== message.errand);
  return carryOut(receiver, message);
}

function answerMessage(receiver: Receiver, message: Errand, mood: string): unknown {
  switch (message.type) {
    case "errand.ask":
      return ask(receiver, message, mood);
    case "errand.status":
      return status(receiver, message, mood);
    case "errand.read-back":
      return { status: isAsAsked(receiver, message) ? "as-asked" : "not-as-asked" };
  }
}

/** Takes one message of the protocol. */
export async function answerReceiver(
  receiver: Receiver,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = (await readBody(request)).toString("utf8");
  const mood = takeMood(receiver.mood);
  if (answerMood(mood, response)) return;
  if (request.method !== "POST" || request.headers["content-type"] !== "application/json") {
    sendJson(response, { error: "POST application/json" }, 405);
    return;
  }
  if (mood === "locked" || !isAuthentic(receiver.secret, request, body)) {
    sendJson(response, { error: "the signature is not right" }, 401);
    return;
  }
  const read = MESSAGE.safeParse(JSON.parse(body));
  if (!read.success) {
    sendJson(response, { error: read.error.issues }, 422);
    return;
  }
  const id = String(request.headers["webhook-id"]);
  const message = read.data;
  const act = message.type === "check" ? null : message.act;
  receiver.log.push({ id, type: message.type, act, at: new Date().toISOString() });
  const answer =
    receiver.answered[id] ?? (message.type === "check" ? { status: "ready" } : answerMessage(receiver, message, mood));
  receiver.answered[id] = answer;
  sendJson(response, answer);
}
