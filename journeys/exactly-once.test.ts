import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DATABASES, type Database, type DatabaseKind } from "./test-database.ts";
import { dataFolder, settingsFor, startServer, type Environment, type Server } from "./test-server.ts";
import { dataRequest, deliver, externalIdOf, SHOP, type Event } from "./test-shopify.ts";
import { until } from "./test-until.ts";

/**
 * The embedded database runs in one process with the server, for a laptop: it carries out some ten requests a second,
 * so it gets fewer of them.
 */
const COUNTS = {
  server: { deliveries: 1_000, killed: 500 },
  embedded: { deliveries: 200, killed: 100 },
};
const AT_ONCE = 20;
const PATIENCE = { within: 110_000, every: 500 };

interface Listed {
  externalId: string;
  status: string;
  outcome: string | null;
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

const requestsOf = (server: Server) => server.ops<Listed[]>("requests", "list", "--shop", SHOP);

/** Waits until nothing is queued and no request is open; answers the requests. */
function carriedOut(server: Server): Promise<Listed[]> {
  return until(
    "everything is carried out",
    async () => {
      const queued = await server.ops<unknown[]>("deliveries", "list", "--all", "--status", "queued");
      if (queued.length > 0) return undefined;
      const requests = await requestsOf(server);
      return requests.some(({ status }) => status === "open") ? undefined : requests;
    },
    PATIENCE,
  );
}

const expected = (count: number) => Array.from({ length: count }, (_, index) => externalIdOf(index)).sort();
const listed = (requests: readonly Listed[]) => requests.map(({ externalId }) => externalId).sort();

/** How often the evidence says that a request was opened, and that one was closed. */
async function countEvidence(server: Server) {
  const bundle = JSON.stringify(await server.ops("evidence", "bundle", "--shop", SHOP));
  const count = (kind: string) => bundle.split(`\\"kind\\":\\"${kind}\\"`).length - 1;
  return { opened: count("request.opened"), closed: count("request.closed") };
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
    const requests = await carriedOut(server);
    expect(listed(requests)).toEqual(expected(events.length));
    expect(new Set(requests.map(({ outcome }) => outcome))).toEqual(new Set(["package-ready"]));
    expect(await countEvidence(server)).toEqual({ opened: events.length, closed: events.length });
    expect(await server.ops("evidence", "verify", "--shop", SHOP)).toMatchObject({ ok: true });
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
    const all = expected(before + killed);
    expect(listed(await carriedOut(server))).toEqual(all);
    expect(await countEvidence(server)).toEqual({ opened: all.length, closed: all.length });
    expect(await server.ops("evidence", "verify", "--shop", SHOP)).toMatchObject({ ok: true });
  });
}

describe.each(DATABASES)("each event has its effect once on $name", journey);
