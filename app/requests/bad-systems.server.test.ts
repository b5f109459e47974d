import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Listening } from "../../standin/http/serve.ts";
import { newContact } from "../../standin/processors/contact.ts";
import type { MoodName } from "../../standin/processors/mood.ts";
import { newProcessors, RECEIVER_SECRET } from "../../standin/processors/processors.ts";
import { serveProcessors } from "../../standin/processors/serve-processors.ts";
import { inTransaction, prisma } from "../db/database.server.ts";
import { settings, useSettings } from "../env.server.ts";
import { listEvidence } from "../evidence/list-evidence.server.ts";
import type { RequestKind } from "../law/requests.ts";
import { addProcessor, draftOf } from "../processors/test-processor.ts";
import { runDueJobs } from "../test-jobs.ts";
import { useTestStores } from "../test-stores.ts";
import { KEEPERS } from "../worker.server.ts";
import { approveChanges } from "./approve-changes.server.ts";
import { openRequest, type NewRequest } from "./open-request.server.ts";
import { runTask } from "./run-task.server.ts";
import { wakeRequests } from "./wake-requests.server.ts";

useTestStores();

const EMAIL = "anna@example.com";
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Each company has a server of its own, which behaves in a way of its own. */
const companies = (["well", "failing", "hanging", "lying", "gone"] as const).map((mood) => {
  const { receiver, ...others } = newProcessors();
  return { mood, receiver, others };
});
const listening: Listening[] = [];
beforeAll(async () => {
  for (const { receiver, others } of companies)
    listening.push(await serveProcessors(0, () => ({ receiver, ...others })));
  useSettings({ ...settings(), privateHosts: listening.map(({ url }) => new URL(url).host) });
});
afterAll(async () => {
  await Promise.all(listening.map((server) => server.close()));
});
afterEach(() => {
  vi.useRealTimers();
});

const receiverOf = (mood: MoodName) => {
  const found = companies.find((one) => one.mood === mood);
  if (!found) throw new Error(mood);
  return found.receiver;
};
const systemOf = (mood: MoodName) => `processor:${mood}-inc` as const;

async function addAll(shop: string, moods: readonly MoodName[]): Promise<void> {
  for (const [index, { mood, receiver }] of companies.entries()) {
    if (!moods.includes(mood)) continue;
    receiver.contacts = [newContact({ id: "1", email: EMAIL, firstName: "Anna" })];
    receiver.mood = { name: mood };
    receiver.answered = {};
    const set = { url: `${listening[index]?.url ?? ""}/receiver` };
    await addProcessor(shop, draftOf("webhook", set, { name: `${mood} inc`, credential: RECEIVER_SECRET }));
  }
}
async function open(shop: string, kind: RequestKind, more: Partial<NewRequest> = {}): Promise<string> {
  const facts = { kind, source: "staff", externalId: randomUUID(), identity: { email: EMAIL }, orders: [] } as const;
  return inTransaction((tx) =>
    openRequest(tx, shop, { ...facts, receivedAt: new Date(), verifiedBy: "staff", ...more }),
  );
}
const pass = (ms: number) => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });
};
const read = (shop: string, id: string) =>
  prisma().privacyRequest.findUniqueOrThrow({ where: { shop_id: { shop, id } } });
async function partsOf(shop: string, request: string): Promise<Record<string, string>> {
  const tasks = await prisma().requestTask.findMany({ where: { shop, request } });
  return Object.fromEntries(tasks.map(({ system, status, result }) => [system, `${status} ${result ?? ""}`.trim()]));
}

