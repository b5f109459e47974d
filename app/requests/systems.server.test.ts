import { randomUUID } from "node:crypto";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { newContact } from "../../standin/processors/contact.ts";
import { inTransaction, prisma } from "../db/database.server.ts";
import { listEvidence } from "../evidence/list-evidence.server.ts";
import { verifyChain } from "../evidence/verify-chain.server.ts";
import { listProblems } from "../jobs/problems.server.ts";
import type { RequestKind } from "../law/requests.ts";
import { addReceiver, useProcessors } from "../processors/test-processor.ts";
import { runDueJobs } from "../test-jobs.ts";
import { useTestStores } from "../test-stores.ts";
import { keyStore } from "../vault/key-store.server.ts";
import { findSubjects } from "../vault/subjects.server.ts";
import { KEEPERS } from "../worker.server.ts";
import { downloadPackage } from "./download-package.server.ts";
import { placeHold, releaseHold } from "./hold-person.server.ts";
import { openRequest, type NewRequest } from "./open-request.server.ts";
import { runTask } from "./run-task.server.ts";
import { doneByHand, retryTask, skipTask } from "./settle-task.server.ts";
import { wakeRequests } from "./wake-requests.server.ts";

useTestStores();
const { receiver, at } = useProcessors();

const ANNA = { email: "anna@example.com" };
const STAFF = "81001";
let count = 0;
let shop = "";
let acme: `processor:${string}` = "processor:";

beforeEach(async () => {
  shop = `systems-${String(++count)}.myshopify.com`;
  receiver.contacts = [newContact({ id: "1", email: ANNA.email, firstName: "Anna" })];
  receiver.mood = { name: "well" };
  receiver.answered = {};
  acme = `processor:${await addReceiver(shop, at.url)}`;
});
afterEach(() => {
  vi.useRealTimers();
});

const minutesLater = (minutes: number) => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + minutes * 60_000 });
};
const acting = () => ({ staff: STAFF, now: new Date() });

async function open(kind: RequestKind, more: Partial<NewRequest> = {}): Promise<string> {
  const facts = { kind, source: "staff", externalId: randomUUID(), identity: ANNA, orders: [] } as const;
  return inTransaction((tx) =>
    openRequest(tx, shop, { ...facts, receivedAt: new Date(), verifiedBy: "staff", ...more }),
  );
}
const read = (id: string) => prisma().privacyRequest.findUniqueOrThrow({ where: { shop_id: { shop, id } } });
async function statuses(request: string): Promise<Record<string, string>> {
  const tasks = await prisma().requestTask.findMany({ where: { shop, request } });
  return Object.fromEntries(tasks.map(({ system, status }) => [system, status]));
}
async function said(request: string): Promise<string[]> {
  const { entries } = await listEvidence(shop, { request });
  return entries.map(({ kind }) => kind).reverse();
}
/** The last try of the processor's part. */
const lastTry = (request: string) =>
  runTask(shop, { request, system: acme }, KEEPERS, { isLast: true, nextTryBy: null });

