import { createReadStream, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo, Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeClock } from "../../standin/clock.ts";
import { answerOperation } from "../../standin/graphql/answer-graphql.ts";
import { bulkFile, bulkFolder } from "../../standin/graphql/bulk/start-bulk-query.ts";
import { GUEST } from "../../standin/shop/people.ts";
import { emptyState } from "../../standin/state.ts";
import { DEMO_SHOP, shopFacts } from "../../standin/world.ts";
import type { World } from "../../standin/world.ts";
import type { Order } from "../package/items.ts";
import type { Section } from "../package/sections.ts";
import { adminGraphqlOver } from "./admin-graphql.server.ts";
import type { AdminGraphql } from "./admin-graphql.server.ts";
import { collectCustomer } from "./collect-customer.server.ts";
import type { CollectedPage } from "./collect-customer.server.ts";
import type { Identity } from "./collect-person.server.ts";
import { globalId } from "./operations/global-id.ts";

const SCOPES = ["read_all_orders", "read_customers", "read_draft_orders", "read_orders"];

let files: Server;
let world: World;

/** The stand-in's Admin API in this process; only the file of a bulk operation is fetched from a server. */
beforeAll(async () => {
  files = createServer((request, response) => {
    const [, shop = "", id = "0"] = /bulk\/([^/]+)\/(\d+)/.exec(request.url ?? "") ?? [];
    createReadStream(bulkFile(world, shop, Number(id))).pipe(response);
  });
  await new Promise<void>((listening) => files.listen(0, "127.0.0.1", listening));
  const address = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
  world = {
    settings: {
      appUpstream: "",
      apiKey: "",
      apiSecrets: [],
      tokenTtl: 3600,
      seed: "candor",
      small: false,
      extension: "",
    },
    app: { name: "Candor", scopes: SCOPES, apiVersion: "2026-10", topics: new Map(), proxy: undefined },
    clock: makeClock(),
    appClock: makeClock(),
    state: emptyState(new Date("2026-11-22T00:00:00Z")),
    bucket: { maximum: 2_000, perSecond: 1_000_000 },
    faults: {
      apiDelay: 0,
      apiStatus: 500,
      apiFailures: 0,
      apiLies: [],
      privacyDelay: 0,
      privacyApi: "ok",
      consentFailures: 0,
    },
    visits: { views: [], privacyCalls: [] },
    urls: {
      ...{ app: address, admin: address, storefront: address, mail: address },
      ...{ smtp: address, tags: address, processors: address },
    },
    changed: () => undefined,
  };
});

