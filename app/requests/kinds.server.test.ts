import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { passTime } from "../../standin/deliveries/pass-time.ts";
import { requestErasure } from "../../standin/control/erase-customer.ts";
import { shopFacts, shopState } from "../../standin/world.ts";
import { receiveChoices } from "../consent/receive-choices.server.ts";
import { sentChoice } from "../consent/test-choice.ts";
import { inTransaction, prisma } from "../db/database.server.ts";
import { listEvidence } from "../evidence/list-evidence.server.ts";
import type { RequestKind } from "../law/requests.ts";
import { installAt, useShopify } from "../shopify/test-shopify.ts";
import { runDueJobs } from "../test-jobs.ts";
import { useTestStores } from "../test-stores.ts";
import { findSubjects } from "../vault/subjects.server.ts";
import { approveChanges, reviewChanges } from "./approve-changes.server.ts";
import { noteAsked } from "./ask-shopify.server.ts";
import { openRequest, type NewRequest } from "./open-request.server.ts";
import { wakeRequests } from "./wake-requests.server.ts";

useTestStores();
const world = useShopify();

let count = 0;
let shop = "";
beforeEach(async () => {
  shop = `kinds-${String(++count)}.myshopify.com`;
  world.faults.apiLies = [];
  await installAt(world, shop);
});
afterEach(() => {
  vi.useRealTimers();
});

const acting = () => ({ staff: "81001", now: new Date() });
const customer = (email: string) => {
  const found = shopFacts(world, shop).customers.find(({ person }) => person.email === email);
  if (!found) throw new Error(email);
  return found;
};
const edits = (email: string) => shopState(world, shop).edits[customer(email).id] ?? {};
const limitsOf = (email: string) =>
  shopState(world, shop).metafields[`gid://shopify/Customer/${String(customer(email).id)}`]?.map(({ value }) => value);

async function open(kind: RequestKind, email: string, more: Partial<NewRequest> = {}): Promise<string> {
  const facts = { kind, source: "staff", externalId: randomUUID(), identity: { email }, orders: [] } as const;
  const id = await inTransaction((tx) =>
    openRequest(tx, shop, { ...facts, receivedAt: new Date(), verifiedBy: "staff", ...more }),
  );
  await runDueJobs();
  return id;
}
const read = (id: string) => prisma().privacyRequest.findUniqueOrThrow({ where: { shop_id: { shop, id } } });
const task = (request: string, system = "shopify") =>
  prisma().requestTask.findUniqueOrThrow({ where: { shop_request_system: { shop, request, system } } });
async function said(request: string, kind: string) {
  const { entries } = await listEvidence(shop, { request });
  return entries.filter((entry) => entry.kind === kind).map(({ facts }) => facts);
}
/** Time passes here and at Shopify. */
async function days(many: number): Promise<void> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + many * 86_400_000 });
  await passTime(world, 0);
  for (let round = 0; round < 3; round++) {
    await wakeRequests(new Date());
    await runDueJobs();
  }
}

const MATEO = "mateo.rivera@example.com";
const TYLER = "tyler.jensen@example.com";

describe("a correction", () => {
  test("waits for staff, who see what is there now, and is written and read back everywhere", async () => {
    const changes = { lastName: "Rivera Gómez", email: "mateo@new.example.com", city: "Pasadena", shoe: "43" };
    const id = await open("correct", MATEO, { detail: { changes, message: "I moved." } });
    expect(await read(id)).toMatchObject({ status: "open", waitsFor: "decision", startedAt: null });
    const review = await reviewChanges(shop, id, acting());
    expect(review).toMatchObject({
      changes: { lastName: "Rivera Gómez", city: "Pasadena" },
      other: [{ field: "shoe", value: "43" }],
      message: "I moved.",
      present: { lastName: "Rivera", email: MATEO, city: "Los Angeles" },
    });
    const approved = { lastName: "Rivera Gómez", email: "mateo@new.example.com", city: "Pasadena" };
    expect(await approveChanges(shop, id, approved, acting())).toBe("approved");
    expect(await approveChanges(shop, id, approved, acting())).toBe("decided");
    await runDueJobs();
    expect(edits(MATEO)).toMatchObject({ lastName: "Rivera Gómez", email: "mateo@new.example.com" });
    expect(edits(MATEO).addresses?.[0]).toMatchObject({ city: "Pasadena", address1: "2217 Sunset Boulevard" });
    expect(await read(id)).toMatchObject({ status: "done", outcome: "corrected" });
    expect(await said(id, "request.corrected")).toHaveLength(2);
    expect(await findSubjects(shop, { email: "mateo@new.example.com" })).toHaveLength(1);
    expect(await findSubjects(shop, { email: MATEO })).toEqual([]);
  });

  test("that Shopify says it took, and did not, is named", async () => {
    const id = await open("correct", MATEO, { detail: { changes: { firstName: "Matthew" } } });
    world.faults.apiLies = ["customerUpdate"];
    await approveChanges(shop, id, { firstName: "Matthew" }, acting());
    await runDueJobs();
    expect(await task(id)).toMatchObject({ status: "pending", result: "not-as-asked" });
    await days(1);
    expect(await task(id)).toMatchObject({ status: "given-up", result: "not-as-asked" });
    expect(await read(id)).toMatchObject({ status: "done", outcome: "partial" });
  });
});

