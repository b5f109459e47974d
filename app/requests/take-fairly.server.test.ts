import { expect, test } from "vitest";
import { inTransaction, prisma } from "../db/database.server.ts";
import { listProblems } from "../jobs/problems.server.ts";
import { useTestStores } from "../test-stores.ts";
import { awaitProof, awaitProofs } from "./await-proof.server.ts";
import { openRequest, type NewRequest } from "./open-request.server.ts";
import { takeFairly } from "./take-fairly.server.ts";
import { tickRequests } from "./tick-requests.server.ts";
import { wakeRequests } from "./wake-requests.server.ts";

useTestStores();

const RECEIVED = new Date("2026-11-01T12:00:00Z");
const DAY_MS = 86_400_000;
const day = (count: number) => new Date(RECEIVED.getTime() + count * DAY_MS);
let count = 0;

async function open(shop: string, more: Partial<NewRequest> = {}): Promise<string> {
  const identity = { email: `person-${String(++count)}@example.com` };
  const wanted = { kind: "access", source: "form", externalId: identity.email, receivedAt: RECEIVED } as const;
  return inTransaction((tx) =>
    openRequest(tx, shop, { ...wanted, orders: [], region: "US-VA", verifiedBy: "mailbox", identity, ...more }),
  );
}
/** Of several that are due, one cannot be read: its law is unknown. */
async function spoil(shop: string, id: string): Promise<void> {
  await prisma().privacyRequest.update({ where: { shop_id: { shop, id } }, data: { law: "no-such-law" } });
}
const read = (shop: string, id: string) =>
  prisma().privacyRequest.findUniqueOrThrow({ where: { shop_id: { shop, id } } });

test("stores take turns, and what was tried last goes to the back", async () => {
  const [busy, calm] = ["a-busy.myshopify.com", "z-calm.myshopify.com"];
  for (let index = 0; index < 6; index += 1) await open(busy);
  const alone = await open(calm);
  const take = async (minute: number) => {
    const now = new Date(day(60).getTime() + minute * 60_000);
    return takeFairly(`r."deadline" <= $1 AND r."shop" = ANY($2::text[])`, [now, [busy, calm]], { now, atMost: 3 });
  };
  const rounds = [await take(0), await take(1), await take(2)];
  for (const round of rounds) {
    expect(round).toHaveLength(3);
    expect(round.map(({ request }) => request)).toContain(alone);
  }
  const ofBusy = rounds.flat().filter(({ shop }) => shop === busy);
  expect(new Set(ofBusy.map(({ request }) => request)).size).toBe(6);
});

test("a reminder that fails keeps none of the others, and is shown with its request", async () => {
  const shop = "reminders.myshopify.com";
  const ids = [await open(shop), await open(shop), await open(shop)];
  const [bad = "", ...good] = ids;
  await spoil(shop, bad);
  await tickRequests(day(23));
  for (const id of good) expect(await prisma().staffReminder.count({ where: { shop, request: id } })).toBe(1);
  const problems = await listProblems(shop);
  expect(problems.map(({ name, about }) => ({ name, about }))).toEqual([
    { name: "request.tick", about: { request: bad } },
  ]);
  await prisma().privacyRequest.update({ where: { shop_id: { shop, id: bad } }, data: { law: "us-va" } });
});

test("an answer that fails keeps none of the others", async () => {
  const shop = "answers.myshopify.com";
  const ids = [await open(shop, { kind: "restrict" }), await open(shop, { kind: "restrict" })];
  const [bad = "", good = ""] = ids;
  await prisma().privacyRequest.update({ where: { shop_id: { shop, id: bad } }, data: { kind: "no-such-kind" } });
  await wakeRequests(day(100));
  expect(await read(shop, good)).toMatchObject({ status: "done", outcome: "partial" });
  expect(await read(shop, bad)).toMatchObject({ status: "open" });
  expect(await listProblems(shop)).toMatchObject([{ name: "request.wake", about: { request: bad } }]);
});

test("waiting for a mailbox to be proven ends at its time limit, also when the limit is lost", async () => {
  const shop = "proofs.myshopify.com";
  const { verifiedBy: _none, ...unproven } = { verifiedBy: undefined, waitsFor: "mailbox" as const };
  const ids = [await open(shop, { ...unproven, waitsUntil: day(7) }), await open(shop, unproven)];
  for (const id of ids)
    await prisma().privacyRequest.update({
      where: { shop_id: { shop, id } },
      data: { status: "unverified", verifiedBy: null, verifiedAt: null, waitsFor: "mailbox" },
    });
  await awaitProofs(day(8));
  const jobs = await prisma().$queryRaw<{ request: string }[]>`
    SELECT "data"->>'request' AS "request" FROM pgboss.job WHERE "name" = 'request.await-proof' AND "data"->>'shop' = ${shop}`;
  expect(jobs.map(({ request }) => request).sort()).toEqual([...ids].sort());
  for (const id of ids) {
    await awaitProof(shop, id, day(8));
    expect(await read(shop, id)).toMatchObject({ status: "expired", outcome: "never-verified" });
  }
});
