import { createHash, randomUUID } from "node:crypto";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { pool, prisma } from "../db/database.server.ts";
import { verifyChain } from "../evidence/verify-chain.server.ts";
import type { VerifiedDelivery } from "../inbox/delivery.ts";
import { receiveDelivery } from "../inbox/receive-delivery.server.ts";
import type { Topic } from "../inbox/topics.ts";
import { runDueJobs } from "../test-jobs.ts";
import { useTestStores } from "../test-stores.ts";
import { keyStore } from "../vault/key-store.server.ts";
import { findSubjects } from "../vault/subjects.server.ts";
import { downloadPackage } from "./download-package.server.ts";
import { placeHold, releaseHold } from "./hold-person.server.ts";
import { revealPerson } from "./reveal-person.server.ts";

useTestStores();

let count = 0;
/** Each test has a shop of its own. */
const newShop = () => `shop-${String(++count)}.myshopify.com`;

const ANNA = { id: 7013345678901, email: "Anna.Müller@example.com", phone: "+49 171 2345678" };

function delivery(shop: string, topic: Topic, body: unknown, more: Partial<VerifiedDelivery> = {}): VerifiedDelivery {
  const eventId = randomUUID();
  return {
    ...{ shop, topic, eventId, webhookId: randomUUID(), apiVersion: "2026-10", triggeredAt: new Date() },
    body: Buffer.from(JSON.stringify(body)),
    ...more,
  };
}

async function deliver(shop: string, topic: Topic, body: unknown, more: Partial<VerifiedDelivery> = {}) {
  const received = await receiveDelivery(shop, delivery(shop, topic, body, more), new Date());
  await runDueJobs();
  return received;
}

const dataRequest = (id: number, customer: unknown = ANNA) => ({
  customer,
  orders_requested: [1],
  data_request: { id },
});
const redact = (customer: unknown = ANNA) => ({ customer, orders_to_redact: [] });

const requestsOf = (shop: string) =>
  prisma().privacyRequest.findMany({ where: { shop }, orderBy: { receivedAt: "asc" } });

/** Every row of every table as an outsider with a copy of the database would read it. */
async function dump(): Promise<string> {
  const tables = await pool().query<{ name: string }>(
    `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname IN ('public', 'pgboss')`,
  );
  const rows: string[] = [];
  for (const { name } of tables.rows)
    rows.push(
      ...(await pool().query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)).rows.map(({ row }) => row),
    );
  return rows.join("\n").toLowerCase();
}

describe("customers/data_request", () => {
  test("opens one request with the strictest clock and ends with a package of what Candor holds", async () => {
    const shop = newShop();
    expect(await deliver(shop, "customers/data_request", dataRequest(1))).toBe("recorded");
    const [request] = await requestsOf(shop);
    expect(request).toMatchObject({ kind: "access", source: "shopify", status: "done", outcome: "package-ready" });
    const days = (Number(request?.deadline) - Number(request?.receivedAt)) / 86_400_000;
    expect(days).toBe(10);
    expect(request?.law).toBe("unknown");
    const download = await downloadPackage(shop, request?.id ?? "", "4711", new Date());
    if (download === "gone") throw new Error("no package");
    const chunks: Buffer[] = [];
    for await (const part of download.parts) chunks.push(part);
    const files = unzipSync(Buffer.concat(chunks));
    expect(Object.keys(files)).toContain("index.html");
    expect(Buffer.from(files["data.json"] ?? []).toString()).toContain(ANNA.email);
    expect(Buffer.concat(chunks).length).toBe(download.bytes);
  });

  test("has one effect however often it is delivered, in one batch or later", async () => {
    const shop = newShop();
    const once = delivery(shop, "customers/data_request", dataRequest(2));
    const answers = await Promise.all([1, 2, 3, 4].map(() => receiveDelivery(shop, once, new Date())));
    expect(answers.filter((answer) => answer === "recorded")).toHaveLength(1);
    await runDueJobs();
    expect(await receiveDelivery(shop, once, new Date())).toBe("seen before");
    // another event about the same data request
    await deliver(shop, "customers/data_request", dataRequest(2));
    expect(await requestsOf(shop)).toHaveLength(1);
  });

  test("works for a customer known by e-mail only", async () => {
    const shop = newShop();
    await deliver(shop, "customers/data_request", dataRequest(3, { email: "guest@example.org" }));
    expect(await requestsOf(shop)).toMatchObject([{ status: "done" }]);
    expect(await findSubjects(shop, { email: " GUEST@example.org" })).toHaveLength(1);
  });

  test("leaves nothing of the person readable in the database", async () => {
    const shop = newShop();
    await deliver(shop, "customers/data_request", dataRequest(4));
    const text = await dump();
    for (const secret of [ANNA.email.toLowerCase(), "1712345678", String(ANNA.id)]) {
      expect(text.includes(secret)).toBe(false);
      expect(text.includes(Buffer.from(secret).toString("hex"))).toBe(false);
    }
  });

  test("that is older than the person's erasure puts nobody on file again", async () => {
    const shop = newShop();
    const before = new Date(Date.now() - 3_600_000);
    await deliver(shop, "customers/redact", redact());
    await deliver(shop, "customers/data_request", dataRequest(5), { triggeredAt: before });
    const [, late] = await requestsOf(shop);
    expect(late).toMatchObject({ kind: "access", status: "superseded", outcome: "erased-before", subject: null });
    expect(await findSubjects(shop, { email: ANNA.email })).toEqual([]);
  });
});

