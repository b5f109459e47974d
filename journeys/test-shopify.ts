/** Shopify's side of webhooks, written anew from its documents: nothing here comes from the app or the stand-in. */
import { createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { parse } from "smol-toml";
import { SECRETS } from "./test-server.ts";

interface Subscription {
  uri: string;
  topics?: string[];
  compliance_topics?: string[];
}
interface AppToml {
  webhooks: { api_version: string; subscriptions: Subscription[] };
}

const { webhooks } = parse(readFileSync("shopify.app.toml", "utf8")) as unknown as AppToml;
const topicsOf = ({ topics = [], compliance_topics = [] }: Subscription) => [...topics, ...compliance_topics];

/** Every topic that shopify.app.toml subscribes to. */
export const TOPICS: readonly string[] = webhooks.subscriptions.flatMap(topicsOf);
/** A store that no other test knows. */
export const SHOP = "journey-goods.myshopify.com";

/** Where shopify.app.toml sends a topic; a topic that it doesn't name goes where the first one goes. */
export function pathOf(topic: string): string {
  const found = webhooks.subscriptions.find((one) => topicsOf(one).includes(topic)) ?? webhooks.subscriptions[0];
  if (!found) throw new Error("shopify.app.toml subscribes to nothing");
  return found.uri;
}

/** One event at Shopify; every delivery of it carries the same event id and body. */
export interface Event {
  topic: string;
  shop: string;
  eventId: string;
  body: string;
}

/** What a delivery may do differently. */
export interface Manner {
  family?: "X-Shopify-" | "shopify-";
  secret?: string;
}

/** The headers of one delivery of an event, signed over exactly these bytes. */
export function headersOf(event: Event, manner: Manner = {}): Record<string, string> {
  const { family = "X-Shopify-", secret = SECRETS[0] } = manner;
  const headers = {
    Topic: event.topic,
    "Shop-Domain": event.shop,
    "API-Version": webhooks.api_version,
    "Event-Id": event.eventId,
    "Webhook-Id": randomUUID(),
    "Triggered-At": new Date().toISOString(),
    "Hmac-Sha256": createHmac("sha256", secret).update(event.body, "utf8").digest("base64"),
  };
  const named = Object.entries(headers).map(([name, value]) => [family + name, value]);
  return { "Content-Type": "application/json", ...Object.fromEntries(named) } as Record<string, string>;
}

/** What came back; status 0 when nothing did. */
export interface Answer {
  status: number;
  headers: Record<string, unknown>;
}

interface Knock {
  method?: string;
  headers?: Record<string, string>;
  /** Pieces are sent one by one, without a content-length. */
  body?: string | readonly string[];
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/** One HTTP request. Never throws: a server that died in the middle answered nothing. */
export function knock(url: string, { method = "POST", headers = {}, body = "" }: Knock): Promise<Answer> {
  return new Promise((resolve) => {
    const length = typeof body === "string" ? { "Content-Length": String(Buffer.byteLength(body)) } : {};
    const outgoing = request(url, { method, agent, headers: { ...length, ...headers } }, (incoming) => {
      incoming.resume();
      resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers });
    });
    outgoing.once("error", () => {
      resolve({ status: 0, headers: {} });
    });
    for (const piece of typeof body === "string" ? [body] : body) outgoing.write(piece);
    outgoing.end();
  });
}

/** Delivers an event once, as Shopify does; answers what came back. */
export function deliver(server: { url: string }, event: Event, manner: Manner = {}): Promise<Answer> {
  return knock(server.url + pathOf(event.topic), { headers: headersOf(event, manner), body: event.body });
}

/** A customer's request for their data, number `index`: another person and another request each time. */
export function dataRequest(index: number, shop = SHOP): Event {
  const body = {
    shop_id: 954_889,
    shop_domain: shop,
    orders_requested: [299_938 + index],
    customer: { id: 191_167_000 + index, email: `person${String(index)}@example.org`, phone: null },
    data_request: { id: 70_000 + index },
  };
  return { topic: "customers/data_request", shop, eventId: randomUUID(), body: JSON.stringify(body) };
}

/** The request id under which the app lists what `dataRequest(index)` opened. */
export const externalIdOf = (index: number): string => `data_request ${String(70_000 + index)}`;

/** Any event with any body. */
export function event(topic: string, body: string, shop = SHOP): Event {
  return { topic, shop, eventId: randomUUID(), body };
}
