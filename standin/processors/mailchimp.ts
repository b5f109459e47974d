import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { readBody } from "../http/serve.ts";
import { removeContact, type Contact, type ContactStore } from "./contact.ts";
import { answerMood, takeMood, type Mood } from "./mood.ts";

/**
 * Mailchimp's Marketing API 3.0, as far as an app for privacy needs it: one audience, its members, their tags.
 * Shapes: https://mailchimp.com/developer/marketing/api/list-members/. What is not as they say is refused.
 */
export interface Mailchimp extends ContactStore {
  mood: Mood;
  key: string;
  log: string[];
}

export const MAILCHIMP_KEY = "0123456789abcdef0123456789abcdef-us21";
const LIST = { id: "a1b2c3d4e5", name: "Newsletter" };

const UPDATE = z.strictObject({
  email_address: z.string().min(3).optional(),
  status: z.enum(["subscribed", "unsubscribed", "cleaned", "pending", "transactional"]).optional(),
  merge_fields: z
    .strictObject({ FNAME: z.string().optional(), LNAME: z.string().optional(), PHONE: z.string().optional() })
    .optional(),
});
const TAGS = z.strictObject({
  tags: z.array(z.strictObject({ name: z.string().min(1), status: z.enum(["active", "inactive"]) })),
});

/** A problem document (RFC 9457), as Mailchimp sends it. */
class Problem extends Error {
  readonly status: number;

  constructor(status: number, title: string) {
    super(title);
    this.status = status;
  }
}

const hashOf = (email: string): string => createHash("md5").update(email.toLowerCase()).digest("hex");

const tagsOf = (one: Contact): string[] => (Array.isArray(one.marks["tags"]) ? (one.marks["tags"] as string[]) : []);

const shown = (one: Contact) => ({
  id: hashOf(one.email ?? ""),
  contact_id: one.id,
  email_address: one.email,
  unique_email_id: one.id.slice(0, 10),
  full_name: [one.firstName, one.lastName].filter(Boolean).join(" "),
  email_type: "html",
  status: one.email_ok ? "subscribed" : "unsubscribed",
  merge_fields: { FNAME: one.firstName ?? "", LNAME: one.lastName ?? "", PHONE: one.phone ?? "" },
  stats: { avg_open_rate: 0.4, avg_click_rate: 0.1 },
  ip_signup: "",
  timestamp_opt: one.createdAt,
  member_rating: 3,
  tags_count: tagsOf(one).length,
  tags: tagsOf(one).map((name, index) => ({ id: index + 1, name })),
  list_id: LIST.id,
  _links: [{ rel: "self", href: "https://us21.api.mailchimp.com/3.0/", method: "GET" }],
});

function parse<T>(schema: z.ZodType<T>, body: string): T {
  const read = schema.safeParse(JSON.parse(body));
  if (read.success) return read.data;
  throw new Problem(400, "Invalid Resource");
}

function memberOf(mailchimp: Mailchimp, hash: string): Contact {
  const found = mailchimp.contacts.find(({ email }) => email !== null && hashOf(email) === hash);
  if (found === undefined) throw new Problem(404, "Resource Not Found");
  return found;
}

function update(one: Contact, body: string, mood: string): unknown {
  const { email_address: email, status, merge_fields: fields = {} } = parse(UPDATE, body);
  if (mood !== "lying") {
    one.email = email ?? one.email;
    one.email_ok = status === undefined ? one.email_ok : status === "subscribed";
    one.firstName = fields.FNAME ?? one.firstName;
    one.lastName = fields.LNAME ?? one.lastName;
    one.phone = fields.PHONE ?? one.phone;
  }
  return shown(one);
}

function setTags(one: Contact, body: string, mood: string): void {
  const { tags } = parse(TAGS, body);
  if (mood === "lying") return;
  const kept = new Set(tagsOf(one));
  for (const { name, status } of tags) {
    if (status === "active") kept.add(name);
    else kept.delete(name);
  }
  one.marks["tags"] = [...kept];
}

function answerMember(
  mailchimp: Mailchimp,
  call: { method: string; hash: string; rest: string },
  { body, mood }: { body: string; mood: string },
): [number, unknown?] {
  const one = memberOf(mailchimp, call.hash);
  switch (`${call.method} ${call.rest}`) {
    case "GET ":
      return [200, shown(one)];
    case "PATCH ":
      return [200, update(one, body, mood)];
    case "POST /tags":
      setTags(one, body, mood);
      return [204];
    case "POST /actions/delete-permanent":
      if (mood === "slow") mailchimp.leaving.push(one.id);
      else if (mood !== "lying") removeContact(mailchimp, one.id);
      return [204];
    default:
      throw new Problem(405, "Method Not Allowed");
  }
}

function answerCall(
  mailchimp: Mailchimp,
  { method, path }: { method: string; path: string },
  how: { body: string; mood: string },
): [number, unknown?] {
  if (method === "GET" && path === "/3.0/lists") return [200, { lists: [LIST], total_items: 1 }];
  const [, list, hash = "", rest = ""] = /^\/3\.0\/lists\/(\w+)\/members\/([0-9a-f]{32})(\/[\w/-]+)?$/.exec(path) ?? [];
  if (list !== LIST.id) throw new Problem(404, "Resource Not Found");
  return answerMember(mailchimp, { method, hash, rest }, how);
}

/** HTTP Basic with any name and the key, at the data centre that the key names. */
function isAllowed(mailchimp: Mailchimp, authorization: string, host: string): boolean {
  const [, password = ""] = Buffer.from(authorization.replace(/^Basic /, ""), "base64")
    .toString("utf8")
    .split(":");
  return password === mailchimp.key && host.startsWith(`${password.split("-")[1] ?? ""}.`);
}

/** Takes one call of the API. */
export async function answerMailchimp(
  mailchimp: Mailchimp,
  request: IncomingMessage,
  response: ServerResponse,
  { url, host }: { url: URL; host: string },
): Promise<void> {
  const body = (await readBody(request)).toString("utf8");
  const mood = takeMood(mailchimp.mood);
  if (answerMood(mood, response)) return;
  const method = request.method ?? "GET";
  try {
    const isIn = mood !== "locked" && isAllowed(mailchimp, String(request.headers.authorization), host);
    if (!isIn) throw new Problem(401, "API Key Invalid");
    mailchimp.log.push(`${method} ${url.pathname}`);
    const [status, answer] = answerCall(mailchimp, { method, path: url.pathname }, { body, mood });
    response.writeHead(status, { "Content-Type": "application/json; charset=utf-8" });
    response.end(answer === undefined ? undefined : JSON.stringify(answer));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const type = "https://mailchimp.com/developer/marketing/docs/errors/";
    response.writeHead(error.status, { "Content-Type": "application/problem+json; charset=utf-8" });
    response.end(JSON.stringify({ type, title: error.message, status: error.status, detail: "", instance: "" }));
  }
}
