import { v7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { shopFacts, shopState } from "../../standin/world.ts";
import { inTransaction, prisma } from "../db/database.server.ts";
import { listEvidence } from "../evidence/list-evidence.server.ts";
import { openRequest } from "../requests/open-request.server.ts";
import { adminFor } from "../shopify/admin-graphql.server.ts";
import { STALE_CUSTOMERS } from "../shopify/operations/stale.ts";
import { installAt, useShopify } from "../shopify/test-shopify.ts";
import { saveDeskRules } from "../staff/desk-rules.server.ts";
import { runDueJobs } from "../test-jobs.ts";
import { askEachStore } from "../installation/ask-each-store.server.ts";
import { useTestStores } from "../test-stores.ts";
import { findSubjects } from "../vault/subjects.server.ts";
import { approveRun, noteLook } from "./approve-run.server.ts";
import { changedBefore } from "./count-past.server.ts";
import { eraseInactive } from "./erase-inactive.server.ts";
import { momentBefore } from "./plan-retention.ts";
import { listRuns, readRetention, readRetentionSummary } from "./read-retention.server.ts";
import { runRetention } from "./run-retention.server.ts";
import { readSamples } from "./samples.server.ts";

useTestStores();
const world = useShopify();

/** Most of the generated customers, not all, have changed nothing for three years by then. */
const YEARS_ON = new Date(Date.now() + 2.95 * 365 * 86_400_000);
const BY = { staff: "81001", now: YEARS_ON };

let count = 0;
let shop = "";
beforeEach(async () => {
  shop = `retention-${String(++count)}.myshopify.com`;
  await installAt(world, shop);
});

async function past(category: string, now = YEARS_ON): Promise<number> {
  return (await readRetention(shop, now)).find((one) => one.category === category)?.past ?? -1;
}
const asked = () => prisma().privacyRequest.findMany({ where: { shop, source: "retention" } });
const evidence = async (kind: string) => {
  const { entries } = await listEvidence(shop, { limit: 100 });
  return entries.filter((entry) => entry.kind === kind).map(({ facts }) => facts);
};

async function closeRequest(email: string, closedAt: Date): Promise<string> {
  const wanted = { kind: "access", source: "form", externalId: v7(), identity: { email }, orders: [] } as const;
  const id = await inTransaction((tx) =>
    openRequest(tx, shop, { ...wanted, receivedAt: closedAt, waitsFor: "mailbox" }),
  );
  const data = { status: "done", outcome: "nothing-found", closedAt };
  await prisma().privacyRequest.update({ where: { shop_id: { shop, id } }, data });
  return id;
}

describe("closed requests", () => {
  it("go with whoever made them when their period is over, and the evidence says how many", async () => {
    const old = new Date(YEARS_ON.getTime() - 37 * 31 * 86_400_000);
    await closeRequest("old@example.com", old);
    const young = await closeRequest("young@example.com", new Date(YEARS_ON.getTime() - 86_400_000));
    await runRetention(shop, YEARS_ON);
    expect((await prisma().privacyRequest.findMany({ where: { shop } })).map(({ id }) => id)).toEqual([young]);
    expect(await findSubjects(shop, { email: "old@example.com" })).toEqual([]);
    expect(await findSubjects(shop, { email: "young@example.com" })).toHaveLength(1);
    expect(await evidence("retention.ended")).toMatchObject([{ category: "privacy-requests", records: 1 }]);
    await runRetention(shop, YEARS_ON);
    expect(await evidence("retention.ended")).toHaveLength(1);
  });

  it("stay while a hold keeps their person, or while a younger one of the same person is there", async () => {
    const old = new Date(YEARS_ON.getTime() - 37 * 31 * 86_400_000);
    await closeRequest("held@example.com", old);
    await closeRequest("again@example.com", old);
    await closeRequest("again@example.com", YEARS_ON);
    const [subject = ""] = await findSubjects(shop, { email: "held@example.com" });
    const hold = { shop, id: v7(), subject, ground: "claim", placedAt: old, sealedReason: Buffer.from("x") };
    await prisma().legalHold.create({ data: { ...hold, reviewOn: YEARS_ON } });
    await runRetention(shop, YEARS_ON);
    expect(await prisma().privacyRequest.count({ where: { shop } })).toBe(3);
    await prisma().legalHold.updateMany({ where: { shop }, data: { releasedAt: YEARS_ON } });
    await runRetention(shop, YEARS_ON);
    expect(await prisma().privacyRequest.count({ where: { shop } })).toBe(2);
    expect(await prisma().legalHold.count({ where: { shop } })).toBe(0);
  });
});

describe("customers at Shopify without a change for longer than the rule says", () => {
  it("are counted, shown masked, and left alone until staff approve", async () => {
    await runRetention(shop, YEARS_ON);
    const many = await past("customer-profiles");
    expect(many).toBeGreaterThan(0);
    expect(many).toBeLessThan(shopFacts(world, shop).customers.length);
    const samples = await readSamples(shop, await readRetention(shop, YEARS_ON));
    expect(samples.length).toBeGreaterThan(0);
    for (const { who } of samples) expect(who).not.toMatch(/^[^•*…]+@[^•*…]+$/);
    await runDueJobs();
    expect(await asked()).toEqual([]);
    expect(await readRetentionSummary(shop, YEARS_ON)).toMatchObject({ past: many + (await past("draft-orders")) });
  });

  it("are each asked to be erased once they are approved, once, and the figure falls", async () => {
    await runRetention(shop, YEARS_ON);
    const many = await past("customer-profiles");
    expect(await approveRun(shop, BY)).toBe("approved");
    expect(await approveRun(shop, BY)).toBe("running");
    const [run] = await listRuns(shop);
    await eraseInactive(shop, run?.id ?? "", YEARS_ON);
    const requests = await asked();
    expect(requests).toHaveLength(many);
    for (const { kind, status, verifiedBy } of requests)
      expect([kind, status, verifiedBy]).toEqual(["delete", "open", "staff"]);
    expect(await past("customer-profiles")).toBe(0);
    expect(await listRuns(shop)).toMatchObject([{ state: "done", opened: many }]);
    expect(await evidence("retention.carried-out")).toEqual([{ run: run?.id, requests: many }]);
    await eraseInactive(shop, run?.id ?? "", YEARS_ON);
    expect(await approveRun(shop, BY)).toBe("approved");
    const second = (await listRuns(shop))[0];
    await eraseInactive(shop, second?.id ?? "", YEARS_ON);
    expect(await asked()).toHaveLength(many);
  });

  it("who came back between approval and their turn are left alone", async () => {
    await runRetention(shop, YEARS_ON);
    const many = await past("customer-profiles");
    await approveRun(shop, BY);
    const admin = await adminFor(shop);
    const query = changedBefore(momentBefore({ months: 36 }, YEARS_ON));
    const { customers } = await admin(STALE_CUSTOMERS, { first: 1, after: null, query });
    shopState(world, shop).edits[Number(customers.nodes[0]?.id.split("/").at(-1))] = { note: "She is back" };
    const [run] = await listRuns(shop);
    await eraseInactive(shop, run?.id ?? "", YEARS_ON);
    expect(await asked()).toHaveLength(many - 1);
  });

  it("need two people where the store wants four eyes", async () => {
    await saveDeskRules(shop, { fourEyes: true }, { by: "p", now: YEARS_ON });
    expect(await approveRun(shop, BY)).toBe("another");
    expect(await approveRun(shop, BY)).toBe("same");
    expect(await approveRun(shop, { ...BY, staff: "81002" })).toBe("approved");
    expect(await evidence("retention.approved")).toHaveLength(2);
    const [run] = await listRuns(shop);
    await eraseInactive(shop, run?.id ?? "", YEARS_ON);
    expect((await asked()).every(({ waitsFor }) => waitsFor === null)).toBe(true);
  });
});

describe("what only a person can end", () => {
  it("is due once a year, and evidence says when staff looked", async () => {
    const due = async (now: Date) =>
      (await readRetention(shop, now)).filter(({ isLookDue }) => isLookDue).map(({ category }) => category);
    expect(await due(YEARS_ON)).toContain("support-messages");
    await noteLook(shop, "support-messages", BY);
    expect(await due(YEARS_ON)).not.toContain("support-messages");
    expect(await due(new Date(YEARS_ON.getTime() + 366 * 86_400_000))).toContain("support-messages");
    expect(await evidence("retention.looked-through")).toMatchObject([{ category: "support-messages" }]);
  });
});

it("every store gets a run of its own each day, also one whose app is gone", async () => {
  await prisma().shop.update({ where: { shop }, data: { uninstalledAt: new Date() } });
  await askEachStore("retention.run", "on-file");
  expect(await runDueJobs()).toContain("retention.run");
});
