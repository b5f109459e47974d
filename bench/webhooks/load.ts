/**
 * Sends signed webhooks at a constant rate and measures each from the moment at which it was due, so that a server
 * that stalls is charged for everything that waited. Run as a process of its own: `load.ts <url> <secret> <rate> <seconds>`.
 * Prints one line of JSON.
 */
import { createHmac, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const [url = "", secret = "", rate = "100", seconds = "60"] = process.argv.slice(2);
const total = Number(rate) * Number(seconds);
const gap = 1000 / Number(rate);
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
/** Deliveries of a second come from many stores, as they do at Shopify. */
const SHOPS = 50;

interface Message {
  shop: string;
  topic: string;
  event: string;
  body: string;
}

/** 70 % data requests of new persons, 20 % erasures of persons seen, 10 % repeats. */
function message(index: number, before: Message | undefined): Message {
  if (index % 10 === 9 && before) return before;
  const isErasure = index % 5 === 4;
  const person = isErasure ? index - 3 : index;
  const shop = `bench-${String(person % SHOPS)}.myshopify.com`;
  const customer = { id: 7_000_000_000_000 + person, email: `person${String(person)}@example.com`, phone: null };
  const body = isErasure
    ? { shop_domain: shop, customer, orders_to_redact: [] }
    : { shop_domain: shop, customer, orders_requested: [], data_request: { id: 500_000 + index } };
  const topic = isErasure ? "customers/redact" : "customers/data_request";
  return { shop, topic, event: randomUUID(), body: JSON.stringify(body) };
}

function send({ shop, topic, event, body }: Message): Promise<number> {
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "x-shopify-topic": topic,
    "x-shopify-shop-domain": shop,
    "x-shopify-event-id": event,
    "x-shopify-webhook-id": randomUUID(),
    "x-shopify-triggered-at": new Date().toISOString(),
    "x-shopify-api-version": "2026-10",
    "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
  };
  return new Promise((resolve) => {
    const outgoing = request(url, { method: "POST", headers, agent }, (response) => {
      response.resume();
      response.once("end", () => {
        resolve(response.statusCode ?? 0);
      });
    });
    outgoing.once("error", () => {
      resolve(0);
    });
    outgoing.end(body);
  });
}

const times: number[] = [];
const statuses: Record<string, number> = {};
const running: Promise<void>[] = [];
const start = performance.now();
let before: Message | undefined;
for (let index = 0; index < total; index++) {
  const due = start + index * gap;
  const wait = due - performance.now();
  if (wait > 1) await sleep(wait);
  const next = message(index, before);
  if (index % 10 === 4) before = next;
  running.push(
    send(next).then((status) => {
      times.push(performance.now() - due);
      statuses[String(status)] = (statuses[String(status)] ?? 0) + 1;
    }),
  );
}
await Promise.all(running);
agent.destroy();
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
process.stdout.write(
  `${JSON.stringify({ sent: total, statuses, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) })}\n`,
);