describe("customers/redact", () => {
  test("removes the person, their key, their package and the content of their requests, and proves it", async () => {
    const shop = newShop();
    await deliver(shop, "customers/data_request", dataRequest(6));
    const [access] = await requestsOf(shop);
    const [subject = ""] = await findSubjects(shop, { email: ANNA.email });
    expect(await keyStore().get(shop, subject)).toBeDefined();

    await deliver(shop, "customers/redact", redact());

    expect(await keyStore().get(shop, subject)).toBeUndefined();
    expect(await findSubjects(shop, { email: ANNA.email })).toEqual([]);
    expect(await downloadPackage(shop, access?.id ?? "", "4711", new Date())).toBe("gone");
    expect(await prisma().packagePart.count({ where: { shop } })).toBe(0);
    const requests = await requestsOf(shop);
    expect(requests).toMatchObject([
      { kind: "access", status: "done", subject: null, sealedDetail: null },
      { kind: "delete", status: "done", outcome: "erased", subject: null, sealedDetail: null },
    ]);
    const search = await prisma().evidenceEntry.findFirst({ where: { shop, kind: "subject.residue-searched" } });
    expect(JSON.parse(search?.body ?? "{}")).toMatchObject({ facts: { total: 0, hits: [] } });
    expect(await verifyChain(shop)).toMatchObject({ ok: true });
  });

  test("closes an access request that is still running", async () => {
    const shop = newShop();
    await receiveDelivery(shop, delivery(shop, "customers/data_request", dataRequest(7)), new Date());
    await receiveDelivery(shop, delivery(shop, "customers/redact", redact()), new Date());
    await runDueJobs();
    const kinds = (await requestsOf(shop)).map(({ kind, status }) => `${kind} ${status}`).sort();
    expect(["access done", "access superseded"]).toContain(kinds[0]);
    expect(kinds[1]).toBe("delete done");
    expect((await requestsOf(shop)).every(({ subject }) => subject === null)).toBe(true);
  });

  test("waits while a legal hold is in force, and goes on when it is released", async () => {
    const shop = newShop();
    await deliver(shop, "customers/data_request", dataRequest(8));
    const [access] = await requestsOf(shop);
    const by = { staff: "4711", now: new Date() };
    const hold = {
      ground: "legal-claim" as const,
      reason: "Chargeback of Anna Müller",
      reviewOn: new Date("2027-01-01"),
    };
    expect(await placeHold(shop, access?.id ?? "", hold, by)).toBe("placed");
    await deliver(shop, "customers/redact", redact());
    expect((await requestsOf(shop))[1]).toMatchObject({ kind: "delete", status: "on-hold" });
    expect(await findSubjects(shop, { email: ANNA.email })).toHaveLength(1);
    const [row] = await prisma().legalHold.findMany({ where: { shop } });
    expect(await releaseHold(shop, row?.id ?? "", by)).toBe("released");
    await runDueJobs();
    expect((await requestsOf(shop))[1]).toMatchObject({ status: "done", outcome: "erased" });
    expect(await findSubjects(shop, { email: ANNA.email })).toEqual([]);
  });

  test("leaves another person alone who shares only the telephone", async () => {
    const shop = newShop();
    const ben = { id: 7013345678999, email: "ben@example.com", phone: ANNA.phone };
    await deliver(shop, "customers/data_request", dataRequest(9, ben));
    await deliver(shop, "customers/redact", redact());
    expect(await findSubjects(shop, { email: ben.email })).toHaveLength(1);
  });

  test("of someone who was never on file is done and proved all the same", async () => {
    const shop = newShop();
    await deliver(shop, "customers/redact", redact({ email: "nobody@example.com" }));
    expect(await requestsOf(shop)).toMatchObject([{ kind: "delete", status: "done", outcome: "erased" }]);
  });
});

