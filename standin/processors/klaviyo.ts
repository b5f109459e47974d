import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { readBody } from "../http/serve.ts";
import { findContacts, removeContact, type Contact, type ContactStore } from "./contact.ts";
import { answerMood, takeMood, type Mood } from "./mood.ts";

/**
 * Klaviyo's REST API, as far as an app for privacy needs it. Shapes: the published OpenAPI documents of revision
 * 2026-07-15 (https://github.com/klaviyo/openapi). Everything that is not as they say is refused.
 */
export interface Klaviyo extends ContactStore {
  mood: Mood;
  /** The private key that is accepted. */
  key: string;
  /** Calls, oldest first, without what they carried. */
  log: string[];
}

export const KLAVIYO_KEY = "pk_standin0123456789abcdef0123456789";

const profile = <A extends z.ZodType>(attributes: A) => z.strictObject({ type: z.literal("profile"), attributes });
const email = z.string().min(3);
const phone = z.string().regex(/^\+[1-9]\d{6,14}$/);

const DELETION = z.strictObject({
  data: z.strictObject({
    type: z.literal("data-privacy-deletion-job"),
    attributes: z.strictObject({
      profile: z.strictObject({
        data: z.strictObject({
          type: z.literal("profile"),
          id: z.string().optional(),
          attributes: z.strictObject({ email: email.optional(), phone_number: phone.optional() }),
        }),
      }),
    }),
  }),
});
const SUPPRESSION = z.strictObject({
  data: z.strictObject({
    type: z.literal("profile-suppression-bulk-create-job"),
    attributes: z.strictObject({
      profiles: z.strictObject({ data: z.array(profile(z.strictObject({ email }))).max(100) }),
    }),
  }),
});
const unsubscribed = z.strictObject({ marketing: z.strictObject({ consent: z.literal("UNSUBSCRIBED") }) });
const UNSUBSCRIPTION = z.strictObject({
  data: z.strictObject({
    type: z.literal("profile-subscription-bulk-delete-job"),
    attributes: z.strictObject({
      profiles: z.strictObject({
        data: z
          .array(
            profile(
              z.strictObject({
                email: email.optional(),
                phone_number: phone.optional(),
                subscriptions: z.strictObject({ email: unsubscribed.optional(), sms: unsubscribed.optional() }),
              }),
            ),
          )
          .max(100),
      }),
    }),
  }),
});
const UPDATE = z.strictObject({
  data: z.strictObject({
    type: z.literal("profile"),
    id: z.string(),
    attributes: z.strictObject({
      email: email.optional(),
      phone_number: phone.optional(),
      first_name: z.string().optional(),
      last_name: z.string().optional(),
      properties: z.record(z.string(), z.unknown()).optional(),
    }),
  }),
});

/** A refusal in Klaviyo's form. */
class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

function send(response: ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status, { "Content-Type": "application/vnd.api+json" });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

const channel = (isFine: boolean) => ({ consent: isFine ? "SUBSCRIBED" : "UNSUBSCRIBED" });

const shown = (one: Contact) => ({
  type: "profile",
  id: one.id,
  attributes: {
    email: one.email,
    phone_number: one.phone,
    external_id: null,
    first_name: one.firstName,
    last_name: one.lastName,
    created: one.createdAt,
    properties: one.marks,
    subscriptions: {
      email: { marketing: { can_receive_email_marketing: one.email_ok, ...channel(one.email_ok), suppression: [] } },
      sms: { marketing: { can_receive_sms_marketing: one.sms_ok, ...channel(one.sms_ok) } },
    },
  },
  links: { self: `https://a.klaviyo.com/api/profiles/${one.id}` },
});

/** `equals(field,"value")`, the only filter that is built. */
function readFilter(url: URL, fields: readonly string[]): { field: string; value: string } {
  const filter = url.searchParams.get("filter") ?? "";
  const [, field = "", quoted = ""] = /^equals\((\w+),("(?:[^"\\]|\\.)*")\)$/.exec(filter) ?? [];
  if (!fields.includes(field)) throw new Refused(400, "invalid", "This filter is not built");
  return { field, value: String(JSON.parse(quoted)) };
}

function getProfiles(klaviyo: Klaviyo, url: URL): unknown {
  const { field, value } = readFilter(url, ["email", "phone_number"]);
  if (url.searchParams.get("additional-fields[profile]") !== "subscriptions")
    throw new Refused(400, "invalid", "Ask for subscriptions: without them they are not in the answer");
  const found = findContacts(klaviyo, field === "email" ? { email: value } : { phone: value });
  return { data: found.map(shown), links: { self: url.href, next: null, prev: null } };
}

function getEvents(klaviyo: Klaviyo, url: URL): unknown {
  const { value } = readFilter(url, ["profile_id"]);
  const size = Number(url.searchParams.get("page[size]") ?? 200);
  const from = Number(url.searchParams.get("page[cursor]") ?? 0);
  const all = klaviyo.contacts.find(({ id }) => id === value)?.events ?? [];
  const page = all.slice(from, from + size);
  const names = [...new Set(page.map(({ name }) => name))];
  const next = `https://a.klaviyo.com/api/events?page%5Bcursor%5D=${from + size}`;
  return {
    data: page.map(({ name, at }, index) => ({
      type: "event",
      id: `e${from + index}`,
      attributes: { datetime: at, event_properties: { source: "store" }, uuid: `u${from + index}` },
      relationships: { metric: { data: { type: "metric", id: `m-${name}` } } },
    })),
    included: names.map((name) => ({ type: "metric", id: `m-${name}`, attributes: { name } })),
    links: { self: url.href, next: from + size < all.length ? next : null, prev: null },
  };
}

