import { expect, test } from "vitest";
import { prisma } from "../db/database.server.ts";
import { useTestMailbox } from "../mail/test-mailbox.ts";
import { runDueJobs } from "../test-jobs.ts";
import { useTestStores } from "../test-stores.ts";
import { listAttachments, openAttachment } from "./attachments.server.ts";
import { enterRequest, type EnteredRequest } from "./enter-request.server.ts";
import { linkIn, visit } from "./test-shopper.ts";

useTestStores();
const mailbox = useTestMailbox();

const NOW = new Date();
const BY = { staff: "4711", now: NOW };
const entered = (changes: Partial<EnteredRequest> = {}): EnteredRequest => ({
  ...{ kind: "access", behalf: "self", email: "anna@example.com", phone: null, asker: null, region: "DE" },
  ...{ language: "de", receivedAt: new Date(NOW.getTime() - 5 * 86_400_000), message: "Bitte", file: null },
  knownBecause: null,
  ...changes,
});

test("a letter's clock starts on the day it arrived; what staff know, and why, is kept sealed, and work begins", async () => {
  const shop = "enter-1.myshopify.com";
  const file = {
    name: "Brief von Anna.pdf",
    type: "application/pdf",
    base64: Buffer.from("%PDF-1.7").toString("base64"),
  };
  const id = await enterRequest(shop, entered({ file, knownBecause: "Anna came to the shop" }), BY);
  await runDueJobs();
  const row = await prisma().privacyRequest.findUniqueOrThrow({ where: { shop_id: { shop, id } } });
  expect(row).toMatchObject({ source: "staff", verifiedBy: "staff", status: "done", law: "gdpr" });
  expect(row.receivedAt.getTime()).toBe(NOW.getTime() - 5 * 86_400_000);
  const [decision] = await prisma().requestDecision.findMany({ where: { shop, request: id } });
  expect(Buffer.from(decision?.sealedReason ?? []).toString("latin1")).not.toContain("Anna");
  const [letter] = await listAttachments(shop, id);
  const opened = await openAttachment(shop, { request: id, attachment: letter?.id ?? "", staff: "4711" }, NOW);
  expect(opened).toMatchObject({ name: "Brief von Anna.pdf", mediaType: "application/pdf" });
  const kinds = (await prisma().evidenceEntry.findMany({ where: { shop, request: id } })).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(["request.attachment-added", "request.attachment-opened"]));
  expect((await mailbox.received()).map(({ to }) => to)).toContain("anna@example.com");
});

test("where staff do not know who asks, a link is mailed, and nothing begins before it is used", async () => {
  const shop = "enter-2.myshopify.com";
  const id = await enterRequest(shop, entered(), BY);
  await runDueJobs();
  expect(await prisma().requestTask.count({ where: { shop } })).toBe(0);
  const link = linkIn((await mailbox.received()).at(-1)?.text ?? "", "verify");
  expect((await visit({ shop }, link, {})).status).toBe(200);
  const row = await prisma().privacyRequest.findUniqueOrThrow({ where: { shop_id: { shop, id } } });
  expect(row).toMatchObject({ status: "open", verifiedBy: "mailbox" });
});

test("a file of another request, or of another shop, is not given", async () => {
  const file = { name: "x.pdf", type: "application/pdf", base64: "JVBERi0=" };
  const id = await enterRequest("enter-3.myshopify.com", entered({ file }), BY);
  const [letter] = await listAttachments("enter-3.myshopify.com", id);
  const wanted = { request: id, attachment: letter?.id ?? "", staff: "4711" };
  expect(await openAttachment("enter-4.myshopify.com", wanted, NOW)).toBe("gone");
  const other = await enterRequest("enter-3.myshopify.com", entered({ email: "bea@example.com" }), BY);
  expect(await openAttachment("enter-3.myshopify.com", { ...wanted, request: other }, NOW)).toBe("gone");
});