describe("what a person forbids", () => {
  test.each<[RequestKind, string, string]>([
    ["restrict", "candor-restricted", "restricted"],
    ["object", "candor-objects", "objection-kept"],
    ["opt-out-of-sale", "candor-no-sale", "opted-out"],
    ["limit-sensitive", "candor-sensitive-limited", "sensitive-limited"],
    ["withdraw-consent", "candor-consent-withdrawn", "consent-withdrawn"],
  ])("%s stands on their record at Shopify, and is read back", async (kind, tag, outcome) => {
    const id = await open(kind, MATEO);
    expect(await read(id)).toMatchObject({ status: "done", outcome });
    expect(edits(MATEO).tags).toEqual(["vip", tag]);
    expect(limitsOf(MATEO)).toEqual([JSON.stringify([tag.replace("candor-", "")])]);
    if (kind === "opt-out-of-sale") expect(edits(MATEO).saleOptOut).toBe(true);
    expect(await said(id, "request.flags-set")).toMatchObject([{ system: "shopify" }]);
  });

  test("ends their marketing, and adds up with what they forbade before", async () => {
    const wanted = shopFacts(world, shop).customers.find(({ emailConsent }) => emailConsent.state === "SUBSCRIBED");
    const email = wanted?.person.email ?? "";
    await open("object", email);
    await open("opt-out-of-sale", email);
    expect(edits(email)).toMatchObject({ emailMarketing: { state: "UNSUBSCRIBED" }, saleOptOut: true });
    expect(limitsOf(email)).toEqual([JSON.stringify(["objects", "no-sale"])]);
  });

  test("is done with nothing to do where Shopify has no record of them", async () => {
    const id = await open("restrict", "nobody@example.com");
    expect(await task(id)).toMatchObject({ status: "done", result: "nothing-held" });
    expect(await read(id)).toMatchObject({ outcome: "restricted" });
  });
});

describe("someone who names an address only", () => {
  const choose = async (customerId: number | undefined) => {
    const choice = sentChoice({ allowed: 15 });
    const sender = { customerId: customerId === undefined ? undefined : String(customerId), ip: undefined };
    expect(await receiveChoices(shop, [choice], sender, new Date())).toBe("kept");
    return choice.id;
  };
  const allowedIn = async () =>
    (await prisma().consentRecord.findMany({ where: { shop }, orderBy: { receivedAt: "asc" } })).map(
      ({ allowed }) => allowed,
    );

  test("is the customer with just this address: their choices are in the package, taken back, and erased", async () => {
    const [own, guest] = [await choose(customer(TYLER).id), await choose(undefined)];
    await open("withdraw-consent", TYLER);
    expect(await allowedIn()).toEqual([15, 15, 0]);
    const id = await open("access", TYLER);
    expect(await said(id, "request.collected")).toContainEqual({
      system: "candor",
      counts: [expect.stringMatching(/^candor: [2-9]/)],
    });
    const erasure = await open("delete", TYLER, { region: "US-UT" });
    requestErasure(world, shop, customer(TYLER).id);
    await noteAsked(shop, erasure, acting());
    await days(10.2);
    expect(await read(erasure)).toMatchObject({ outcome: "erased" });
    const left = await prisma().consentRecord.findMany({ where: { shop } });
    expect(left.map((row) => row.id)).toEqual([guest]);
    expect(own).not.toBe(guest);
  });

  test("is nobody else: a customer with another address keeps their choices", async () => {
    await choose(customer(MATEO).id);
    await open("withdraw-consent", "somebody@example.com");
    expect(await allowedIn()).toEqual([15]);
  });
});

describe("an erasure at Shopify", () => {
  test("needs a member of staff to ask, waits ten days, and is seen before Candor erases its own", async () => {
    const id = await open("delete", TYLER, { region: "US-UT" });
    expect(await task(id)).toMatchObject({ status: "by-hand", result: "needs-staff" });
    expect(await task(id, "candor")).toMatchObject({ status: "waiting", startedAt: null });
    requestErasure(world, shop, customer(TYLER).id);
    expect(await noteAsked(shop, id, acting())).toBe(true);
    await runDueJobs();
    expect(await task(id)).toMatchObject({ status: "pending", result: "shopify-cancel-window" });
    expect(await findSubjects(shop, { email: TYLER })).toHaveLength(1);
    await days(5);
    expect(await read(id)).toMatchObject({ status: "open" });
    await days(5.2);
    expect(await task(id)).toMatchObject({ status: "done", result: "gone" });
    expect(await read(id)).toMatchObject({ status: "done", outcome: "erased", subject: null });
    expect(await said(id, "request.read-back")).toEqual([{ system: "shopify", result: "gone" }]);
  });

  test("that waits for 180 days after an order is answered in part at once, and completed when it is done", async () => {
    const id = await open("delete", MATEO);
    requestErasure(world, shop, customer(MATEO).id);
    await noteAsked(shop, id, acting());
    await runDueJobs();
    expect(await task(id)).toMatchObject({ status: "pending", result: "shopify-recent-order" });
    expect(await read(id)).toMatchObject({ status: "done", outcome: "partial", subject: null });
    expect((await read(id)).sealedRest).not.toBeNull();
    await days(181);
    expect(await task(id)).toMatchObject({ status: "done", result: "gone" });
    expect(await read(id)).toMatchObject({ outcome: "erased", sealedRest: null });
  });

  test("that somebody takes back is noticed: the customer is still there", async () => {
    const id = await open("delete", TYLER, { region: "US-UT" });
    await noteAsked(shop, id, acting());
    await runDueJobs();
    await days(10.2);
    expect(await task(id)).toMatchObject({ status: "pending" });
    await days(4);
    expect(await task(id)).toMatchObject({ status: "given-up", result: "not-as-asked" });
  });

  test("of someone known by an unfinished checkout only is staff's to bring about", async () => {
    const id = await open("delete", "noemi.keller@beispiel.example");
    const { status, cause } = await task(id);
    expect([status, cause]).toEqual(["by-hand", expect.stringContaining("an unfinished checkout")]);
    expect(await task(await open("delete", "nobody@example.com"))).toMatchObject({ result: "nothing-held" });
  });
});