test("an erasure is answered in time, naming the system that hangs, the one that lies and the one that is gone", async () => {
  const shop = "bad-systems.myshopify.com";
  await addAll(shop, ["well", "failing", "hanging", "lying", "gone"]);
  const id = await open(shop, "delete");
  const run = (mood: MoodName) => runTask(shop, { request: id, system: systemOf(mood) }, KEEPERS);
  // the queue's part: what it was given is run here, the call that hangs beside the others
  await prisma().$executeRaw`DELETE FROM pgboss.job WHERE "data"->>'request' = ${id}`;
  const hanging = run("hanging").catch((error: unknown) => error);
  await run("well");
  await run("gone");
  await run("lying");
  for (let minute = 0; minute < 60; minute += 20) {
    await expect(run("failing")).rejects.toThrow("has a problem of its own (HTTP 500)");
    pass(20 * MINUTE_MS);
  }
  receiverOf("failing").mood = { name: "well" };
  await run("failing");
  await run("lying");
  pass(70 * MINUTE_MS);
  await prisma().$executeRaw`
    UPDATE "RequestTask" SET "status" = 'waiting' WHERE "shop" = ${shop} AND "request" = ${id}::uuid AND "status" = 'pending'`;
  await run("lying");
  expect(await partsOf(shop, id)).toMatchObject({
    ...{ [systemOf("well")]: "done gone", [systemOf("failing")]: "done gone" },
    ...{ [systemOf("hanging")]: "running", [systemOf("gone")]: "given-up no-longer-there", candor: "waiting" },
  });
  expect(receiverOf("failing").contacts).toEqual([]);
  expect(receiverOf("lying").contacts).toHaveLength(1);

  const { deadline } = await read(shop, id);
  pass(deadline.getTime() - Date.now() - 2 * DAY_MS);
  await wakeRequests(new Date());
  await prisma().$executeRaw`DELETE FROM pgboss.job WHERE "name" = 'request.task-elsewhere'`;
  await runDueJobs();
  const answered = await read(shop, id);
  expect(answered).toMatchObject({ status: "done", outcome: "partial", subject: null });
  expect(answered.closedAt?.getTime()).toBeLessThan(deadline.getTime());
  expect(await partsOf(shop, id)).toMatchObject({ candor: "done gone" });
  const { entries } = await listEvidence(shop, { request: id });
  const closed = entries.find(({ kind }) => kind === "request.closed");
  expect(closed?.facts).toEqual({
    outcome: "partial",
    unsettled: [systemOf("gone"), systemOf("hanging"), systemOf("lying")],
  });
  await listening[companies.findIndex(({ mood }) => mood === "hanging")]?.close();
  expect(await hanging).toMatchObject({ message: expect.stringContaining("hanging inc") as string });
  // the other tests travel further: nothing of this one may be taken up again there
  await prisma().requestTask.deleteMany({ where: { shop } });
});

test("a correction reaches a processor with what is changed", async () => {
  const shop = "corrected-systems.myshopify.com";
  await addAll(shop, ["well"]);
  const changes = { firstName: "Anne", lastName: "Kovacs" };
  const id = await open(shop, "correct", { detail: { changes } });
  const acting = { staff: "81001", now: new Date() };
  expect(await approveChanges(shop, id, { ...changes, city: "Graz" }, acting)).toBe("approved");
  await runDueJobs();
  expect(receiverOf("well").contacts).toMatchObject([{ email: EMAIL, ...changes }]);
  expect(receiverOf("well").log).toContainEqual(expect.objectContaining({ act: "correct", type: "errand.ask" }));
  expect(await partsOf(shop, id)).toEqual({ candor: "done nothing-held", [systemOf("well")]: "done as-asked" });
});

test("a processor that only ever says 'soon' becomes work for a person 30 days after the deadline", async () => {
  const shop = "slow-systems.myshopify.com";
  await addAll(shop, ["well"]);
  receiverOf("well").mood = { name: "slow" };
  const id = await open(shop, "restrict");
  await runDueJobs();
  const { deadline } = await read(shop, id);
  for (const [days, expected] of [
    [29, "pending"],
    [30, "by-hand"],
  ] as const) {
    pass(deadline.getTime() + days * DAY_MS - Date.now());
    await wakeRequests(new Date());
    await runDueJobs();
    expect(await partsOf(shop, id)).toMatchObject({ [systemOf("well")]: expected });
  }
  expect(await read(shop, id)).toMatchObject({ status: "done", outcome: "partial" });
});
