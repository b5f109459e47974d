import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DATABASES, type Database, type DatabaseKind } from "./test-database.ts";
import { dataFolder, settingsFor, startServer, type Environment, type Server } from "./test-server.ts";
import { dataRequest, deliver, externalIdOf, SHOP, type Event } from "./test-shopify.ts";
import { until } from "./test-until.ts";

/** The embedded database works in the server's own process, for a laptop: it gets fewer, to take as long. */
const COUNTS = {
  server: { deliveries: 1_000, killed: 500 },
  embedded: { deliveries: 250, killed: 100 },
};
const AT_ONCE = 20;
const PATIENCE = { within: 240_000, every: 1_000 };

interface Listed {
  id: string;
  externalId: string;
}

/** The same disorder in each run. */
function shuffled<T>(items: readonly T[]): T[] {
  const rank = (index: number) => createHash("sha256").update(String(index)).digest("hex");
  const ranked = items.map((item, index) => ({ item, rank: rank(index) }));
  return ranked.sort((one, other) => (one.rank < other.rank ? -1 : 1)).map(({ item }) => item);
}

/** Delivers them all, so many at a time; answers the status of each. `onAnswer` is told how many were answered. */
async function deliverAll(
  server: Server,
  events: readonly Event[],
  onAnswer: (count: number) => void = () => undefined,
) {
  const statuses: number[] = [];
  let next = 0;
  let answered = 0;
  const work = async () => {
    for (let at = next++; at < events.length; at = next++) {
      const { status } = await deliver(server, events[at] as Event);
      statuses[at] = status;
      if (status === 200) onAnswer(++answered);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return statuses;
}

/** Waits until no delivery is queued; answers the requests that they opened. */
function carriedOut(server: Server): Promise<Listed[]> {
  return until(
    "everything is carried out",
    async () => {
      const queued = await server.ops<unknown[]>("deliveries", "list", "--all", "--status", "queued");
      return queued.length > 0 ? undefined : server.ops<Listed[]>("requests", "list", "--shop", SHOP);
    },
    PATIENCE,
  );
}

const expected = (count: number) => Array.from({ length: count }, (_, index) => externalIdOf(index)).sort();
const listed = (requests: readonly Listed[]) => requests.map(({ externalId }) => externalId).sort();

/** What the evidence says was done once and must not be done twice, as "kind request", in order. */
async function effectsOf(server: Server): Promise<string[]> {
  const { entries } = await server.ops<{ entries: { body: string }[] }>("evidence", "bundle", "--shop", SHOP);
  const bodies = entries.map(({ body }) => JSON.parse(body) as { kind: string; request?: string });
  return bodies.flatMap(({ kind, request }) => (request === undefined ? [] : [`${kind} ${request}`])).sort();
}

/** One request for each event, opened once in the evidence, and nothing about any of them done twice. */
async function expectOnce(server: Server, requests: readonly Listed[], events: number) {
  expect(listed(requests)).toEqual(expected(events));
  const effects = await effectsOf(server);
  expect(effects.filter((effect) => effect.startsWith("request.opened"))).toEqual(
    requests.map(({ id }) => `request.opened ${id}`).sort(),
  );
  const once = /^request\.(opened|package-ready|closed) /;
  const final = effects.filter((effect) => once.test(effect));
  expect(final).toEqual([...new Set(final)]);
  expect(await server.ops("evidence", "verify", "--shop", SHOP)).toMatchObject({ ok: true });
}

function journey({ make, isServer }: DatabaseKind): void {
  const { deliveries, killed } = COUNTS[isServer ? "server" : "embedded"];
  const folder = dataFolder();
  let database: Database;
  let settings: Environment;
  let server: Server;
  beforeAll(async () => {
    database = await make();
    settings = settingsFor(database, folder.path);
    server = await startServer(settings);
  });
  afterAll(async () => {
    await server.stop();
    await database.drop();
    folder.remove();
  });

  it(`${String(deliveries)} deliveries, a fifth of them repeats, in any order: one request for each event`, async () => {
    const events = Array.from({ length: deliveries * 0.8 }, (_, index) => dataRequest(index));
    const all = shuffled([...events, ...events.slice(0, deliveries * 0.2)]);
    const statuses = await deliverAll(server, all);
    expect(new Set(statuses)).toEqual(new Set([200]));
    await expectOnce(server, await carriedOut(server), events.length);
  });

  it(`kill -9 in the middle of ${String(killed)} deliveries: all that was acknowledged is carried out, none twice`, async () => {
    const before = deliveries * 0.8;
    const events = Array.from({ length: killed }, (_, index) => dataRequest(before + index));
    let dying: Promise<void> | undefined;
    const statuses = await deliverAll(server, events, (answered) => {
      if (answered === Math.floor(killed / 2)) dying = server.kill();
    });
    await dying;
    const acknowledged = events.flatMap((_, index) => (statuses[index] === 200 ? [externalIdOf(before + index)] : []));
    expect(acknowledged.length).toBeGreaterThanOrEqual(Math.floor(killed / 2));
    expect(acknowledged.length).toBeLessThan(killed);

    server = await startServer(settings);
    const survived = listed(await carriedOut(server));
    expect(survived).toEqual([...new Set(survived)]);
    expect(survived).toEqual(expect.arrayContaining(acknowledged));

    const again = await deliverAll(server, events);
    expect(new Set(again)).toEqual(new Set([200]));
    await expectOnce(server, await carriedOut(server), before + killed);
  });
}

describe.each(DATABASES)("each event has its effect once on $name", journey);