function parse<T>(schema: z.ZodType<T>, body: string): T {
  const read = schema.safeParse(JSON.parse(body));
  if (read.success) return read.data;
  throw new Refused(400, "invalid", JSON.stringify(read.error.issues));
}

/** Klaviyo refuses a deletion with none or several of its identifiers. */
function requestDeletion(klaviyo: Klaviyo, body: string, mood: string): void {
  const { id, attributes } = parse(DELETION, body).data.attributes.profile.data;
  const given = [id, attributes.email, attributes.phone_number].filter((value) => value !== undefined);
  if (given.length !== 1) throw new Refused(400, "invalid", "Provide exactly one identifier");
  const found =
    id === undefined
      ? findContacts(klaviyo, { email: attributes.email ?? "", phone: attributes.phone_number ?? "none" })
      : klaviyo.contacts.filter((one) => one.id === id);
  if (mood === "lying") return;
  for (const one of found) {
    if (mood === "slow") klaviyo.leaving.push(one.id);
    else removeContact(klaviyo, one.id);
  }
}

function suppress(klaviyo: Klaviyo, body: string, mood: string): unknown {
  const { data } = parse(SUPPRESSION, body).data.attributes.profiles;
  if (mood !== "lying")
    for (const { attributes } of data) for (const one of findContacts(klaviyo, attributes)) one.email_ok = false;
  const job = { status: "queued", created_at: new Date().toISOString(), total_count: data.length };
  const type = "profile-suppression-bulk-create-job";
  return { data: { type, id: "job1", attributes: job, links: { self: "https://a.klaviyo.com/api/" } } };
}

function unsubscribe(klaviyo: Klaviyo, body: string, mood: string): void {
  for (const { attributes } of parse(UNSUBSCRIPTION, body).data.attributes.profiles.data) {
    const { email: address = "", phone_number: number = "none", subscriptions } = attributes;
    for (const one of findContacts(klaviyo, { email: address, phone: number })) {
      if (mood === "lying") continue;
      if (subscriptions.email) one.email_ok = false;
      if (subscriptions.sms) one.sms_ok = false;
    }
  }
}

function update(klaviyo: Klaviyo, id: string, body: string, mood: string): unknown {
  const { data } = parse(UPDATE, body);
  const one = klaviyo.contacts.find((contact) => contact.id === id);
  if (one === undefined || data.id !== id) throw new Refused(404, "not_found", "A profile with this id does not exist");
  const { email: address, phone_number: number, first_name: first, last_name: last, properties } = data.attributes;
  if (address !== undefined && findContacts(klaviyo, { email: address }).some((other) => other.id !== id))
    throw new Refused(409, "duplicate_profile", "A profile already exists with one of these identifiers");
  if (mood !== "lying") {
    one.email = address ?? one.email;
    one.phone = number ?? one.phone;
    one.firstName = first ?? one.firstName;
    one.lastName = last ?? one.lastName;
    Object.assign(one.marks, properties);
  }
  return { data: shown(one) };
}

function answerCall(
  klaviyo: Klaviyo,
  call: string,
  url: URL,
  { body, mood }: { body: string; mood: string },
): [number, unknown?] {
  switch (call) {
    case "GET /api/profiles":
      return [200, getProfiles(klaviyo, url)];
    case "GET /api/events":
      return [200, getEvents(klaviyo, url)];
    case "POST /api/data-privacy-deletion-jobs":
      requestDeletion(klaviyo, body, mood);
      return [202];
    case "POST /api/profile-suppression-bulk-create-jobs":
      return [202, suppress(klaviyo, body, mood)];
    case "POST /api/profile-subscription-bulk-delete-jobs":
      unsubscribe(klaviyo, body, mood);
      return [202];
    default: {
      const [, id] = /^PATCH \/api\/profiles\/([\w-]+)$/.exec(call) ?? [];
      if (id === undefined) throw new Refused(404, "not_found", "This path is not built");
      return [200, update(klaviyo, id, body, mood)];
    }
  }
}

function checkHeaders(klaviyo: Klaviyo, request: IncomingMessage, mood: string): void {
  const { authorization, revision, accept } = request.headers;
  if (mood === "locked" || authorization !== `Klaviyo-API-Key ${klaviyo.key}`)
    throw new Refused(401, "not_authenticated", "Authentication credentials were not provided.");
  if (!/^\d{4}-\d\d-\d\d$/.test(String(revision))) throw new Refused(400, "missing_revision", "Send a revision");
  if (accept !== "application/vnd.api+json") throw new Refused(406, "not_acceptable", "Accept JSON:API");
  const hasBody = request.method !== "GET";
  if (hasBody && request.headers["content-type"] !== "application/vnd.api+json")
    throw new Refused(415, "unsupported_media_type", "Send JSON:API");
}

/** Takes one call of the API. */
export async function answerKlaviyo(
  klaviyo: Klaviyo,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const body = (await readBody(request)).toString("utf8");
  const mood = takeMood(klaviyo.mood);
  if (answerMood(mood, response)) return;
  const call = `${request.method ?? ""} ${url.pathname}`;
  try {
    checkHeaders(klaviyo, request, mood);
    klaviyo.log.push(call);
    const [status, answer] = answerCall(klaviyo, call, url, { body, mood });
    send(response, status, answer);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { status, code, message } = error;
    send(response, status, { errors: [{ id: "1", status, code, title: code, detail: message }] });
  }
}
