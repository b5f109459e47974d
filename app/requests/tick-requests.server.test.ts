import { beforeAll, describe, expect, it, test } from "vitest";
import { inTransaction, prisma } from "../db/database.server.ts";
import { useTestStores } from "../test-stores.ts";
import { askPerson } from "./ask-person.server.ts";
import { extendRequest } from "./extend-request.server.ts";
import { placeHold, releaseHold } from "./hold-person.server.ts";
import { openRequest, type NewRequest } from "./open-request.server.ts";
import { refuseRequest } from "./refuse-request.server.ts";
import { tickRequests } from "./tick-requests.server.ts";

useTestStores();

const SHOP = "ticking.myshopify.com";
const RECEIVED = new Date("2026-11-01T12:00:00Z");
const DAY_MS = 86_400_000;
const day = (count: number) => new Date(RECEIVED.getTime() + count * DAY_MS);
const by = (now: Date) => ({ staff: "81001", now });

beforeAll(async () => {
  const place = { timeZone: "UTC", shipsTo: ["US"], countryCode: "US" };
  await prisma().shop.create({ data: { shop: SHOP, ...place, storefrontUrl: "https://rosewood.example" } });
});

let count = 0;
async function open(more: Partial<NewRequest> = {}): Promise<string> {
  const identity = { email: `person-${String(++count)}@example.com` };
  const wanted = { kind: "access", source: "form", externalId: identity.email, receivedAt: RECEIVED } as const;
  const rest = { orders: [], region: "US-VA", verifiedBy: "mailbox" } as const;
  return inTransaction((tx) => openRequest(tx, SHOP, { ...wanted, ...rest, identity, ...more }));
}
/** What staff were reminded of, in its order. */
const reminders = async (request: string) =>
  (await prisma().staffReminder.findMany({ where: { shop: SHOP, request }, orderBy: { at: "asc" } })).map(
    ({ reminder }) => reminder,
  );
const staffMails = (request: string) =>
  prisma().mailMessage.count({ where: { shop: SHOP, request, template: { startsWith: "staff-" } } });
const read = (id: string) => prisma().privacyRequest.findUniqueOrThrow({ where: { shop_id: { shop: SHOP, id } } });

describe("as 50 days pass, staff are reminded", () => {
  it("at half, at four fifths, a day before and after the end, each once", async () => {
    const id = await open();
    for (const now of [0, 10, 22, 22.5, 23, 30, 36, 36.5, 43.5, 44, 44.5, 45, 45.5, 50]) await tickRequests(day(now));
    expect(await reminders(id)).toEqual(["half", "most", "last-day", "overdue"]);
    expect(await staffMails(id)).toBe(4);
    const sent = await prisma().staffReminder.findMany({ where: { shop: SHOP, request: id }, orderBy: { at: "asc" } });
    expect(sent.map(({ at }) => (at.getTime() - RECEIVED.getTime()) / DAY_MS)).toEqual([22.5, 36, 44, 45]);
    expect((await read(id)).remindAt).toBeNull();
  });

  it("of the most urgent alone when nobody looked for long", async () => {
    const id = await open();
    await tickRequests(day(40));
    await tickRequests(day(40));
    expect(await reminders(id)).toEqual(["most"]);
  });

  it("by the new end after an extension", async () => {
    const id = await open();
    await tickRequests(day(37));
    await extendRequest(SHOP, id, { ground: "complex", reason: "It is a lot." }, by(day(38)));
    for (const now of [38, 44, 45, 46, 72, 73, 88, 89, 90, 91]) await tickRequests(day(now));
    expect(await reminders(id)).toEqual(["most", "half", "most", "last-day", "overdue"]);
  });

  it("not while only the person can do something, nor once it is over", async () => {
    const { verifiedBy: _none, ...rest } = { verifiedBy: undefined };
    const identity = { email: "unproven@example.com" };
    const wanted = { kind: "access", source: "form", externalId: "unproven", receivedAt: RECEIVED } as const;
    const unproven = await inTransaction((tx) =>
      openRequest(tx, SHOP, { ...wanted, ...rest, identity, orders: [], region: "US-VA", waitsFor: "mailbox" }),
    );
    const refused = await open();
    await refuseRequest(SHOP, refused, { ground: "excessive", explanation: "", reason: "Eleventh." }, by(day(1)));
    for (const now of [23, 37, 44, 46]) await tickRequests(day(now));
    expect([await reminders(unproven), await reminders(refused)]).toEqual([[], []]);
  });

  it("once, however many look at the same time", async () => {
    const id = await open();
    await Promise.all([1, 2, 3].map(() => tickRequests(day(23))));
    expect(await reminders(id)).toEqual(["half"]);
    expect(await staffMails(id)).toBe(1);
  });
});

test("a pause ends by itself after 30 days, and its time is not counted", async () => {
  const id = await open({ region: "GB" });
  await askPerson(SHOP, id, "Which account?", by(day(10)));
  await tickRequests(day(39));
  expect((await read(id)).pausedAt).toEqual(day(10));
  expect(await reminders(id)).toEqual([]);
  await tickRequests(day(41));
  const row = await read(id);
  expect(row.pausedAt).toBeNull();
  // a calendar month, and the 31 days of the pause
  expect(row.deadline).toEqual(day(30 + 31));
});

test("what Shopify's own wait kept back goes on when it is over", async () => {
  const id = await open({ kind: "delete", waitsFor: "shopify", waitsUntil: day(10) });
  await tickRequests(day(9));
  expect((await read(id)).waitsFor).toBe("shopify");
  await tickRequests(day(10));
  expect((await read(id)).waitsFor).toBeNull();
  expect(await prisma().requestTask.count({ where: { shop: SHOP, request: id } })).toBeGreaterThan(0);
});

test("a hold is to be reviewed on its day, once, and not after its release", async () => {
  const [held, released] = [await open({ kind: "delete" }), await open({ kind: "delete" })];
  const hold = { ground: "legal-claim", reason: "A chargeback.", reviewOn: new Date("2026-11-20") } as const;
  for (const id of [held, released]) await placeHold(SHOP, id, hold, by(day(1)));
  const { subject } = await read(released);
  const placed = await prisma().legalHold.findFirstOrThrow({ where: { shop: SHOP, subject: subject ?? "" } });
  await releaseHold(SHOP, placed.id, by(day(2)));
  const reviews = (request: string) =>
    prisma().mailMessage.count({ where: { shop: SHOP, request, template: "staff-hold-review" } });
  await tickRequests(day(15));
  expect(await reviews(held)).toBe(0);
  await tickRequests(day(20));
  await tickRequests(day(21));
  expect([await reviews(held), await reviews(released)]).toEqual([1, 0]);
});
