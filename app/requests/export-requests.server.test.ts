import { v7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { inTransaction, prisma } from "../db/database.server.ts";
import { useTestStores } from "../test-stores.ts";
import { exportRequests, writeMetrics } from "./export-requests.server.ts";
import { openRequest } from "./open-request.server.ts";
import { listYears, readMetrics } from "./read-metrics.server.ts";

useTestStores();
const SHOP = "audited.myshopify.com";

beforeAll(async () => {
  for (const [at, email] of ["2025-02-01", "2026-03-01", "2026-04-01"].map(
    (day, place) => [day, `p${String(place)}@example.com`] as const,
  )) {
    const wanted = { kind: "access", source: "form", externalId: v7(), identity: { email }, orders: [] } as const;
    await inTransaction((tx) => openRequest(tx, SHOP, { ...wanted, receivedAt: new Date(at), waitsFor: "mailbox" }));
  }
  const first = await prisma().privacyRequest.findFirstOrThrow({
    where: { shop: SHOP, receivedAt: new Date("2026-03-01") },
  });
  const data = { status: "done", outcome: "package-ready", closedAt: new Date("2026-03-03") };
  await prisma().privacyRequest.update({ where: { shop_id: { shop: SHOP, id: first.id } }, data });
});

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

test("an auditor gets every request, and nobody's name", async () => {
  const csv = await whole(exportRequests(SHOP, "csv"));
  expect(csv).not.toContain("example.com");
  expect(csv.startsWith("\u{FEFF}id,kind,source,")).toBe(true);
  expect(csv.trim().split("\n")).toHaveLength(4);
  const json = JSON.parse(await whole(exportRequests(SHOP, "json"))) as { kind: string }[];
  expect(json.map(({ kind }) => kind)).toEqual(["access", "access", "access"]);
  expect(JSON.parse(await whole(exportRequests("none.myshopify.com", "json")))).toEqual([]);
  expect(await whole(exportRequests("none.myshopify.com", "csv"))).toBe("");
});

test("a cell that a spreadsheet would run as a formula is text to it", async () => {
  const shop = "formulas.myshopify.com";
  const wanted = { kind: "access", source: "form", externalId: v7(), identity: { email: "p@example.com" } } as const;
  const rest = { receivedAt: new Date("2026-03-01"), waitsFor: "mailbox", orders: [] } as const;
  const id = await inTransaction((tx) => openRequest(tx, shop, { ...wanted, ...rest }));
  await prisma().privacyRequest.update({ where: { shop_id: { shop, id } }, data: { region: "=1+1" } });
  expect(await whole(exportRequests(shop, "csv"))).toContain(",'=1+1,");
});

test("a year's figures are those of the requests that came in it", async () => {
  expect(await listYears(SHOP, new Date("2026-11-27"))).toEqual([2026, 2025]);
  const rows = await readMetrics(SHOP, 2026);
  expect(rows.find(({ kind }) => kind === "know")).toMatchObject({
    received: 2,
    complied: 1,
    running: 1,
    medianDays: 2,
  });
  expect(writeMetrics(SHOP, { year: 2026, rows }, "csv")).toContain("2026,know,2,1,0,0,0,1,2,2");
  expect(JSON.parse(writeMetrics(SHOP, { year: 2026, rows }, "json"))).toMatchObject({ year: 2026, shop: SHOP });
});
