import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { redirectCalls } from "../../standin/processors/redirect.ts";
import { prisma } from "../db/database.server.ts";
import { useTestStores } from "../test-stores.ts";
import { checkLinks, forgetLinkChecks, readDeadLinks } from "./check-links.server.ts";
import { using } from "./test-register.ts";

useTestStores();

const NOW = new Date("2026-11-27T06:00:00Z");
const DAY = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY);

/** What the web answers, by host and path; everything else is fine. */
const web = new Map<string, { status: number; location?: string }>();
const asked: string[] = [];
let server: Server;
let undo: () => void = () => undefined;

beforeAll(async () => {
  server = createServer((request, response) => {
    const page = `${String(request.headers["x-standin-host"])}${request.url ?? ""}`;
    asked.push(page);
    const { status, location } = web.get(page) ?? { status: 200 };
    response.writeHead(status, location === undefined ? {} : { location }).end("<p>privacy</p>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  undo = redirectCalls((host) =>
    host.endsWith(".example") ? `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` : undefined,
  );
});
afterAll(() => {
  undo();
  server.close();
});

async function publish(shop: string, links: Record<string, string>): Promise<void> {
  const register = using("klaviyo");
  const [sample] = register.vendors;
  if (!sample) throw new Error("the register of the tests has no vendor");
  const vendors = Object.entries(links).map(([vendor, privacyUrl]) => ({
    ...sample,
    id: `vendor:${vendor}`,
    vendor,
    name: vendor.toUpperCase(),
    privacyUrl,
    optOutUrl: "",
  }));
  const row = {
    shop,
    number: 1,
    publishedAt: NOW,
    effectiveOn: NOW,
    hash: "",
    regimes: [],
    languages: ["en"],
    askedAgain: 0,
  };
  await prisma().policyVersion.create({ data: { ...row, facts: JSON.stringify({ ...register, vendors }) } });
  await prisma().policyWatch.create({ data: { shop, number: 1, keptHash: "", checkedAt: NOW } });
}

test("a page that is gone, and one that has moved, are named with whose they are", async () => {
  const shop = "links.myshopify.com";
  web.set("gone.example/privacy", { status: 404 });
  web.set("moved.example/privacy", { status: 301, location: "https://bought-it.example/" });
  web.set("busy.example/privacy", { status: 503 });
  await publish(shop, {
    fine: "https://fine.example/privacy",
    gone: "https://gone.example/privacy",
    moved: "https://moved.example/privacy",
    busy: "https://busy.example/privacy",
  });
  await checkLinks(shop, NOW);
  expect(await readDeadLinks(shop)).toEqual([
    { vendor: "gone", name: "GONE", how: "gone" },
    { vendor: "moved", name: "MOVED", how: "moved" },
  ]);
});

test("a link that many stores give is looked at once a day", async () => {
  await publish("one.myshopify.com", { shared: "https://shared.example/privacy" });
  await publish("two.myshopify.com", { shared: "https://shared.example/privacy" });
  const looks = () => asked.filter((page) => page === "shared.example/privacy").length;
  const both = async (now: Date) => {
    for (const shop of ["one.myshopify.com", "two.myshopify.com"]) await checkLinks(shop, now);
  };
  await both(NOW);
  expect(looks()).toBe(1);
  await both(later(1));
  expect(looks()).toBe(2);
});

test("a page that is there again, or that nobody could look at, is judged by what is known", async () => {
  const shop = "again.myshopify.com";
  await publish(shop, { again: "https://again.example/privacy" });
  web.set("again.example/privacy", { status: 410 });
  await checkLinks(shop, NOW);
  expect(await readDeadLinks(shop)).toHaveLength(1);
  web.set("again.example/privacy", { status: 500 });
  await checkLinks(shop, later(1));
  expect(await readDeadLinks(shop)).toHaveLength(1);
  web.set("again.example/privacy", { status: 200 });
  await checkLinks(shop, later(2));
  expect(await readDeadLinks(shop)).toEqual([]);
});

test("what no policy links to any more is forgotten", async () => {
  await prisma().linkCheck.create({ data: { url: "https://old.example/", state: "gone", checkedAt: later(-31) } });
  await forgetLinkChecks(NOW);
  expect(await prisma().linkCheck.findUnique({ where: { url: "https://old.example/" } })).toBeNull();
});