describe("an access request with a processor", () => {
  test("is answered in part once the processor is given up, and again in whole when it comes to life", async () => {
    receiver.mood = { name: "failing" };
    const id = await open("access");
    await runTask(shop, { request: id, system: "candor" }, KEEPERS);
    await expect(lastTry(id)).rejects.toThrow();
    await runTaskJobs(id);
    expect(await statuses(id)).toEqual({ candor: "done", [acme]: "given-up" });
    expect(await read(id)).toMatchObject({ status: "done", outcome: "partial" });
    expect(await dataOf(id)).toContain("acme-loyalty has not answered yet");

    receiver.mood = { name: "well" };
    expect(await retryTask(shop, { request: id, system: acme })).toBe("retried");
    await runDueJobs();
    expect(await read(id)).toMatchObject({ status: "done", outcome: "package-ready" });
    expect(await prisma().package.findFirst({ where: { shop } })).toMatchObject({ systems: ["candor", acme] });
    expect(await dataOf(id)).toContain("acme-loyalty: Customer card");
    expect(await prisma().collectedPart.count({ where: { shop } })).toBe(0);
    expect((await said(id)).filter((kind) => kind === "request.closed")).toHaveLength(1);
    expect(await said(id)).toContain("request.completed");
    expect(await retryTask(shop, { request: id, system: acme })).toBe("settled");
  });

  test("waits for one that fails until two days before the deadline, and no longer", async () => {
    receiver.mood = { name: "failing" };
    const id = await open("access");
    await expect(runTask(shop, { request: id, system: acme }, KEEPERS)).rejects.toThrow();
    await runTask(shop, { request: id, system: "candor" }, KEEPERS);
    const { deadline } = await read(id);
    await wakeRequests(new Date(deadline.getTime() - 3 * 86_400_000));
    expect(await read(id)).toMatchObject({ status: "open", packingAt: null });
    await wakeRequests(new Date(deadline.getTime() - 2 * 86_400_000));
    await runTaskJobs(id);
    expect(await read(id)).toMatchObject({ status: "done", outcome: "partial" });
  });

  test("can be completed by hand, or without the system, with a reason that is kept sealed", async () => {
    receiver.mood = { name: "gone" };
    const [one, other] = [await open("access"), await open("restrict")];
    await runDueJobs();
    expect(await statuses(one)).toMatchObject({ [acme]: "given-up" });
    expect(await skipTask(shop, { request: one, system: acme }, "Contract ended, data deleted", acting())).toBe(
      "skipped",
    );
    const proof = { words: "Ticket 4711", sha256: "ab".repeat(32) };
    expect(await doneByHand(shop, { request: other, system: acme }, proof, acting())).toBe("done");
    expect(await doneByHand(shop, { request: other, system: acme }, proof, acting())).toBe("settled");
    await runDueJobs();
    expect(await read(one)).toMatchObject({ outcome: "package-ready" });
    expect(await read(other)).toMatchObject({ outcome: "restricted" });
    const task = await prisma().requestTask.findFirst({ where: { shop, request: one, system: acme } });
    expect(Buffer.from(task?.sealedNote ?? []).toString()).not.toContain("Contract");
    expect(task).toMatchObject({ doneBy: "staff" });
    expect(await said(other)).toContain("request.task-by-hand");
    expect(await listProblems(shop)).toEqual([]);
    await expect(skipTask(shop, { request: one, system: "candor" }, "Why not", acting())).rejects.toThrow(RangeError);
  });
});

