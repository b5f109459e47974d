import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asAdministrator, DATABASES, nameOf, type Database } from "./test-database.ts";
import { dataFolder, SECRETS, settingsFor, startServer, type Server } from "./test-server.ts";
import {
  dataRequest,
  deliver,
  event,
  headersOf,
  knock,
  pathOf,
  SHOP,
  TOPICS,
  type Answer,
  type Event,
} from "./test-shopify.ts";
import { until } from "./test-until.ts";

const MIB = 1024 * 1024;
const LARGEST = 2 * MIB;
const door = pathOf("customers/data_request");

interface Listed {
  shop: string;
  eventId: string;
  topic: string;
  status: string;
  note: string | null;
}

/** A signed event whose body has exactly this many bytes. */
function sized(bytes: number): Event {
  const frame = JSON.stringify({ padding: "" }).length;
  return event("app/scopes_update", JSON.stringify({ padding: "x".repeat(bytes - frame) }));
}

describe.each(DATABASES)("the webhook door on $name", ({ make, isServer }) => {
  const folder = dataFolder();
  let database: Database;
  let server: Server;
  beforeAll(async () => {
    database = await make();
    server = await startServer(settingsFor(database, folder.path));
  });
  afterAll(async () => {
    await server.stop();
    await database.drop();
    folder.remove();
  });

  /** The delivery of this event as the operator sees it, once it is no longer queued. */
  const settled = ({ eventId }: Event) =>
    until("the delivery is carried out", async () => {
      const listed = await server.ops<Listed[]>("deliveries", "list", "--all", "--limit", "500");
      return listed.find((one) => one.eventId === eventId && one.status !== "queued");
    });

  it("answers 401 for a signature that is wrong, missing, empty or of other bytes, whatever the body is", async () => {
    const good = dataRequest(1);
    const statuses = [
      await deliver(server, good, { secret: "not-a-secret-of-the-app" }),
      await knock(server.url + door, { body: good.body }),
      await knock(server.url + door, { headers: { ...headersOf(good), "X-Shopify-Hmac-Sha256": "" }, body: good.body }),
      await knock(server.url + door, { headers: headersOf(good), body: `${good.body} ` }),
      await knock(server.url + door, { headers: { "X-Shopify-Topic": "shop/redact" }, body: "{" }),
      await knock(server.url + door, { body: "" }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401]);
    const listed = await server.ops<Listed[]>("deliveries", "list", "--all");
    expect(listed.map(({ eventId }) => eventId)).not.toContain(good.eventId);
  });

  it.each(["GET", "PUT", "DELETE", "PATCH", "OPTIONS"])(
    "answers %s with 405 and says that it takes POST",
    async (method) => {
      const { status, headers } = await knock(server.url + door, { method, headers: headersOf(dataRequest(2)) });
      expect(status).toBe(405);
      expect(headers["allow"]).toBe("POST");
    },
  );

  it("answers 413 above 2 MiB, with a length announced and without, and takes 2 MiB", async () => {
    const [largest, tooLarge] = [sized(LARGEST), sized(LARGEST + 1)];
    expect((await deliver(server, largest)).status).toBe(200);
    expect((await deliver(server, tooLarge)).status).toBe(413);
    const pieces = tooLarge.body.match(/.{1,65536}/gs) ?? [];
    expect((await knock(server.url + door, { headers: headersOf(tooLarge), body: pieces })).status).toBe(413);
    await settled(largest);
  });

  it("takes every topic of shopify.app.toml, both families of headers, and both secrets in force", async () => {
    expect(TOPICS).toEqual(expect.arrayContaining(["customers/data_request", "customers/redact", "shop/redact"]));
    const shop = "both-families.myshopify.com";
    const manners = [
      {},
      { family: "shopify-" },
      { secret: SECRETS[1] },
      { family: "shopify-", secret: SECRETS[1] },
    ] as const;
    for (const [index, manner] of manners.entries()) {
      const delivered = dataRequest(10 + index, shop);
      expect((await deliver(server, delivered, manner)).status).toBe(200);
      expect(await settled(delivered)).toMatchObject({ topic: "customers/data_request", shop });
    }
    const requests = await server.ops<{ kind: string }[]>("requests", "list", "--shop", shop);
    expect(requests.map(({ kind }) => kind)).toEqual(["access", "access", "access", "access"]);
  });

  it("answers 200 for a body that can't be read, a topic nobody handles and a shop never seen, and shows each", async () => {
    const unreadable = event("customers/data_request", '{"shop_id": 954889, "customer": {"id": 19');
    const unhandled = event("carts/update", JSON.stringify({ id: "c1", line_items: [] }));
    const stranger = dataRequest(20, "never-seen.myshopify.com");
    for (const odd of [unreadable, unhandled, stranger]) expect((await deliver(server, odd)).status).toBe(200);
    expect(await settled(unreadable)).toMatchObject({ status: "needs-look", note: "unparsable", shop: SHOP });
    expect(await settled(unhandled)).toMatchObject({ status: "needs-look", note: "unknown-topic" });
    expect(await settled(stranger)).toMatchObject({ status: "needs-look", note: "unknown-shop", shop: stranger.shop });
  });

  it("answers a repeat with 200 and keeps one delivery", async () => {
    const twice = dataRequest(30);
    expect((await deliver(server, twice)).status).toBe(200);
    expect((await deliver(server, twice, { family: "shopify-" })).status).toBe(200);
    await settled(twice);
    const listed = await server.ops<Listed[]>("deliveries", "list", "--all");
    expect(listed.filter(({ eventId }) => eventId === twice.eventId)).toHaveLength(1);
  });

  if (isServer)
    it("answers 503 while the database is down, so that Shopify comes again, and 200 once it is back", async () => {
      const name = nameOf(database.url);
      const kick = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`;
      const during = dataRequest(40);
      // some are being written at the very moment at which the connections end
      const meanwhile: Promise<Answer>[] = [];
      const timer = setInterval(() => meanwhile.push(deliver(server, dataRequest(50 + meanwhile.length))), 1);
      await until("deliveries come in", () => (meanwhile.length > 20 ? true : undefined), { every: 10 });
      await asAdministrator(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`, kick);
      clearInterval(timer);
      try {
        const statuses = (await Promise.all(meanwhile)).map(({ status }) => status);
        expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
        const { status, headers } = await deliver(server, during);
        expect(status).toBe(503);
        expect(Number(headers["retry-after"])).toBeGreaterThan(0);
        expect((await deliver(server, during, { secret: "not-a-secret-of-the-app" })).status).toBe(401);
      } finally {
        await asAdministrator(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
      }
      await until("the door is open again", async () =>
        (await deliver(server, during)).status === 200 ? true : undefined,
      );
      expect(await settled(during)).toMatchObject({ status: "needs-look", note: "unknown-shop" });
    });
});
