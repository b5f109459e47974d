/**
 * Sends choices and measures each, in a process of its own: `load.ts <contestant> <url> <secret> <rate> <seconds>`. With a
 * rate, at that constant pace and measured from the moment at which each was due, so that a server that stalls is charged
 * for everything that waited. With rate 0, as fast as 64 connections get answers. Prints one line of JSON.
 */
import { createHmac, randomBytes, randomInt, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const [contestant = "", url = "", secret = "", rate = "500", seconds = "30"] = process.argv.slice(2);
const CONNECTIONS = 64;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
const SHOPS = 20;
const REGIONS = ["DE", "FR", "US-CA", "US-TX", "GB", "CA-QC", "JP", "ES", "IT", "NL"] as const;
const LANGUAGES = ["de", "fr", "en", "es", "it", "nl", "ja"] as const;
const DEVICES = ["phone", "phone", "phone", "desktop", "desktop", "tablet"] as const;
const pick = <T>(list: readonly T[]): T => list[randomInt(list.length)] as T;

interface Message {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** The choice that every twentieth message repeats, as a browser does that missed the answer. */
let last = "";

function choice(): object {
  return {
    ...{ v: 1, id: randomUUID(), previous: "", form: "consent", allowed: randomInt(16), offered: 15, at: Date.now() },
    ...{ source: "banner", region: pick(REGIONS), regionSource: "shopify", model: "opt-in", because: "chosen" },
    ...{ signal: false, noTrack: false, policy: 1, policyHash: "", settingsHash: "a".repeat(64) },
    ...{ textHash: "b".repeat(64), language: pick(LANGUAGES), device: pick(DEVICES), variant: "" },
  };
}

/** Through Shopify's proxy: signed; one in ten signed in, one in twenty a repeat, one in twenty three at once. */
function forCandor(index: number): Message {
  const own = {
    shop: `bench-${index % SHOPS}.myshopify.com`,
    logged_in_customer_id: index % 10 === 3 ? String(7_000_000_000_000 + index) : "",
    path_prefix: "/apps/privacy",
    timestamp: String(Math.floor(Date.now() / 1000)),
  };
  const pairs = Object.entries(own);
  const signed = pairs.map(([name, value]) => `${name}=${value}`).sort();
  const signature = createHmac("sha256", secret).update(signed.join("")).digest("hex");
  const body =
    index % 20 === 7 && last !== ""
      ? last
      : JSON.stringify(index % 20 === 11 ? [choice(), choice(), choice()] : choice());
  last = body;
  return {
    path: `/proxy/choice?${new URLSearchParams([...pairs, ["signature", signature]]).toString()}`,
    headers: { "content-type": "text/plain;charset=UTF-8", "x-forwarded-for": [...randomBytes(4)].join(".") },
    body,
  };
}

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** As c15t's own client sends it, straight to the server. */
function forC15t(): Message {
  const subjectId = `sub_${Array.from({ length: 22 }, () => BASE58[randomInt(58)]).join("")}`;
  const preferences = { necessary: true, measurement: randomInt(2) === 1, marketing: randomInt(2) === 1 };
  const body = {
    type: "cookie_banner",
    subjectId,
    domain: "goods.example",
    preferences,
    givenAt: Date.now(),
    metadata: {},
  };
  return {
    path: "/subjects",
    headers: { "content-type": "application/json", origin: "https://goods.example" },
    body: JSON.stringify(body),
  };
}

function send({ path, headers, body }: Message): Promise<number> {
  return new Promise((resolve) => {
    const all = { ...headers, "content-length": String(Buffer.byteLength(body)) };
    const outgoing = request(url + path, { method: "POST", headers: all, agent }, (response) => {
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

const make = contestant === "candor" ? forCandor : forC15t;
const times: number[] = [];
const statuses: Record<string, number> = {};
const measure = async (index: number, due: number) => {
  const status = await send(make(index));
  times.push(performance.now() - due);
  statuses[String(status)] = (statuses[String(status)] ?? 0) + 1;
};

const start = performance.now();
const end = start + Number(seconds) * 1000;
if (rate === "0") {
  let index = 0;
  const worker = async () => {
    while (performance.now() < end) await measure(index++, performance.now());
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
} else {
  const running: Promise<void>[] = [];
  for (let index = 0; index < Number(rate) * Number(seconds); index++) {
    const due = start + (index * 1000) / Number(rate);
    const wait = due - performance.now();
    if (wait > 1) await sleep(wait);
    running.push(measure(index, due));
  }
  await Promise.all(running);
}
const took = (performance.now() - start) / 1000;
agent.destroy();
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
process.stdout.write(
  `${JSON.stringify({ statuses, perSecond: times.length / took, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) })}\n`,
);