describe("an erasure with a processor", () => {
  test("ends with Candor's own part, after the processor was seen to have nothing left", async () => {
    const id = await open("delete");
    expect(await statuses(id)).toEqual({ candor: "waiting", [acme]: "waiting" });
    await runDueJobs();
    expect(receiver.contacts).toEqual([]);
    expect(await read(id)).toMatchObject({ status: "done", outcome: "erased", subject: null, sealedRest: null });
    const order = (await said(id)).filter((kind) => ["request.read-back", "subject.erased"].includes(kind));
    expect(order).toEqual(["request.read-back", "subject.erased"]);
    expect(await verifyChain(shop)).toMatchObject({ ok: true });
  });

  test("names one that lies, erases everything else, and still gets it done when it stops lying", async () => {
    receiver.mood = { name: "lying" };
    const id = await open("delete");
    await runDueJobs();
    expect(await statuses(id)).toMatchObject({ [acme]: "pending", candor: "waiting" });
    // it is asked again within its time, after it, and once more an hour later with time of its own
    for (const minutes of [1, 16, 70, 20]) {
      minutesLater(minutes);
      await wakeRequests(new Date());
      await runDueJobs();
    }
    expect(await statuses(id)).toEqual({ [acme]: "given-up", candor: "done" });
    const row = await read(id);
    expect(row).toMatchObject({ status: "done", outcome: "partial", subject: null });
    expect(row.sealedRest).not.toBeNull();
    expect(await findSubjects(shop, ANNA)).toEqual([]);

    receiver.mood = { name: "well" };
    minutesLater(1);
    await retryTask(shop, { request: id, system: acme });
    await runDueJobs();
    expect(receiver.contacts).toEqual([]);
    expect(await read(id)).toMatchObject({ outcome: "erased", sealedRest: null });
    expect(await keyStore().get(shop, id)).toBeUndefined();
  });

  test("that Shopify asked for erases here at once; the processor's part goes on with what is left of it", async () => {
    receiver.mood = { name: "slow" };
    const id = await open("delete", { source: "shopify", verifiedBy: "shopify" });
    await runDueJobs();
    expect(await statuses(id)).toEqual({ candor: "done", [acme]: "pending" });
    expect(await read(id)).toMatchObject({ status: "open", subject: null });
    expect(await findSubjects(shop, ANNA)).toEqual([]);
    receiver.mood = { name: "well" };
    minutesLater(5);
    await wakeRequests(new Date());
    await runDueJobs();
    expect(receiver.contacts).toEqual([]);
    expect(await read(id)).toMatchObject({ status: "done", outcome: "erased", sealedRest: null });
  });

  test("that another erasure of the person overtakes keeps what its own processors still have to do", async () => {
    receiver.mood = { name: "slow" };
    const first = await open("delete");
    await runDueJobs();
    const second = await open("delete", { source: "shopify", verifiedBy: "shopify" });
    const access = await open("access", { verifiedBy: undefined } as unknown as Partial<NewRequest>);
    await runDueJobs();
    expect(await statuses(first)).toEqual({ candor: "done", [acme]: "pending" });
    expect(await read(access)).toMatchObject({ status: "superseded", subject: null });
    receiver.mood = { name: "well" };
    minutesLater(5);
    await wakeRequests(new Date());
    await runDueJobs();
    for (const id of [first, second]) expect(await read(id)).toMatchObject({ outcome: "erased", sealedRest: null });
  });

  test("is held everywhere by a legal hold, told of in time, and carried out when the hold is released", async () => {
    const access = await open("access");
    await runDueJobs();
    const hold = { ground: "legal-claim" as const, reason: "Chargeback", reviewOn: new Date("2030-01-01") };
    expect(await placeHold(shop, access, hold, acting())).toBe("placed");
    const id = await open("delete");
    await runDueJobs();
    expect(receiver.contacts).toHaveLength(1);
    expect(await read(id)).toMatchObject({ status: "on-hold" });
    expect(await statuses(id)).toMatchObject({ [acme]: "held" });
    const { deadline } = await read(id);
    const lastDay = new Date(deadline.getTime() - 86_400_000);
    await wakeRequests(lastDay);
    await runDueJobs(); // Candor's own part finds the hold, too
    await wakeRequests(lastDay);
    expect(await read(id)).toMatchObject({ status: "done", outcome: "partial" });
    expect(await findSubjects(shop, ANNA)).toHaveLength(1);

    const row = await prisma().legalHold.findFirstOrThrow({ where: { shop } });
    expect(await releaseHold(shop, row.id, acting())).toBe("released");
    await runDueJobs();
    expect(receiver.contacts).toEqual([]);
    expect(await read(id)).toMatchObject({ status: "done", outcome: "erased", subject: null });
  });
});

test("a task that lost its job is taken up again, one that has it is left alone", async () => {
  const [lost, busy] = [await open("access"), await open("access")];
  await prisma().$executeRaw`
    UPDATE "RequestTask" SET "status" = 'running', "triedAt" = now() - interval '3 hours' WHERE "shop" = ${shop}`;
  await prisma().$executeRaw`DELETE FROM pgboss.job WHERE "data"->>'request' = ${lost}`;
  await wakeRequests(new Date());
  expect(await statuses(lost)).toEqual({ candor: "waiting", [acme]: "waiting" });
  expect(await statuses(busy)).toEqual({ candor: "running", [acme]: "running" });
  await runDueJobs();
  expect(await read(lost)).toMatchObject({ outcome: "package-ready" });
});

/** `data.json` of a request's package. */
async function dataOf(id: string): Promise<string> {
  const download = await downloadPackage(shop, id, STAFF, new Date());
  if (download === "gone") throw new Error("no package");
  const parts: Buffer[] = [];
  for await (const part of download.parts) parts.push(part);
  return Buffer.from(unzipSync(Buffer.concat(parts))["data.json"] ?? []).toString();
}

/** Runs what is due of a request but its processor's part, which fails. */
async function runTaskJobs(id: string): Promise<void> {
  await prisma().$executeRaw`
    DELETE FROM pgboss.job WHERE "name" = 'request.task-elsewhere' AND "data"->>'request' = ${id}`;
  await runDueJobs();
}
