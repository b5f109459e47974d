import { expect, test } from "vitest";
import { verify } from "../../verify/verify.mjs";
import { inTransaction, prisma } from "../db/database.server.ts";
import { useTestStores } from "../test-stores.ts";
import { appendEvidence } from "./append-evidence.server.ts";
import { certificateFile, certify, keepCertificate } from "./certificate.server.ts";
import { lockHead } from "./lock-head.server.ts";

useTestStores();

const AT = new Date("2026-11-22T10:00:00.000Z");
const SHOP = "gone.myshopify.com";

async function certificate(): Promise<string> {
  await inTransaction(async (tx) => {
    await appendEvidence(tx, SHOP, { kind: "app.uninstalled", at: AT, facts: {} });
    const head = await lockHead(tx, SHOP);
    await keepCertificate(tx, await certify(SHOP, { removed: { Delivery: 12, PrivacyRequest: 3 }, head }, AT));
  });
  const kept = await prisma().erasureCertificate.findFirstOrThrow({ orderBy: { id: "desc" } });
  return certificateFile(kept);
}

test("an erasure certificate is verified by the standalone program, and names nobody", async () => {
  const file = await certificate();
  expect(file).not.toContain("gone");
  const verdict = await verify(file, { shop: SHOP });
  expect(verdict).toMatchObject({ ok: true, entries: 2 });
  expect(verdict.ok && verdict.summary).toContain("15 rows");
});

test("an edited certificate, another key and another shop are found", async () => {
  const file = await certificate();
  expect(await verify(file.replace("12", "11"))).toMatchObject({ ok: false });
  expect(await verify(file, { key: "0".repeat(64) })).toMatchObject({ ok: false });
  expect(await verify(file, { shop: "other.myshopify.com" })).toMatchObject({ ok: false });
});
