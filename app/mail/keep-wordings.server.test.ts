import { beforeEach, describe, expect, test } from "vitest";
import { inTransaction, pool, prisma } from "../db/database.server.ts";
import { runDueJobs } from "../test-jobs.ts";
import { useTestStores } from "../test-stores.ts";
import { keepSubject } from "../vault/subjects.server.ts";
import { listMails, readMailState } from "./list-mails.server.ts";
import { previewMail } from "./preview-mail.server.ts";
import { queueMail } from "./queue-mail.server.ts";
import { retryMail } from "./retry-mail.server.ts";
import { listOwnWordings, readSavedWording, saveWording } from "./save-wording.server.ts";
import { sendTest } from "./send-test.server.ts";
import { chooseSender } from "./sender.server.ts";
import { useTestMailbox } from "./test-mailbox.ts";
import { standardWording } from "./texts.server.ts";
import { currentWording } from "./wordings.server.ts";

useTestStores();
const mailbox = useTestMailbox();
beforeEach(() => pool().query("DELETE FROM pgboss.job"));

let count = 0;
const newShop = () => `wording-${String(++count)}.myshopify.com`;
const now = new Date("2026-11-25T12:00:00Z");
const by = (version: number) => ({ version, staff: "81001", now });
const DE = { template: "received", language: "de" } as const;
const own = { subject: "Da: {{ kind }}", body: "Guten Tag,\n\n{{ kind }} bis {{ deadline }}." };

describe("a store's own wording", () => {
  test("is used from then on, kept as a version with its evidence, and given up for the standard again", async () => {
    const shop = newShop();
    expect(await saveWording(shop, DE, own, by(0))).toEqual({ kind: "saved", version: 1 });
    expect(await currentWording(shop, "received", "de")).toMatchObject({ ...own, version: 1, isOutdated: false });
    expect(await currentWording(shop, "received", "en")).toMatchObject({ version: 0 });
    expect(await listOwnWordings(shop)).toEqual({ received: ["de"] });
    expect(await saveWording(shop, DE, null, by(1))).toEqual({ kind: "saved", version: 2 });
    expect(await currentWording(shop, "received", "de")).toMatchObject({
      ...standardWording("received", "de"),
      version: 0,
    });
    expect(await readSavedWording(shop, DE)).toMatchObject({ version: 2, own: null });
    expect(await listOwnWordings(shop)).toEqual({});
    const proofs = await prisma().evidenceEntry.findMany({ where: { shop, kind: "mail.wording-changed" } });
    expect(proofs).toHaveLength(2);
    expect(await prisma().mailTemplate.count({ where: { shop } })).toBe(2);
  });

  test("is in the mail that goes, which says which version it was", async () => {
    const shop = newShop();
    await saveWording(shop, DE, own, by(0));
    const subject = await inTransaction((tx) => keepSubject(tx, shop, { email: "a@example.com" }));
    const facts = { kind: "delete", deadline: "2026-12-24" } as const;
    await inTransaction((tx) =>
      queueMail(tx, shop, { request: null, subject, template: "received", language: "de-AT", key: "k", facts }),
    );
    await runDueJobs();
    expect(await mailbox.received()).toMatchObject([{ subject: "Da: Meine Daten löschen", language: "de" }]);
    expect((await mailbox.received())[0]?.text).toContain("Meine Daten löschen bis 24. Dezember 2026.");
    expect(await prisma().mailMessage.findMany({ where: { shop } })).toMatchObject([{ version: 1 }]);
  });

  test("is not lost when two save at once: the second is told", async () => {
    const shop = newShop();
    const answers = await Promise.all([
      saveWording(shop, DE, own, by(0)),
      saveWording(shop, DE, { ...own, subject: "X" }, by(0)),
    ]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["changed", "saved"]);
  });

  test("that no longer fits gives way to the standard one, so that the mail still goes", async () => {
    const shop = newShop();
    await saveWording(shop, DE, own, by(0));
    await prisma().mailTemplate.updateMany({ where: { shop }, data: { body: "{{ gone }}" } });
    expect(await currentWording(shop, "received", "de")).toMatchObject({ version: 0, isOutdated: true });
  });
});

test("a wording that goes beyond the sandbox is not kept", async () => {
  const shop = newShop();
  const wording = { subject: "S", body: "{% include 'x' %}" };
  expect(await saveWording(shop, DE, wording, by(0))).toMatchObject({
    kind: "problems",
    problems: [{ field: "body" }],
  });
  expect(await prisma().mailTemplate.count({ where: { shop } })).toBe(0);
  expect(await previewMail(shop, DE, wording, { isFull: true, now })).toMatchObject({ kind: "problems" });
});

test("what people typed adds no header and no recipient on its way through the mail server", async () => {
  const shop = newShop();
  const evil = "Anna\r\nBcc: spy@example.com\n\n<b>x</b>";
  await chooseSender(shop, { name: evil, contact: null });
  await inTransaction((tx) =>
    queueMail(tx, shop, {
      ...{ request: null, subject: null, to: "a@example.com", template: "clarification", language: "en", key: "k" },
      facts: { kind: "access", question: evil },
    }),
  );
  await runDueJobs();
  const mails = await mailbox.received();
  expect(mails).toMatchObject([
    { to: "a@example.com", from: '"Anna Bcc: spy@example.com <b>x</b>" <privacy@mail.test>' },
  ]);
  expect(mails[0]?.html).not.toContain("<b>x</b>");
});

describe("the outbox", () => {
  test("shows where each mail stands, with a masked address, and tries a refused one again", async () => {
    const shop = newShop();
    const facts = { kind: "access", deadline: "2026-12-24" } as const;
    const subject = await inTransaction((tx) => keepSubject(tx, shop, { email: "unknown@example.com" }));
    await inTransaction((tx) =>
      queueMail(tx, shop, { request: null, subject, template: "received", language: "en", key: "k", facts }),
    );
    await runDueJobs();
    const [row] = (await listMails(shop, { isTroubled: true })).rows;
    expect(row).toMatchObject({ status: "rejected", to: "u•••@e•••.com", canRetry: true, attempts: 1 });
    expect(await readMailState(shop)).toEqual({ hasServer: true, waiting: 0, refused: 1 });
    expect(await retryMail(shop, row?.id ?? "")).toBe("retried");
    await runDueJobs();
    expect((await listMails(shop)).rows).toMatchObject([{ status: "rejected", attempts: 2 }]);
    expect(await retryMail("other.myshopify.com", row?.id ?? "")).toBe("nothing");
  });

  test("sends a test to the store's contact, once a minute", async () => {
    const shop = newShop();
    await chooseSender(shop, { name: null, contact: "care@rosewood.test" });
    expect(await sendTest(shop, "en", now)).toBe("queued");
    expect(await sendTest(shop, "en", now)).toBe("known");
    await runDueJobs();
    expect(await mailbox.received()).toMatchObject([{ to: "care@rosewood.test", replyTo: "" }]);
    expect((await listMails(shop)).rows).toMatchObject([
      { template: "test", status: "sent", to: null, canRetry: false },
    ]);
  });
});
