/**
 * REQUESTS (10,000) open privacy requests with six systems each, on a durable PostgreSQL with a
 * worker and a web server: how long until none is open, whether a task is stuck, and how fast the list of requests is
 * meanwhile and with all of them answered. Fails when the list's 95th percentile is above its limit, or a task is stuck.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "vitest";
import { inTransaction, prisma } from "../../app/db/database.server.ts";
import { readSettings, useSettings } from "../../app/env.server.ts";
import { ERRAND_ACTS } from "../../app/processors/errand.ts";
import { addProcessor, draftOf } from "../../app/processors/test-processor.ts";
import { listRequests } from "../../app/requests/list-requests.server.ts";
import { openRequest } from "../../app/requests/open-request.server.ts";
import { closeStores, openStores } from "../../app/start.server.ts";
import { newContact } from "../../standin/processors/contact.ts";
import { KLAVIYO_KEY } from "../../standin/processors/klaviyo.ts";
import { MAILCHIMP_KEY } from "../../standin/processors/mailchimp.ts";
import { RECEIVER_SECRET } from "../../standin/processors/processors.ts";
import { processorsState } from "../../standin/world.ts";
import { BEST, type Database } from "../../journeys/test-database.ts";
import { startServer } from "../../journeys/test-server.ts";
import { BROWSER, openStore, STORE, type Store } from "../../journeys/test-store.ts";

const REQUESTS = Number(process.env["REQUESTS"] ?? 10_000);
/** Requests that one transaction opens. */
const AT_ONCE = 20;
/** The list's 95th percentile (ms). */
const LIMIT_MS = 300;
const KINDS = ["restrict", "object", "access", "delete"] as const;
/** Of the four kinds the first is never erased: its persons can be searched for to the end. */
const PAGES = ["?status=all", "?status=all&order=latest", "?kind=access&status=all", "?status=done"];

let database: Database;
let store: Store;

async function prepare(): Promise<void> {
  const url = `${store.standin.urls.processors}/receiver`;
  for (const name of ["Loyalty", "Returns"])
    await addProcessor(STORE, draftOf("webhook", { url }, { name, credential: RECEIVER_SECRET, acts: ERRAND_ACTS }));
  await addProcessor(STORE, draftOf("klaviyo", {}, { name: "Klaviyo", credential: KLAVIYO_KEY, acts: ERRAND_ACTS }));
  await addProcessor(
    STORE,
    draftOf("mailchimp", {}, { name: "Mailchimp", credential: MAILCHIMP_KEY, acts: ERRAND_ACTS }),
  );
}

async function open(from: number): Promise<void> {
  const { receiver, klaviyo, mailchimp } = processorsState(store.standin.world);
  await inTransaction(async (tx) => {
    for (let at = from; at < Math.min(from + AT_ONCE, REQUESTS); at += 1) {
      const email = `person-${String(at)}@example.com`;
      if (at % 10 === 0)
        for (const [place, one] of [receiver, klaviyo, mailchimp].entries())
          one.contacts.push(newContact({ id: `${String(at)}-${String(place)}`, email }));
      const kind = KINDS[at % KINDS.length] ?? "access";
      const wanted = { kind, source: "staff", verifiedBy: "staff", externalId: randomUUID(), orders: [] } as const;
      await openRequest(tx, STORE, { ...wanted, identity: { email }, receivedAt: new Date() });
    }
  });
}

const openCount = () => prisma().privacyRequest.count({ where: { shop: STORE, NOT: { status: "done" } } });

let token = { text: "", until: 0 };
async function asStaff(): Promise<Record<string, string>> {
  if (Date.now() > token.until) {
    const text = await (await fetch(`${store.standin.urls.admin}/session-token?shop=${STORE}`)).text();
    token = { text, until: Date.now() + 30_000 };
  }
  return { Authorization: `Bearer ${token.text}`, "User-Agent": BROWSER };
}

/** How long the data of a page of the list takes (ms), as the dashboard asks for it. Throws when there is no list in it. */
async function timePage(query: string, init: RequestInit = {}): Promise<number> {
  const headers = await asStaff();
  const before = performance.now();
  const answer = await fetch(`${store.server.url}/app/requests.data${query}`, { ...init, headers });
  const said = await answer.text();
  if (!answer.ok || !/"(rows|found)"/.test(said))
    throw new Error(`${query} answered ${String(answer.status)}: ${said}`);
  return performance.now() - before;
}

/** How long the list takes: each page once, the page after the first, and a search for a person. */
async function timeList(): Promise<number[]> {
  const times: number[] = [];
  for (const query of PAGES) times.push(await timePage(query));
  const { next } = await listRequests(STORE, {}, {}, new Date());
  times.push(await timePage(`?status=all&after=${encodeURIComponent(next ?? "")}`));
  const term = `person-${String(Math.floor((Math.random() * REQUESTS) / 4) * 4)}@example.com`;
  times.push(await timePage("", { method: "POST", body: new URLSearchParams({ term }) }));
  return times;
}

const percentile = (times: readonly number[], share: number) =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const say = (text: string) => process.stdout.write(`${text}\n`);

test("the desk", { timeout: 2 * 3_600_000 }, async () => {
  database = await BEST.make();
  store = await openStore(database, { CANDOR_ROLE: "web" });
  useSettings(readSettings({ ...store.settings, CANDOR_MIGRATE: "no", CANDOR_LOG_LEVEL: "silent" }));
  await openStores(false);
  try {
    await measure();
  } finally {
    await closeStores(0);
    await store.close();
    await database.drop();
  }
});

async function measure(): Promise<void> {
  await prepare();
  const began = performance.now();
  for (let from = 0; from < REQUESTS; from += AT_ONCE) await open(from);
  say(`${String(REQUESTS)} requests of six systems opened in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const own = { CANDOR_DATA_DIR: `${store.folder}/worker`, CANDOR_KEYS_URL: `folder:${store.folder}/keys` };
  const worker = await startServer(
    { ...store.settings, CANDOR_ROLE: "worker", CANDOR_MIGRATE: "no", ...own },
    { preloads: ["standin/preload.ts"] },
  );
  const started = performance.now();
  const busy: number[] = [];
  let left = await openCount();
  for (let stalled = 0; left > 0 && stalled < 60;) {
    busy.push(...(await timeList()));
    await sleep(2_000);
    const now = await openCount();
    stalled = now === left ? stalled + 1 : 0;
    left = now;
  }
  const seconds = (performance.now() - started) / 1000;
  const stuck = await prisma().requestTask.count({ where: { shop: STORE, status: { notIn: ["done", "skipped"] } } });
  say(
    `done in ${seconds.toFixed(0)} s, ${((REQUESTS * 6) / seconds).toFixed(0)} tasks a second; stuck: ${String(stuck)}`,
  );
  const quiet: number[] = [];
  for (let round = 0; round < 40; round += 1) quiet.push(...(await timeList()));
  report("while they are worked on", busy);
  report("afterwards", quiet);
  await worker.stop();
  if (stuck + left > 0) throw new Error(`${String(left)} requests and ${String(stuck)} tasks are stuck`);
  if (Math.max(percentile(quiet, 0.95), percentile(busy, 0.95)) > LIMIT_MS) throw new Error("the list is too slow");
}

function report(name: string, times: readonly number[]): void {
  say(
    `list ${name}: p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms ` +
      `of ${String(times.length)} (limit ${String(LIMIT_MS)})`,
  );
}
