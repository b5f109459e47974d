import { expect, test } from "vitest";
import { inTransaction, prisma } from "../db/database.server.ts";
import { useTestStores } from "../test-stores.ts";
import { appendEvidence } from "./append-evidence.server.ts";
import { parseEntry, type NewEntry } from "./chain.ts";
import { sha256 } from "./hash.server.ts";
import { listEvidence, readHead } from "./list-evidence.server.ts";
import { signingKey } from "./signing-key.server.ts";
import { verifyChain } from "./verify-chain.server.ts";

useTestStores();

const AT = new Date("2026-11-22T10:00:00.123Z");
const failed = (cause: string, request?: string): NewEntry => ({
  kind: "request.task-failed",
  at: AT,
  facts: { system: "shopify", cause },
  ...(request !== undefined && { request }),
});
const append = (shop: string, entry: NewEntry) => inTransaction((tx) => appendEvidence(tx, shop, entry));
const rows = (shop: string) => prisma().evidenceEntry.findMany({ where: { shop }, orderBy: { seq: "asc" } });

test("the first entry of a store starts its chain with the store's public key", async () => {
  const { seq, hash } = await append("first.myshopify.com", failed("timeout"));
  const [genesis, entry] = await rows("first.myshopify.com");
  const { publicKey } = await signingKey("first.myshopify.com");
  expect(seq).toBe(2n);
  expect(parseEntry(genesis?.body ?? "")).toEqual({
    v: 1,
    shop: "first.myshopify.com",
    seq: 1,
    at: "2026-11-22T10:00:00.123Z",
    kind: "chain.started",
    subject: null,
    request: null,
    facts: { algorithm: "Ed25519", publicKey: publicKey.toString("base64") },
    prev: "0".repeat(64),
  });
  expect(parseEntry(entry?.body ?? "").prev).toBe(Buffer.from(genesis?.hash ?? "").toString("hex"));
  expect(sha256(entry?.body ?? "").equals(hash)).toBe(true);
  expect(entry?.at).toEqual(AT);
  expect(await readHead("first.myshopify.com")).toEqual({ seq: 2, hash: hash.toString("hex"), at: AT });
});

test("20 transactions at once, on a chain that does not exist yet, give one sequence without gaps", async () => {
  const shop = "busy.myshopify.com";
  await Promise.all(Array.from({ length: 20 }, (_, index) => append(shop, failed(`cause-${index}`))));
  const entries = await rows(shop);
  expect(entries.map((entry) => Number(entry.seq))).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  expect(new Set(entries.map((entry) => entry.body)).size).toBe(21);
  expect(await verifyChain(shop)).toMatchObject({ ok: true, entries: 21 });
});

test("a transaction that is rolled back leaves no gap, not even at the chain's start", async () => {
  const shop = "torn.myshopify.com";
  const torn = (index: number) =>
    inTransaction(async (tx) => {
      await appendEvidence(tx, shop, failed(`cause-${index}`));
      await appendEvidence(tx, shop, failed(`cause-${index}-again`));
      if (index % 3 === 0) throw new Error("torn");
    });
  const results = await Promise.allSettled(Array.from({ length: 12 }, (_, index) => torn(index)));
  expect(results.filter((result) => result.status === "rejected")).toHaveLength(4);
  expect(await verifyChain(shop)).toMatchObject({ ok: true, entries: 17 });
});

test("stores have chains of their own, with keys of their own", async () => {
  await Promise.all(["one.myshopify.com", "two.myshopify.com"].map((shop) => append(shop, failed("timeout"))));
  const [one] = await rows("one.myshopify.com");
  const [two] = await rows("two.myshopify.com");
  expect([one?.seq, two?.seq]).toEqual([1n, 1n]);
  expect(parseEntry(one?.body ?? "").facts).not.toEqual(parseEntry(two?.body ?? "").facts);
});

test("an entry with personal data is not written", async () => {
  const shop = "careful.myshopify.com";
  await expect(append(shop, failed("anna@example.com"))).rejects.toThrow('"cause"');
  await expect(append(shop, { ...failed("timeout"), subject: "anna@example.com" })).rejects.toThrow('"subject"');
  expect(await rows(shop)).toEqual([]);
});

test("a store's entries are listed newest first, page by page, and by request", async () => {
  const shop = "listed.myshopify.com";
  const request = "0190c0de-0000-7000-8000-000000000001";
  for (const cause of ["a", "b", "c", "d"]) await append(shop, failed(cause, cause < "c" ? undefined : request));
  const first = await listEvidence(shop, { limit: 3 });
  const second = await listEvidence(shop, { limit: 3, before: first.next ?? 0 });
  expect(first.entries.map((entry) => entry.seq)).toEqual([5, 4, 3]);
  expect(second).toMatchObject({ entries: [{ seq: 2 }, { seq: 1, kind: "chain.started" }], next: null });
  expect((await listEvidence(shop, { request })).entries.map((entry) => entry.facts)).toEqual([
    { system: "shopify", cause: "d" },
    { system: "shopify", cause: "c" },
  ]);
  expect(await listEvidence("nobody.myshopify.com")).toEqual({ entries: [], next: null });
});
