import { v7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { inTransaction, prisma } from "../db/database.server.ts";
import type { RequestStatus } from "../law/requests.ts";
import { readTurn } from "../paging/keyset.ts";
import { useTestStores } from "../test-stores.ts";
import type { Identity } from "../vault/identity.ts";
import { keepSubject } from "../vault/subjects.server.ts";
import { findRequests, listRequests } from "./list-requests.server.ts";
import { readHoldReason, readRequest } from "./read-request.server.ts";
import { placeHold } from "./hold-person.server.ts";

useTestStores();

const SHOP = "lists.myshopify.com";
const OTHER = "other.myshopify.com";
const NOW = new Date("2026-11-22T12:00:00Z");
const DAY_MS = 86_400_000;
const ANNA = { email: "anna@example.com", phone: "+49 171 2345678", customerId: "7013345678901" };

interface Wanted {
  shop?: string;
  kind?: string;
  status?: RequestStatus;
  /** Days from now. */
  due: number;
  identity?: Identity;
}

async function addRequest({ shop = SHOP, kind = "access", status = "open", due, identity }: Wanted): Promise<string> {
  const id = v7();
  const subject = identity ? await inTransaction((tx) => keepSubject(tx, shop, identity)) : null;
  const deadline = new Date(NOW.getTime() + due * DAY_MS);
  const isOver = status !== "open" && status !== "on-hold";
  const times = { receivedAt: new Date(deadline.getTime() - 30 * DAY_MS), deadline, closedAt: isOver ? NOW : null };
  const facts = { kind, status, subject, source: "shopify", externalId: id, law: "gdpr" };
  await prisma().privacyRequest.create({ data: { shop, id, ...facts, ...times } });
  return id;
}

const ids: Record<string, string> = {};

beforeAll(async () => {
  ids["late"] = await addRequest({ due: -2, identity: ANNA });
  ids["soon"] = await addRequest({ due: 3, kind: "delete", identity: { email: "béla@example.com" } });
  ids["held"] = await addRequest({ due: 10, kind: "delete", status: "on-hold", identity: ANNA });
  ids["far"] = await addRequest({ due: 20, identity: { phone: "+1 555 625 1199" } });
  ids["done"] = await addRequest({ due: -5, status: "done" });
  ids["elsewhere"] = await addRequest({ shop: OTHER, due: 1, identity: ANNA });
  await prisma().requestTask.create({
    data: { shop: SHOP, request: ids["soon"], system: "candor", status: "failed", cause: "The disk is full." },
  });
});

const namesOf = (rows: readonly { id: string }[]) =>
  rows.map(({ id }) => Object.entries(ids).find(([, one]) => one === id)?.[0]);

describe("the list of requests", () => {
  test("is in the order of deadlines, of one store, with persons masked", async () => {
    const { rows, previous, next } = await listRequests(SHOP, {}, {}, NOW);
    expect(namesOf(rows)).toEqual(["done", "late", "soon", "held", "far"]);
    expect(rows.map(({ person }) => person)).toEqual([
      null,
      "a•••@e•••.com",
      "b•••@e•••.com",
      "a•••@e•••.com",
      "•••199",
    ]);
    expect(rows.map(({ isFailing }) => isFailing)).toEqual([false, false, true, false, false]);
    expect([previous, next]).toEqual([null, null]);
  });

  test("can be filtered by status, kind and lateness", async () => {
    const list = async (filter: Parameters<typeof listRequests>[1]) =>
      namesOf((await listRequests(SHOP, filter, {}, NOW)).rows);
    expect(await list({ statuses: ["open", "on-hold"] })).toEqual(["late", "soon", "held", "far"]);
    expect(await list({ kind: "delete" })).toEqual(["soon", "held"]);
    expect(await list({ isOverdue: true })).toEqual(["late"]);
    expect(await list({ statuses: ["refused"] })).toEqual([]);
  });

  test.each([false, true])("can be turned page by page, forth and back (latest first: %s)", async (latestFirst) => {
    const all = (await listRequests(SHOP, {}, { latestFirst }, NOW)).rows;
    const first = await listRequests(SHOP, {}, { latestFirst, limit: 2 }, NOW);
    const second = await listRequests(SHOP, {}, { latestFirst, limit: 2, turn: readTurn(first.next, null) }, NOW);
    const third = await listRequests(SHOP, {}, { latestFirst, limit: 2, turn: readTurn(second.next, null) }, NOW);
    expect([...first.rows, ...second.rows, ...third.rows]).toEqual(all);
    expect(third.next).toBeNull();
    const back = await listRequests(SHOP, {}, { latestFirst, limit: 2, turn: readTurn(null, third.previous) }, NOW);
    expect(back).toEqual(second);
  });
});

describe("the search", () => {
  test("finds one person's requests by e-mail, telephone or customer id, however they are written", async () => {
    for (const term of [
      "ANNA@example.com ",
      "0049 171 2345678",
      ANNA.customerId,
      `gid://shopify/Customer/${ANNA.customerId}`,
    ])
      expect(namesOf(await findRequests(SHOP, term))).toEqual(["late", "held"]);
  });

  test("finds nobody by a part, by a name, or in another store", async () => {
    for (const term of ["anna", "anna@", "@example.com", "béla", ""])
      expect(await findRequests(SHOP, term)).toEqual([]);
    expect(namesOf(await findRequests(OTHER, ANNA.email))).toEqual(["elsewhere"]);
  });
});

describe("one request", () => {
  test("is shown with its tasks, the person masked", async () => {
    const view = await readRequest(SHOP, ids["soon"] ?? "", NOW);
    expect(view).toMatchObject({ kind: "delete", person: "b•••@e•••.com", isFailing: true, package: null, hold: null });
    expect(view?.tasks).toMatchObject([{ system: "candor", status: "failed", cause: "The disk is full." }]);
  });

  test("of another store, or with an address that is none, is not there", async () => {
    expect(await readRequest(SHOP, ids["elsewhere"] ?? "", NOW)).toBeUndefined();
    expect(await readRequest(SHOP, "' OR 1=1", NOW)).toBeUndefined();
  });

  test("shows the hold on its person, and the reason only to who asks for it", async () => {
    const hold = { ground: "legal-claim", reason: "Anna's lawyer wrote", reviewOn: new Date("2027-01-31") } as const;
    await placeHold(SHOP, ids["held"] ?? "", hold, { staff: "81001", now: NOW });
    const view = await readRequest(SHOP, ids["late"] ?? "", NOW);
    expect(view?.hold).toMatchObject({ ground: "legal-claim", reviewOn: hold.reviewOn });
    expect(JSON.stringify(view)).not.toContain("lawyer");
    expect(await readHoldReason(SHOP, ids["late"] ?? "")).toBe("Anna's lawyer wrote");
    expect(await readHoldReason(SHOP, ids["soon"] ?? "")).toBeUndefined();
  });

  test("shows its package until that has expired", async () => {
    const id = ids["late"] ?? "";
    const row = await prisma().privacyRequest.findUniqueOrThrow({ where: { shop_id: { shop: SHOP, id } } });
    const expiresAt = new Date(NOW.getTime() + DAY_MS);
    const facts = { request: id, subject: row.subject ?? "", createdAt: NOW, expiresAt, bytes: 2_048n, parts: 1 };
    await prisma().package.create({ data: { shop: SHOP, id, ...facts } });
    expect((await readRequest(SHOP, id, NOW))?.package).toEqual({
      id,
      bytes: 2_048,
      createdAt: NOW,
      expiresAt,
      downloads: 0,
    });
    expect((await readRequest(SHOP, id, expiresAt))?.package).toBeNull();
  });
});
