import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { redirectCalls } from "../../standin/processors/redirect.ts";
import { inTransaction } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { isSigned } from "../outbound/sign-webhook.server.ts";
import { useTestStores } from "../test-stores.ts";
import { addEndpoint, listEndpoints, removeEndpoint, retryEndpoint } from "./endpoints.server.ts";
import { sendEvents } from "./send-events.server.ts";

useTestStores();

const URL = "https://tools.example/candor";
const REQUEST = "0190c0de-0000-7000-8000-000000000001";
const BY = { by: "p", now: new Date() };
const soon = (ms = 0) => new Date(Date.now() + ms);

let server: Server;
let undo: () => void = () => undefined;
let status = 204;
const got: { headers: IncomingHttpHeaders; body: string }[] = [];
const types = () => got.map(({ body }) => (JSON.parse(body) as { type: string }).type);

beforeAll(async () => {
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      if (status < 300) got.push({ headers: request.headers, body: Buffer.concat(pieces).toString() });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  undo = redirectCalls((host) => (host === "tools.example" ? `http://127.0.0.1:${String(port)}` : undefined));
});
afterAll(() => {
  undo();
  server.close();
});

let count = 0;
let shop = "";
let secret = "";
beforeEach(async () => {
  shop = `tools-${String(++count)}.myshopify.com`;
  [status, got.length] = [204, 0];
  await change("before");
  const added = await addEndpoint(shop, URL, BY);
  if (added.kind !== "added") throw new Error(added.why);
  ({ secret } = added);
});

/** Something changes about a request. */
async function change(outcome: string): Promise<void> {
  const at = new Date();
  await inTransaction((tx) =>
    appendEvidence(tx, shop, { kind: "request.closed", at, request: REQUEST, facts: { outcome: outcome as never } }),
  );
}
const outcomes = () =>
  got.map(({ body }) => (JSON.parse(body) as { data: { facts: { outcome: string } } }).data.facts.outcome);

describe("a store's own address", () => {
  it("is told of what changes from then on, signed, in order and once", async () => {
    await change("erased");
    await change("restricted");
    await sendEvents(soon());
    await sendEvents(soon(1));
    expect(types()).toEqual(["request.closed", "request.closed"]);
    expect(outcomes()).toEqual(["erased", "restricted"]);
    for (const { headers, body } of got)
      expect(isSigned(secret, new Headers(headers as Record<string, string>), body, new Date())).toBe(true);
    expect(new Set(got.map(({ headers }) => headers["webhook-id"])).size).toBe(2);
    expect(await listEndpoints(shop)).toMatchObject([{ url: URL, cause: null, toldAt: expect.any(Date) as Date }]);
  });

  it("that does not take a change is asked again with the same id, and told of nothing younger before", async () => {
    status = 500;
    await change("erased");
    await change("restricted");
    await sendEvents(soon());
    const [failing] = await listEndpoints(shop);
    expect(failing?.cause).toContain("HTTP 500");
    status = 204;
    await sendEvents(soon(1_000));
    expect(got).toEqual([]);
    await retryEndpoint(shop, failing?.id ?? "", soon(1_000));
    await sendEvents(soon(2_000));
    expect(outcomes()).toEqual(["erased", "restricted"]);
    expect(await listEndpoints(shop)).toMatchObject([{ cause: null }]);
  });

  it("that was removed is told of nothing", async () => {
    const [endpoint] = await listEndpoints(shop);
    expect(await removeEndpoint(shop, endpoint?.id ?? "", BY)).toBe(true);
    expect(await removeEndpoint(shop, endpoint?.id ?? "", BY)).toBe(false);
    await change("erased");
    await sendEvents(soon());
    expect(got).toEqual([]);
  });

  it("must be on the public internet and speak https, and a store has ten at most", async () => {
    expect(await addEndpoint(shop, "http://tools.example/", BY)).toMatchObject({ kind: "wrong" });
    expect(await addEndpoint(shop, "ftp:nonsense", BY)).toMatchObject({ kind: "wrong" });
    for (let more = 1; more < 10; more += 1) expect(await addEndpoint(shop, URL, BY)).toMatchObject({ kind: "added" });
    expect(await addEndpoint(shop, URL, BY)).toMatchObject({ kind: "wrong" });
  });

  it("hears nothing of another store", async () => {
    const mine = shop;
    shop = "tools-of-another.myshopify.com";
    await change("erased");
    await sendEvents(soon());
    expect(got).toEqual([]);
    shop = mine;
  });
});
