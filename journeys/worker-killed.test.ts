import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction, prisma } from "../app/db/database.server.ts";
import { readSettings, useSettings } from "../app/env.server.ts";
import type { RequestKind } from "../app/law/requests.ts";
import { ERRAND_ACTS } from "../app/processors/errand.ts";
import { addProcessor, draftOf } from "../app/processors/test-processor.ts";
import { openRequest } from "../app/requests/open-request.server.ts";
import { wakeRequests } from "../app/requests/wake-requests.server.ts";
import { closeStores, openStores } from "../app/start.server.ts";
import { newContact } from "../standin/processors/contact.ts";
import { KLAVIYO_KEY } from "../standin/processors/klaviyo.ts";
import { MAILCHIMP_KEY } from "../standin/processors/mailchimp.ts";
import { RECEIVER_SECRET } from "../standin/processors/processors.ts";
import { chance } from "../standin/shop/random.ts";
import { processorsState } from "../standin/world.ts";
import { SERVERS, type Database, type DatabaseKind } from "./test-database.ts";
import { startServer, type Server } from "./test-server.ts";
import { openStore, STORE, type Store } from "./test-store.ts";
import { until } from "./test-until.ts";

/** How often the worker is killed; CANDOR_KILLS=50 for the long run. */
const KILLS = Number(process.env["CANDOR_KILLS"] ?? 10);
/** The same seed kills at the same moments. */
const SEED = process.env["CANDOR_SEED"] ?? String(randomInt(1_000_000));
/** A worker lives at most this long (ms) before it is killed. */
const LONGEST_LIFE_MS = 1_200;
/** Requests that are opened before each kill: there is always something in the middle of it. */
const KINDS = ["access", "delete", "restrict"] as const;
const EACH = 2;

const PATIENCE = { within: 110_000 + KILLS * 5_000, every: 1_000 };

describe.each(SERVERS)("a worker that is killed at any moment on $name", journey);

function journey({ make }: DatabaseKind): void {
  let database: Database;
  let store: Store;
  let worker: Server;
  const asked: { id: string; kind: RequestKind; email: string }[] = [];

  beforeAll(async () => {
    database = await make();
    store = await openStore(database, { CANDOR_ROLE: "web" });
    useSettings(readSettings({ ...store.settings, CANDOR_MIGRATE: "no", CANDOR_LOG_LEVEL: "silent" }));
    await openStores(false);
    const url = `${store.standin.urls.processors}/receiver`;
    await addProcessor(STORE, draftOf("webhook", { url }, { credential: RECEIVER_SECRET }));
    await addProcessor(STORE, draftOf("klaviyo", {}, { name: "Klaviyo", credential: KLAVIYO_KEY }));
    await addProcessor(
      STORE,
      draftOf("mailchimp", {}, { name: "Mailchimp", credential: MAILCHIMP_KEY, acts: ERRAND_ACTS }),
    );
    worker = await startWorker();
  });
  afterAll(async () => {
    await worker.stop();
    await closeStores(0);
    await store.close();
    await database.drop();
  });

  function startWorker(): Promise<Server> {
    const settings = { ...store.settings, CANDOR_ROLE: "worker", CANDOR_MIGRATE: "no" };
    const own = { CANDOR_DATA_DIR: `${store.folder}/worker`, CANDOR_KEYS_URL: `folder:${store.folder}/keys` };
    return startServer({ ...settings, ...own }, { preloads: ["standin/preload.ts"] });
  }

  async function ask(kind: RequestKind): Promise<void> {
    const email = `person-${String(asked.length)}@example.com`;
    const { receiver, klaviyo, mailchimp } = processorsState(store.standin.world);
    for (const [index, one] of [receiver, klaviyo, mailchimp].entries())
      one.contacts.push(newContact({ id: `${String(asked.length)}-${String(index)}`, email, firstName: "Kim" }));
    // what Shopify asks to delete is deleted there: else it would wait for days
    const source = kind === "delete" ? "shopify" : "staff";
    const wanted = { kind, source, verifiedBy: source, externalId: randomUUID(), orders: [] } as const;
    const id = await inTransaction((tx) =>
      openRequest(tx, STORE, { ...wanted, identity: { email }, receivedAt: new Date() }),
    );
    asked.push({ id, kind, email });
  }

  /** How each system's part of a request stands, as "system status result". */
  async function partsOf(request: string): Promise<string[]> {
    const tasks = await prisma().requestTask.findMany({ where: { shop: STORE, request }, orderBy: { system: "asc" } });
    return tasks.map(({ system, status, result }) => `${system} ${status} ${result ?? ""}`);
  }

  /** Waits until none is open; what waits for its time is taken up more often than once a minute. */
  function allDone(): Promise<true> {
    return until(
      "every request is answered",
      async () => {
        await wakeRequests(new Date());
        const open = await prisma().privacyRequest.count({ where: { shop: STORE, NOT: { status: "done" } } });
        const partial = await prisma().privacyRequest.count({ where: { shop: STORE, outcome: "partial" } });
        return open + partial === 0 ? true : undefined;
      },
      PATIENCE,
    );
  }

  it("leaves every request as if nothing had happened", { timeout: 120_000 + KILLS * 15_000 }, async () => {
    process.stdout.write(`${String(KILLS)} kills, CANDOR_SEED=${SEED}\n`);
    for (const kind of KINDS) await ask(kind);
    await allDone();
    const undisturbed = new Map<string, string[]>();
    for (const { id, kind } of asked) undisturbed.set(kind, await partsOf(id));
    expect(undisturbed.get("delete")).toContain("processor:acme-loyalty done gone");

    const random = chance(SEED);
    for (let kill = 0; kill < KILLS; kill += 1) {
      for (const kind of KINDS) for (let count = 0; count < EACH; count += 1) await ask(kind);
      await sleep(random.next() * LONGEST_LIFE_MS);
      await worker.kill();
      worker = await startWorker();
    }
    await allDone();

    for (const { id, kind } of asked)
      expect([kind, ...(await partsOf(id))]).toEqual([kind, ...(undisturbed.get(kind) ?? [])]);
    await expectOnce(store.server, asked);
    const state = processorsState(store.standin.world);
    const gone = new Set(asked.filter(({ kind }) => kind === "delete").map(({ email }) => email));
    for (const { contacts } of [state.receiver, state.klaviyo, state.mailchimp])
      expect(contacts.filter(({ email }) => gone.has(email ?? ""))).toEqual([]);
    // a message that was sent again is known by its id: nobody was given an order twice
    expect(state.receiver.log.filter(({ id }) => /\.ask\.([2-9]|\d{2,})$/.test(id))).toEqual([]);
  });
}

/** The evidence holds, and tells of nothing twice that happens once. */
async function expectOnce(server: Server, asked: readonly { id: string }[]): Promise<void> {
  const { entries } = await server.ops<{ entries: { body: string }[] }>("evidence", "bundle", "--shop", STORE);
  const bodies = entries.map(({ body }) => JSON.parse(body) as { kind: string; request?: string });
  for (const kind of ["request.started", "request.closed"]) {
    const told = bodies.filter((body) => body.kind === kind).map(({ request }) => request ?? "");
    expect([kind, ...told.sort()]).toEqual([kind, ...asked.map(({ id }) => id).sort()]);
  }
  expect(await server.ops("evidence", "verify", "--shop", STORE)).toMatchObject({ ok: true });
}
