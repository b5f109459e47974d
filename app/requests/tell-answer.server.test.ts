import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { inTransaction, pool, prisma } from "../db/database.server.ts";
import type { RequestKind, RequestSource } from "../law/requests.ts";
import { useTestMailbox } from "../mail/test-mailbox.ts";
import { addReceiver, useProcessors } from "../processors/test-processor.ts";
import { runDueJobs } from "../test-jobs.ts";
import { useTestStores } from "../test-stores.ts";
import { keyStore } from "../vault/key-store.server.ts";
import { KEEPERS } from "../worker.server.ts";
import { openRequest, type NewRequest } from "./open-request.server.ts";
import { runTask } from "./run-task.server.ts";

useTestStores();
const mailbox = useTestMailbox();
const { receiver, at } = useProcessors();
beforeEach(async () => {
  await pool().query("DELETE FROM pgboss.job");
  receiver.contacts = [];
  receiver.mood = { name: "well" };
});

const ANNA = "anna@example.com";
let count = 0;
const newShop = () => `told-${String(++count)}.myshopify.com`;

async function ask(shop: string, kind: RequestKind, more: Partial<NewRequest> = {}): Promise<string> {
  const source: RequestSource = "form";
  const facts = { kind, source, externalId: randomUUID(), identity: { email: ANNA }, orders: [], language: "de" };
  return inTransaction((tx) =>
    openRequest(tx, shop, {
      ...{ ...facts, receivedAt: new Date(), verifiedBy: "mailbox", detail: { mailbox: ANNA } },
      ...more,
    }),
  );
}
const outcomeOf = async (shop: string, id: string) =>
  (await prisma().privacyRequest.findUniqueOrThrow({ where: { shop_id: { shop, id } } })).outcome;
const subjects = async () => (await mailbox.received()).map(({ subject }) => subject.replace(/ \(.*/, ""));

test.each([
  ["restrict", "Wir nutzen Ihre Daten vorerst nicht"],
  ["object", "Wir beachten Ihren Widerspruch"],
  ["opt-out-of-sale", "Wir verkaufen Ihre Daten nicht und geben sie nicht weiter"],
  ["withdraw-consent", "Ihre Einwilligung ist widerrufen"],
] as const)("a request to %s ends with a mail that says so", async (kind, subject) => {
  const shop = newShop();
  await ask(shop, kind);
  await runDueJobs();
  expect(await subjects()).toEqual([subject]);
  expect((await mailbox.received())[0]).toMatchObject({ to: ANNA, language: "de" });
});

test("an erasure ends with a mail to somebody whom nobody knows any more, and whose address is gone with it", async () => {
  const shop = newShop();
  const id = await ask(shop, "delete");
  const { subject } = await prisma().privacyRequest.findUniqueOrThrow({ where: { shop_id: { shop, id } } });
  await runDueJobs();
  expect(await outcomeOf(shop, id)).toBe("erased");
  expect(await keyStore().get(shop, subject ?? "")).toBeUndefined();
  expect(await subjects()).toEqual(["Ihre Daten sind gelöscht"]);
  const rows = await prisma().mailMessage.findMany({ where: { shop } });
  expect(rows).toMatchObject([{ template: "done-deleted", status: "sent", subject: null, sealedContent: null }]);
  expect(await keyStore().get("mail", rows[0]?.id ?? "")).toBeUndefined();
});

test("an erasure that a processor holds up is told in part, by name, and again once it is done", async () => {
  const shop = newShop();
  const acme = await addReceiver(shop, at.url);
  receiver.mood = { name: "failing" };
  const id = await ask(shop, "delete");
  const last = { isLast: true, nextTryBy: null };
  await expect(runTask(shop, { request: id, system: `processor:${acme}` }, KEEPERS, last)).rejects.toThrow();
  await pool().query("DELETE FROM pgboss.job WHERE name = 'request.task-elsewhere'");
  await runDueJobs();
  expect(await outcomeOf(shop, id)).toBe("partial");
  expect(await subjects()).toEqual(["Ihre Anfrage ist zum Teil erledigt"]);
  const { name } = await prisma().processor.findUniqueOrThrow({ where: { shop_id: { shop, id: acme } } });
  expect((await mailbox.received())[0]?.text).toMatch(new RegExp(`Es fehlt noch: ${name}\\.`));

  receiver.mood = { name: "well" };
  await runTask(shop, { request: id, system: `processor:${acme}` }, KEEPERS, last);
  await runDueJobs();
  expect(await subjects()).toEqual(["Ihre Anfrage ist zum Teil erledigt", "Ihre Daten sind gelöscht"]);
});

test("a copy of the data that lacks a system says which one, with the way to what is there", async () => {
  const shop = newShop();
  const acme = await addReceiver(shop, at.url);
  receiver.mood = { name: "failing" };
  const id = await ask(shop, "access");
  const last = { isLast: true, nextTryBy: null };
  await expect(runTask(shop, { request: id, system: `processor:${acme}` }, KEEPERS, last)).rejects.toThrow();
  await pool().query("DELETE FROM pgboss.job WHERE name = 'request.task-elsewhere'");
  await runDueJobs();
  expect(await subjects()).toEqual(["Ihre Anfrage ist zum Teil erledigt"]);
  expect((await mailbox.received())[0]?.text).toContain("Holen, was bereit ist:\nhttps://");
});

test("what Shopify asks the merchant for is the merchant's to answer: nobody else is written to", async () => {
  const shop = newShop();
  for (const kind of ["access", "delete"] as const)
    await ask(shop, kind, { source: "shopify", verifiedBy: "shopify", detail: {} });
  await runDueJobs();
  expect(await mailbox.received()).toEqual([]);
});
