import { randomUUID } from "node:crypto";
import type { DeliveryRecord, Planned } from "../state.ts";
import type { World } from "../world.ts";
import { deliveryHeaders, signature } from "./sign-delivery.ts";

/** What to deliver: the payload becomes the JSON body. */
export interface Delivery {
  shop: string;
  topic: string;
  payload: unknown;
}

/** Ways to send what Shopify would not, or would only sometimes. */
export interface DeliveryOptions {
  /** How often to send it beyond the first time, with the same event id and new webhook ids. */
  duplicates?: number;
  family?: "X-Shopify-" | "shopify-";
  /** "bad" signs with a wrong secret, "none" leaves the header out, a number picks an older secret. */
  sign?: "bad" | "none" | number;
  eventId?: string;
  webhookId?: string;
  /** False: sent once, whatever comes back. */
  retry?: boolean;
  /** These bytes instead of the payload's JSON. */
  raw?: string;
  /** The event happened this long ago, and its delivery comes late. Minutes. */
  minutesLate?: number;
}

/** Minutes from one try to the next: eight more within four hours, the gaps growing. Shopify does not publish them. */
const RETRY_GAPS: readonly number[] = [1, 2, 4, 8, 16, 31, 60, 118];
/** Shopify waits this long for the whole answer. */
const PATIENCE = 5000;
const LOG_LENGTH = 5000;

/** Where the topic goes: the address in `shopify.app.toml`, on the app's own server. */
function addressOf(world: World, topic: string): string {
  const uri = world.app.topics.get(topic) ?? [...world.app.topics.values()][0] ?? "/webhooks";
  return new URL(new URL(uri, world.settings.appUpstream).pathname, world.settings.appUpstream).href;
}

function secretFor(world: World, sign: DeliveryOptions["sign"]): string {
  if (sign === "bad") return "not the app's secret";
  return world.settings.apiSecrets[typeof sign === "number" ? sign : 0] ?? "";
}

async function send(
  world: World,
  what: Planned,
  options: DeliveryOptions,
): Promise<{ status: number; error: string | null }> {
  const body = Buffer.from(what.body, "utf8");
  const hmac = options.sign === "none" ? undefined : signature(body, secretFor(world, options.sign));
  const envelope = { ...what, apiVersion: world.app.apiVersion };
  try {
    const answer = await fetch(addressOf(world, what.topic), {
      method: "POST",
      body,
      headers: deliveryHeaders(envelope, hmac, options.family),
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    await answer.arrayBuffer();
    return { status: answer.status, error: null };
  } catch (error) {
    return { status: 0, error: error instanceof Error ? error.message : String(error) };
  }
}

const succeeded = (status: number): boolean => status >= 200 && status < 300;

function outcomeOf(status: number, attempt: number, retry: boolean): DeliveryRecord["outcome"] {
  if (succeeded(status)) return "delivered";
  if (!retry) return "sent once";
  return attempt < RETRY_GAPS.length ? "will retry" : "given up";
}

/** Sends it once, writes the attempt into the log and plans the next one when it failed. */
export async function attempt(world: World, what: Planned, options: DeliveryOptions = {}): Promise<DeliveryRecord> {
  const began = performance.now();
  const { status, error } = await send(world, what, options);
  const outcome = outcomeOf(status, what.attempt, options.retry !== false);
  const { shop, topic, eventId, webhookId } = what;
  const record: DeliveryRecord = {
    at: new Date(world.clock.now()).toISOString(),
    shop,
    topic,
    eventId,
    webhookId,
    attempt: what.attempt,
    status,
    milliseconds: Math.round(performance.now() - began),
    outcome,
    error,
  };
  world.state.log.push(record);
  if (world.state.log.length > LOG_LENGTH) world.state.log.splice(0, world.state.log.length - LOG_LENGTH);
  if (outcome === "will retry") {
    const gap = (RETRY_GAPS[what.attempt] ?? 0) * 60_000;
    world.state.planned.push({ ...what, at: world.clock.now() + gap, attempt: what.attempt + 1 });
  }
  world.changed();
  return record;
}

/** A delivery that is due now; ids are new unless given. */
export function plan(world: World, { shop, topic, payload }: Delivery, options: DeliveryOptions = {}): Planned {
  const now = world.clock.now();
  return {
    at: now,
    shop,
    topic,
    body: options.raw ?? JSON.stringify(payload),
    eventId: options.eventId ?? randomUUID(),
    webhookId: options.webhookId ?? randomUUID(),
    triggeredAt: new Date(now - (options.minutesLate ?? 0) * 60_000).toISOString(),
    attempt: 0,
  };
}

/**
 * Delivers a webhook as Shopify does: signed over the raw bytes with the newest secret, five seconds for an answer,
 * eight retries within four hours of stand-in time. Resolves with what happened to each copy at the first try.
 */
export async function deliver(
  world: World,
  delivery: Delivery,
  options: DeliveryOptions = {},
): Promise<DeliveryRecord[]> {
  const first = plan(world, delivery, options);
  const copies = Array.from({ length: options.duplicates ?? 0 }, () => ({ ...first, webhookId: randomUUID() }));
  return Promise.all([first, ...copies].map((copy) => attempt(world, copy, options)));
}
