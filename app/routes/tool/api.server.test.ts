import { readFileSync } from "node:fs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction, prisma } from "../../db/database.server.ts";
import { API_PAGE, API_PROBLEM, API_REQUEST_DETAIL } from "../../integrations/api-shapes.server.ts";
import { listTokens, makeToken, revokeToken } from "../../integrations/api-tokens.server.ts";
import { openApi } from "../../integrations/openapi.server.ts";
import { openRequest } from "../../requests/open-request.server.ts";
import routes from "../../routes.ts";
import { useTestStores } from "../../test-stores.ts";
import { loader as certificate } from "./certificate.ts";
import { loader as document } from "./openapi.ts";
import { loader as one } from "./request.ts";
import { loader as list } from "./requests.ts";

useTestStores();

const SHOP = "api.myshopify.com";
const BY = { by: "p", now: new Date() };
let token = "";
let ids: string[] = [];

async function tokenOf(shop: string, name = "till"): Promise<string> {
  const made = await makeToken(shop, name, BY);
  return made.kind === "made" ? made.token : expect.fail(made.why);
}
async function open(shop: string, email: string, days: number): Promise<string> {
  const wanted = { kind: "access", source: "form", externalId: v7(), identity: { email }, orders: [] } as const;
  const receivedAt = new Date(Date.now() - days * 86_400_000);
  return inTransaction((tx) => openRequest(tx, shop, { ...wanted, receivedAt, verifiedBy: "mailbox" }));
}

beforeAll(async () => {
  ids = [];
  for (const days of [3, 2, 1]) ids.push(await open(SHOP, `person-${String(days)}@example.com`, days));
  await open("other.myshopify.com", "other@example.com", 1);
  token = await tokenOf(SHOP);
});

const ask = async (
  door: (args: LoaderFunctionArgs) => Promise<Response>,
  path: string,
  { bearer = token, request = "" }: { bearer?: string; request?: string } = {},
) => {
  const headers = { Authorization: `Bearer ${bearer}` };
  const args = { request: new Request(`https://app.test${path}`, { headers }), params: { request }, context: {} };
  return door(args);
};
const read = async (response: Response): Promise<unknown> => response.json();

describe("the API", () => {
  it("lists the store's requests page by page, masked, as its document says", async () => {
    const first = API_PAGE.parse(await read(await ask(list, "/api/v1/requests?limit=2")));
    expect(first.requests.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(JSON.stringify(first)).not.toContain("person-");
    const second = API_PAGE.parse(await read(await ask(list, `/api/v1/requests?limit=2&after=${first.next ?? ""}`)));
    expect(second).toMatchObject({ requests: [{ id: ids[2] }], next: null });
    expect(API_PAGE.parse(await read(await ask(list, "/api/v1/requests?status=done")))).toMatchObject({ requests: [] });
  });

  it("shows one with its systems, and its certificate once it has ended", async () => {
    const [request = ""] = ids;
    const detail = API_REQUEST_DETAIL.parse(await read(await ask(one, `/api/v1/requests/${request}`, { request })));
    expect(detail).toMatchObject({ id: request, status: "open", hasCertificate: false });
    expect(detail.systems.map(({ system }) => system)).toContain("candor");
    expect((await ask(certificate, "/", { request })).status).toBe(404);
  });

  it("gives another store's request, and a nonsense id, to nobody", async () => {
    const bearer = await tokenOf("other.myshopify.com");
    for (const request of [ids[0] ?? "", "nonsense", v7()]) {
      const answer = await ask(one, "/", { bearer, request });
      expect(answer.status).toBe(404);
      expect(API_PROBLEM.parse(await read(answer))).toMatchObject({ status: 404 });
    }
  });

  it("refuses whoever has no token, a made-up one, or one that was revoked", async () => {
    const bearer = await tokenOf(SHOP, "short-lived");
    expect((await ask(list, "/api/v1/requests", { bearer })).status).toBe(200);
    const made = (await listTokens(SHOP)).find(({ name }) => name === "short-lived");
    expect(await revokeToken(SHOP, made?.id ?? "", BY)).toBe(true);
    for (const wrong of [bearer, "", "candor_", `candor_${"x".repeat(43)}`]) {
      const answer = await ask(list, "/api/v1/requests", { bearer: wrong });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("WWW-Authenticate")).toBe("Bearer");
      API_PROBLEM.parse(await read(answer));
    }
  });

  it("keeps no token, only its hash, and notes when it was used", async () => {
    const rows = await prisma().apiToken.findMany({ where: { shop: SHOP } });
    expect(JSON.stringify(rows.map(({ hash }) => Buffer.from(hash).toString()))).not.toContain(token);
    expect((await listTokens(SHOP)).find(({ name }) => name === "till")?.lastUsedAt).toBeInstanceOf(Date);
  });

  it("says what is wrong with a parameter, and lets nobody ask without end", async () => {
    const wrong = await ask(list, "/api/v1/requests?status=lost");
    expect([wrong.status, wrong.headers.get("Content-Type")]).toEqual([400, "application/problem+json"]);
    const bearer = await tokenOf(SHOP, "hungry");
    const answers = await Promise.all(
      Array.from({ length: 130 }, () => ask(one, "/", { bearer, request: "nonsense" })),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBe(10);
    expect(Number(refused[0]?.headers.get("Retry-After"))).toBeGreaterThan(0);
  });
});

describe("its document", () => {
  const served = openApi() as { paths: Record<string, unknown>; components: { schemas: Record<string, unknown> } };

  it("is the one in docs/, and is served to anybody", async () => {
    expect(JSON.parse(readFileSync("docs/openapi.json", "utf8"))).toEqual(served);
    expect(await read(document())).toEqual(served);
  });

  it("names every path that the app answers, and no other", () => {
    const paths = (routes as { path?: string }[]).flatMap(({ path }) => (path?.startsWith("api/v1/") ? [path] : []));
    const named = paths
      .filter((path) => !path.endsWith("openapi.json"))
      .map((path) => `/${path.replace(":request", "{id}")}`);
    expect(Object.keys(served.paths).sort()).toEqual(named.sort());
  });

  it("describes every shape that it points to", () => {
    const pointed = [...JSON.stringify(served).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(Object.keys(served.components.schemas).sort()).toEqual([...new Set([...pointed, "Request"])].sort());
  });
});