afterAll(() => {
  files.close();
  const folder = bulkFolder(world);
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

function shopState() {
  const state = world.state.shops[DEMO_SHOP];
  if (state === undefined) throw new Error("No such shop in the stand-in");
  return state;
}

interface Store {
  readonly admin: AdminGraphql;
  readonly calls: () => number;
}

function store(scopes: readonly string[] = SCOPES): Store {
  const token = { shop: DEMO_SHOP, scopes: [...scopes], expiresAt: null, staff: null, replaces: null };
  let calls = 0;
  const admin = adminGraphqlOver((query, { variables }) => {
    calls += 1;
    const answer = answerOperation(world, token, { query, variables, operationName: undefined });
    return Promise.resolve(Response.json(answer));
  });
  return { admin, calls: () => calls };
}

async function collect(identity: Identity, { admin }: Store = store()): Promise<CollectedPage[]> {
  const pages: CollectedPage[] = [];
  for await (const page of collectCustomer(admin, identity, null)) pages.push(page);
  return pages;
}

function itemsOf(pages: readonly CollectedPage[], section: Section): readonly object[] {
  return pages.filter((page) => page.section === section).flatMap((page): readonly object[] => page.items);
}

function ordersOf(pages: readonly CollectedPage[]): Order[] {
  return itemsOf(pages, "orders") as Order[];
}

function customer(email: string) {
  const facts = shopFacts(world, DEMO_SHOP);
  const found = facts.customers.find(({ person }) => person.email === email);
  if (found === undefined) throw new Error("No such customer in the stand-in");
  const orderIds = Array.from({ length: found.orderCount }, (_, index) => facts.orderOf(found, index).id);
  return { ...found, orderIds, expected: orderIds.map((id) => globalId("Order", String(id))) };
}

describe("collecting what Shopify holds about a customer", () => {
  it.each([
    ["tyler.jensen@example.com", 0],
    ["caleb.whitfield@example.com", 1],
    ["mateo.rivera@example.com", 40],
    ["juergen.gross@beispiel.example", 2_500],
  ])("gives each order of %s once (%i)", { timeout: 120_000 }, async (email, count) => {
    const { id, orderIds, expected } = customer(email);
    const pages = await collect({ customerId: String(id), email, orderIds: orderIds.slice(0, 30).map(String) });
    const found = ordersOf(pages).map((order) => order.id);
    expect(found).toHaveLength(count);
    expect([...found].sort()).toEqual([...expected].sort());
    expect(itemsOf(pages, "profile")).toHaveLength(1);
    expect(itemsOf(pages, "profile")[0]).toMatchObject({ email, ordersCount: count });
    expect(itemsOf(pages, "addresses").length).toBeGreaterThan(0);
    expect(itemsOf(pages, "marketing-consent")[0]).toMatchObject({ channel: "email", contact: email });
    expect(pages.map(({ missing }) => missing).filter((missing) => missing !== null)).toEqual([]);
  });

  it("gives every line, refund, delivery and payment of an order", async () => {
    const { id } = customer("mateo.rivera@example.com");
    const found = ordersOf(await collect({ customerId: String(id), orderIds: [] }));
    const facts = shopFacts(world, DEMO_SHOP);
    for (const order of found) {
      const fact = facts.orderById(Number(order.id.split("/").at(-1)));
      expect(order.lines).toHaveLength(fact?.lines.length ?? -1);
      expect(order.refunds).toHaveLength(fact?.refund ? 1 : 0);
      expect(order.refunds.every(({ lines }) => lines.length > 0)).toBe(true);
    }
    expect(found.some(({ fulfilments }) => fulfilments.length > 0)).toBe(true);
    expect(
      found.every(({ transactions }) => transactions.every(({ cardLast4 }) => (cardLast4?.length ?? 4) === 4)),
    ).toBe(true);
  });

  it("finds a customer by e-mail address alone, in any case of letters", async () => {
    const pages = await collect({ email: "Mateo.Rivera@Example.com", orderIds: [] });
    expect(ordersOf(pages)).toHaveLength(40);
    expect(itemsOf(pages, "abandoned-checkouts").length).toBeGreaterThan(0);
  });

  it("finds a guest, of whom only an e-mail address is known", async () => {
    const pages = await collect({ email: GUEST.email, orderIds: [] });
    expect(itemsOf(pages, "profile")).toEqual([]);
    expect(itemsOf(pages, "abandoned-checkouts")).toHaveLength(1);
    expect(ordersOf(pages)).toEqual([]);
  });

  it.each(['x" OR email:* OR "', "mateo.rivera@example.co", "@example.com", "\\", "*", "m*"])(
    "gives nobody else's data for the address %s",
    async (email) => {
      const pages = await collect({ email, orderIds: [] });
      expect(pages.flatMap((page): readonly object[] => page.items)).toEqual([]);
    },
  );

  it("gives an order that was asked for by id, and says how many are gone", async () => {
    const { orderIds } = customer("caleb.whitfield@example.com");
    const pages = await collect({ orderIds: [...orderIds.map(String), "987654321"] });
    expect(ordersOf(pages).map(({ id }) => id)).toEqual(orderIds.map((id) => globalId("Order", String(id))));
    expect(pages.find(({ missing }) => missing?.startsWith("1 of the orders") === true)).toBeDefined();
  });

  it("goes on behind any page after a crash, and gives nothing twice or not at all", { timeout: 120_000 }, async () => {
    const identity = { customerId: String(customer("mateo.rivera@example.com").id), orderIds: [] };
    const whole = await collect(identity);
    const { admin } = store();
    for (const [index, page] of whole.entries()) {
      const rest: CollectedPage[] = [];
      const cursor = JSON.parse(JSON.stringify(page.next)) as CollectedPage["next"];
      for await (const later of collectCustomer(admin, identity, cursor)) rest.push(later);
      expect(rest).toEqual(whole.slice(index + 1));
    }
  });

  it("names the access that is missing, and still gives the rest", async () => {
    const identity = { customerId: String(customer("mateo.rivera@example.com").id), orderIds: [] };
    const pages = await collect(identity, store(["read_customers", "read_orders", "read_all_orders"]));
    const missing = pages.filter((page) => page.missing !== null);
    expect(missing.map(({ section }) => section)).toContain("draft-orders");
    expect(missing[0]?.missing).toContain("read_draft_orders");
    expect(ordersOf(pages)).toHaveLength(40);
  });

  it("halves its pages when Shopify finds them too costly", async () => {
    const { admin } = store();
    const sizes: number[] = [];
    const strict: AdminGraphql = async (operation, variables) => {
      const { first } = variables as { readonly first?: number };
      if (operation.name !== "CustomerOrders" || first === undefined) return admin(operation, variables);
      sizes.push(first);
      return adminGraphqlOver(() =>
        Promise.resolve(
          first > 3
            ? Response.json({ errors: [{ message: "", extensions: { code: "MAX_COST_EXCEEDED" } }] })
            : admin(operation, variables).then((data) => Response.json({ data })),
        ),
      )(operation, variables);
    };
    const { id } = customer("mateo.rivera@example.com");
    const pages = await collect({ customerId: String(id), orderIds: [] }, { admin: strict, calls: () => 0 });
    expect(ordersOf(pages)).toHaveLength(40);
    expect(sizes.slice(0, 4)).toEqual([8, 4, 2, 2]);
  });

  it("begins a bulk operation for more than 25,000 orders", async () => {
    const identity = { customerId: String(customer("test.buyer@rosewood.example").id), orderIds: [] };
    let cursor: CollectedPage["next"] = { step: "profile", after: null, bulk: null };
    for await (const { next } of collectCustomer(store().admin, identity, null)) {
      cursor = next;
      if (next.step === "own-orders" && next.bulk !== null) break;
    }
    expect(cursor).toMatchObject({ after: "0", bulk: expect.stringContaining("BulkOperation") as string });
    const begun = shopState().bulk.at(-1);
    expect(begun?.query).toContain(`customer_id:${identity.customerId}`);
    if (begun) begun.status = "CANCELED"; // nobody will read its file
  });

  it("reads a bulk operation's orders once, also when it goes on in the middle", { timeout: 60_000 }, async () => {
    const { id, expected } = customer("juergen.gross@beispiel.example");
    const identity = { customerId: String(id), orderIds: [] };
    const { admin, calls } = store();
    const found: string[] = [];
    let cursor: CollectedPage["next"] = { step: "own-orders", after: null, bulk: "anew" };
    let pages = 0;
    for await (const page of collectCustomer(admin, identity, cursor)) {
      pages += 1;
      found.push(...ordersOf([page]).map((order) => order.id));
      cursor = page.next;
      if (pages === 10) break;
    }
    expect(cursor).toMatchObject({ step: "own-orders", bulk: expect.stringContaining("BulkOperation") as string });
    for await (const page of collectCustomer(admin, identity, cursor)) {
      found.push(...ordersOf([page]).map((order) => order.id));
    }
    expect(found).toHaveLength(expected.length);
    expect(new Set(found)).toEqual(new Set(expected));
    expect(calls()).toBeLessThan(expected.length / 4);
  });
});
