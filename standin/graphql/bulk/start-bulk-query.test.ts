import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ask, setStage, type Stage } from "../../for-tests.ts";
import { DEMO_SHOP } from "../../world.ts";
import { bulkFile } from "./start-bulk-query.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(async () => {
  await stage.close();
});

interface Bulk {
  id: string;
  status: string;
  url: string | null;
  objectCount: string;
  rootObjectCount: string;
}

const start = (
  query: string,
  groupObjects = false,
): { bulkOperation: Bulk | null; userErrors: { message: string }[] } =>
  ask(
    stage.standin,
    "mutation($query: String!, $groupObjects: Boolean!) { bulkOperationRunQuery(query: $query, groupObjects: $groupObjects) { bulkOperation { id status } userErrors { message } } }",
    { variables: { query, groupObjects } },
  ).data?.["bulkOperationRunQuery"] as never;

async function finish(id: string): Promise<Bulk> {
  for (;;) {
    const answer = ask(
      stage.standin,
      "query($id: ID!) { bulkOperation(id: $id) { id status url objectCount rootObjectCount } }",
      {
        variables: { id },
      },
    );
    const bulk = answer.data?.["bulkOperation"] as Bulk;
    if (bulk.status !== "CREATED" && bulk.status !== "RUNNING") return bulk;
    await pause(50);
  }
}

const linesOf = (id: string): Record<string, unknown>[] =>
  readFileSync(bulkFile(stage.standin.world, DEMO_SHOP, Number(id.split("/").at(-1))), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

it("writes all 26,000 orders of a customer into one file", async () => {
  const started = start('{ orders(query: "email:test.buyer@rosewood.example") { edges { node { id name } } } }');
  expect(started.bulkOperation?.status).toBe("CREATED");
  const done = await finish(started.bulkOperation?.id ?? "");
  expect(done).toMatchObject({ status: "COMPLETED", objectCount: "26000", rootObjectCount: "26000" });
  expect(new Set(linesOf(done.id).map((line) => line["id"])).size).toBe(26_000);
});

it("puts nested objects on lines of their own that name their parent, and serves the file", async () => {
  const query =
    '{ orders(query: "email:mateo.rivera@example.com") { edges { node { id lineItems { edges { node { id title } } } } } } }';
  const done = await finish(start(query).bulkOperation?.id ?? "");
  const text = await (await fetch(done.url ?? "")).text();
  const lines = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string; __parentId?: string });
  const orders = new Set(lines.filter((line) => line.__parentId === undefined).map((line) => line.id));
  expect(orders.size).toBe(40);
  const items = lines.filter((line) => line.__parentId !== undefined);
  expect(items.length).toBeGreaterThanOrEqual(40);
  expect(items.every((item) => orders.has(item.__parentId ?? ""))).toBe(true);
  expect(lines[0]).not.toHaveProperty("lineItems");
});

it("reads what hangs on one customer", async () => {
  const query = '{ customer(id: "gid://shopify/Customer/7100000002877") { id orders { edges { node { id } } } } }';
  const done = await finish(start(query).bulkOperation?.id ?? "");
  const lines = linesOf(done.id);
  expect(lines).toHaveLength(2501);
  expect(lines.filter((line) => line["__parentId"] === undefined)).toEqual([
    { id: "gid://shopify/Customer/7100000002877" },
  ]);
});

it("refuses queries that Shopify would not run in bulk", () => {
  expect(start("{ shop { name } }").userErrors[0]?.message).toContain("at least one connection");
  expect(
    start("{ orders { edges { node { id refunds { id refundLineItems { edges { node { quantity } } } } } } } }")
      .userErrors[0]?.message,
  ).toContain("within a list");
});

it("puts children directly below their parent when asked to group", async () => {
  const query =
    '{ orders(query: "email:mateo.rivera@example.com") { edges { node { id lineItems { edges { node { id } } } } } } }';
  const done = await finish(start(query, true).bulkOperation?.id ?? "");
  let parent: unknown;
  for (const line of linesOf(done.id)) {
    if (line["__parentId"] === undefined) parent = line["id"];
    else expect(line["__parentId"]).toBe(parent);
  }
});
