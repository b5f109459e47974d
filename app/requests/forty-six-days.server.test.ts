import { beforeAll, expect, test } from "vitest";
import { inTransaction, prisma } from "../db/database.server.ts";
import { useTestStores } from "../test-stores.ts";
import { awaitProof, awaitProofs } from "./await-proof.server.ts";
import { extendRequest } from "./extend-request.server.ts";
import { listRequests } from "./list-requests.server.ts";
import { openRequest, type NewRequest } from "./open-request.server.ts";
import { refuseRequest } from "./refuse-request.server.ts";
import { tickRequests } from "./tick-requests.server.ts";

useTestStores();

const SHOP = "forty-six.myshopify.com";
const RECEIVED = new Date("2026-11-01T12:00:00Z");
const day = (count: number) => new Date(RECEIVED.getTime() + count * 86_400_000);
const by = (now: Date) => ({ staff: "81001", now });

/** Each request's mails by template, in the order in which they were written. */
async function mailsOf(request: string): Promise<string[]> {
  const rows = await prisma().mailMessage.findMany({ where: { shop: SHOP, request }, orderBy: { id: "asc" } });
  return rows.map(({ template }) => template);
}

async function open(name: string, more: Partial<NewRequest> = {}): Promise<string> {
  const wanted = { kind: "access", source: "form", externalId: name, receivedAt: RECEIVED, language: "de" } as const;
  const rest = {
    orders: [],
    region: "US-VA",
    verifiedBy: "mailbox",
    identity: { email: `${name}@example.com` },
  } as const;
  return inTransaction((tx) => openRequest(tx, SHOP, { ...wanted, ...rest, ...more }));
}

beforeAll(async () => {
  const place = { timeZone: "UTC", shipsTo: ["US"], countryCode: "US" };
  await prisma().shop.create({ data: { shop: SHOP, ...place, storefrontUrl: "https://rosewood.example" } });
});

test("as 46 days pass, each gets the mails that are theirs, and only what is late is on the list of what is", async () => {
  const forgotten = await open("forgotten");
  const extended = await open("extended");
  const refused = await open("refused");
  const { verifiedBy: _none, ...guest } = { verifiedBy: undefined };
  const stranger = await inTransaction((tx) =>
    openRequest(tx, SHOP, {
      ...{ kind: "access", source: "form", externalId: "stranger", receivedAt: RECEIVED, language: "fr", ...guest },
      ...{ orders: [], region: "US-VA", identity: { email: "stranger@example.com" } },
      ...{ waitsFor: "mailbox", waitsUntil: day(7), detail: { mailbox: "stranger@example.com" } },
    }),
  );
  for (let hour = 0; hour <= 46 * 24; hour += 6) {
    const now = day(hour / 24);
    await awaitProofs(now);
    await awaitProof(SHOP, stranger, now);
    await tickRequests(now);
    if (hour === 40 * 24) await extendRequest(SHOP, extended, { ground: "complex", reason: "It is a lot." }, by(now));
    if (hour === 10 * 24)
      await refuseRequest(SHOP, refused, { ground: "excessive", explanation: "", reason: "Eleventh." }, by(now));
  }

  expect(await mailsOf(stranger)).toEqual(["verify", "verify-reminder", "expired"]);
  expect(await mailsOf(forgotten)).toEqual(Array.from({ length: 4 }, () => "staff-reminder"));
  // at half and four fifths of 45 days, and on day 45 at half of 90
  expect(await mailsOf(extended)).toEqual(["staff-reminder", "staff-reminder", "extended", "staff-reminder"]);
  expect(await mailsOf(refused)).toEqual(["refused"]);
  const french = await prisma().mailMessage.findMany({ where: { shop: SHOP, request: stranger } });
  expect(new Set(french.map(({ language }) => language))).toEqual(new Set(["fr"]));
  const { rows } = await listRequests(SHOP, { isOverdue: true }, {}, day(46));
  expect(rows.map(({ id }) => id)).toEqual([forgotten]);
  const { status } = await prisma().privacyRequest.findUniqueOrThrow({
    where: { shop_id: { shop: SHOP, id: stranger } },
  });
  expect(status).toBe("expired");
});