describe("shop/redact", () => {
  test("erases every row and key of the shop and keeps one signed certificate", async () => {
    const shop = newShop();
    await deliver(shop, "customers/data_request", dataRequest(10));
    await deliver(shop, "shop/redact", { shop_id: 1, shop_domain: shop });
    // the job that erases can't remove itself; its queue forgets it a minute later
    const lines = (await dump()).split("\n").filter((line) => line.includes(shop));
    expect(lines.filter((line) => !line.includes("shop.erase")).length).toBe(0);
    expect(await keyStore().list(shop)).toEqual([]);
    const shopHash = createHash("sha256").update(shop).digest("hex");
    expect(await prisma().erasureCertificate.count({ where: { shopHash } })).toBe(1);
  });

  test("does nothing when the shop has installed the app again, and asks for a look", async () => {
    const shop = newShop();
    await prisma().shop.create({ data: { shop, installedAt: new Date() } });
    await deliver(shop, "shop/redact", { shop_domain: shop });
    expect(await prisma().shop.count({ where: { shop } })).toBe(1);
    expect(await prisma().delivery.findFirst({ where: { shop } })).toMatchObject({
      status: "needs-look",
      note: "installed-again",
    });
  });
});

describe("a delivery that needs a look", () => {
  test("is kept when its body can't be read, and its topic or shop is unknown", async () => {
    const shop = newShop();
    await deliver(shop, "customers/redact", {}, { body: Buffer.from("{not json") });
    await deliver(shop, "customers/redact", { customer: {} });
    await receiveDelivery(shop, delivery(shop, "orders/paid" as Topic, {}), new Date());
    await deliver(shop, "customers/data_request", dataRequest(11));
    const rows = await prisma().delivery.findMany({ where: { shop }, orderBy: { receivedAt: "asc" } });
    expect(rows.map(({ status, note }) => [status, note])).toEqual([
      ["needs-look", "unparsable"],
      ["needs-look", "unparsable"],
      ["needs-look", "unknown-topic"],
      ["needs-look", "unknown-shop"],
    ]);
    expect(rows.map(({ sealedBody }) => sealedBody !== null)).toEqual([true, true, true, false]);
  });
});

describe("looking at a person", () => {
  test("is evidence before it is an answer, and ends with the erasure", async () => {
    const shop = newShop();
    await deliver(shop, "customers/data_request", dataRequest(12));
    const [access] = await requestsOf(shop);
    const seen = await revealPerson(shop, access?.id ?? "", "4711", new Date());
    expect(seen).toEqual({ customerId: String(ANNA.id), email: ANNA.email, phone: ANNA.phone });
    const entry = await prisma().evidenceEntry.findFirst({ where: { shop, kind: "request.personal-data-revealed" } });
    expect(entry?.body).not.toContain("4711");
    await deliver(shop, "customers/redact", redact());
    expect(await revealPerson(shop, access?.id ?? "", "4711", new Date())).toBe("gone");
  });
});
