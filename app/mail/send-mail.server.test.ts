import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { inTransaction, pool, prisma } from "../db/database.server.ts";
import { settings } from "../env.server.ts";
import { runDueJobs } from "../test-jobs.ts";
import { useTestStores } from "../test-stores.ts";
import { keyStore } from "../vault/key-store.server.ts";
import { keepSubject } from "../vault/subjects.server.ts";
import { keepMailbox } from "./keep-mailbox.server.ts";
import { NO_SERVER } from "./mail-status.ts";
import { mailKeeper } from "./personal-data.server.ts";
import { queueMail, releaseMail, withdrawMails, type NewMail } from "./queue-mail.server.ts";
import { chooseSender } from "./sender.server.ts";
import { sendMail } from "./send-mail.server.ts";
import { useTestMailbox } from "./test-mailbox.ts";

useTestStores();
const mailbox = useTestMailbox();

// what one test leaves waiting is not the next one's
beforeEach(() => pool().query("DELETE FROM pgboss.job"));

let count = 0;
const newShop = () => `mail-${String(++count)}.myshopify.com`;
const RECEIVED = { kind: "access", deadline: "2026-12-24" } as const;

/** Puts a person on file and queues a mail to them. */
async function queue(shop: string, email: string, more: Partial<NewMail<"received">> = {}) {
  const request = randomUUID();
  const subject = await inTransaction((tx) => keepSubject(tx, shop, { email }));
  const mail: NewMail<"received"> = {
    ...{ request, subject, template: "received", language: "en", key: `${request} received`, facts: RECEIVED },
    ...more,
  };
  const answer = await inTransaction((tx) => queueMail(tx, shop, mail));
  return { answer, mail, subject, request };
}

const rowsOf = (shop: string) => prisma().mailMessage.findMany({ where: { shop }, orderBy: { createdAt: "asc" } });
const evidenceOf = (shop: string) =>
  prisma().evidenceEntry.findMany({ where: { shop, kind: { startsWith: "mail." } } });

describe("a queued mail", () => {
  test("is sent once, in plain text and HTML, and nothing of the person stays in its row", async () => {
    const shop = newShop();
    const { mail, request } = await queue(shop, "Anna.Muller@example.com");
    await runDueJobs();
    const [got, ...rest] = await mailbox.received();
    expect(rest).toEqual([]);
    expect(got).toMatchObject({
      to: "Anna.Muller@example.com",
      language: "en",
      subject: expect.stringMatching(/^We have your request \([0-9A-F]{4}-[0-9A-F]{4}\)$/) as string,
    });
    expect(got?.from).toMatch(/^"?mail-\d+"? <privacy@mail\.test>$/);
    expect(got?.text).toContain("Get a copy of my data");
    expect(got?.text).toContain("December 24, 2026");
    expect(got?.html).toContain('lang="en"');
    const [row] = await rowsOf(shop);
    const id = String(row?.id);
    expect(got?.messageId).toBe(`<${id}@mail.test>`);
    expect(row).toMatchObject({ status: "sent", attempts: 1, cause: null, version: 0, sealedContent: null });
    expect(await keyStore().get("mail", id)).toBeUndefined();
    expect(await evidenceOf(shop)).toMatchObject([{ kind: "mail.sent", request }]);
    // again, by the same key and by the same job
    expect(await inTransaction((tx) => queueMail(tx, shop, mail))).toBe("known");
    await sendMail(shop, id, new Date());
    await runDueJobs();
    expect(await mailbox.received()).toHaveLength(1);
  });

  test("goes only if the transaction that wrote it is kept", async () => {
    const shop = newShop();
    const subject = await inTransaction((tx) => keepSubject(tx, shop, { email: "a@example.com" }));
    const failing = inTransaction(async (tx) => {
      await queueMail(tx, shop, {
        request: null,
        subject,
        template: "received",
        language: "en",
        key: "k",
        facts: RECEIVED,
      });
      throw new Error("rolled back");
    });
    await expect(failing).rejects.toThrow("rolled back");
    await runDueJobs();
    expect(await mailbox.received()).toEqual([]);
    // the key that was made for it goes with the clean-up
    const keys = await keyStore().list("mail");
    expect(keys.length).toBeGreaterThan(0);
    await keepMailbox(new Date(Date.now() + 2 * 3_600_000));
    expect(await keyStore().list("mail")).toEqual([]);
  });

  test("to nobody is not written, nor is one to an address that could be several", async () => {
    const shop = newShop();
    const wanted = {
      request: null,
      subject: null,
      template: "received",
      language: null,
      key: "n",
      facts: RECEIVED,
    } as const;
    expect(await inTransaction((tx) => queueMail(tx, shop, wanted))).toBe("no-address");
    for (const to of [
      "a@example.com, b@example.com",
      "a@example.com\r\nBcc: b@example.com",
      "Anna <a@example.com>",
      "a@b",
    ])
      expect(await inTransaction((tx) => queueMail(tx, shop, { ...wanted, to }))).toBe("no-address");
    expect(await rowsOf(shop)).toEqual([]);
  });

  test("with facts that do not fit is refused where it is written", async () => {
    const shop = newShop();
    const wrong = { kind: "access", deadline: "soon" } as const;
    await expect(queue(shop, "a@example.com", { facts: wrong })).rejects.toThrow(TypeError);
  });

  test("is written for the reader's language, or the nearest there is", async () => {
    const shop = newShop();
    await queue(shop, "a@example.com", { language: "en-GB" });
    await queue(shop, "a@example.com", { language: "xx" });
    expect((await rowsOf(shop)).map(({ language }) => language)).toEqual(["en", "en"]);
  });

  test("that is held goes only once it is released", async () => {
    const shop = newShop();
    const { mail } = await queue(shop, "a@example.com", { isHeld: true });
    await runDueJobs();
    expect(await mailbox.received()).toEqual([]);
    expect(await inTransaction((tx) => releaseMail(tx, shop, mail.key))).toBe(true);
    expect(await inTransaction((tx) => releaseMail(tx, shop, mail.key))).toBe(false);
    await runDueJobs();
    expect(await mailbox.received()).toHaveLength(1);
  });

  test("can be withdrawn as long as it has not gone", async () => {
    const shop = newShop();
    const { request } = await queue(shop, "a@example.com");
    expect(await inTransaction((tx) => withdrawMails(tx, shop, { request, templates: ["received"] }))).toBe(1);
    await runDueJobs();
    expect(await mailbox.received()).toEqual([]);
    expect(await rowsOf(shop)).toMatchObject([{ status: "withdrawn", sealedContent: null }]);
  });
});

describe("a mail that is not accepted", () => {
  test("by a mailbox that does not exist is refused for good, with its cause and without the address", async () => {
    const shop = newShop();
    const { request } = await queue(shop, "unknown@example.com");
    await runDueJobs();
    expect(await rowsOf(shop)).toMatchObject([{ status: "rejected", cause: "There is no such mailbox (550, 5.1.1)." }]);
    expect(await evidenceOf(shop)).toMatchObject([{ kind: "mail.rejected", request }]);
  });

  test("because a mailbox is full for now is tried again, and goes when it is not", async () => {
    const shop = newShop();
    await queue(shop, "full@example.com");
    await expect(runDueJobs()).rejects.toThrow("The mail server asks to try again later (452).");
    expect(await rowsOf(shop)).toMatchObject([
      { status: "queued", cause: "The mail server asks to try again later (452)." },
    ]);
  });

  test("because nobody listens is tried again", async () => {
    const shop = newShop();
    await queue(shop, "a@example.com");
    mailbox.connect("smtp://127.0.0.1:9");
    await expect(runDueJobs()).rejects.toThrow("The mail server does not answer");
    expect(await rowsOf(shop)).toMatchObject([{ status: "queued", attempts: 1 }]);
  });

  test("because no mail server is set waits in the outbox and goes once there is one", async () => {
    const shop = newShop();
    const url = settings().mail?.serverUrl;
    mailbox.connect(undefined);
    await queue(shop, "a@example.com");
    await runDueJobs();
    expect(await rowsOf(shop)).toMatchObject([{ status: "queued", cause: NO_SERVER, attempts: 0 }]);
    mailbox.connect(url);
    await keepMailbox(new Date());
    await runDueJobs();
    expect(await mailbox.received()).toHaveLength(1);
  });

  test("because its process died is sent by the next, under the same Message-ID, and never by two at once", async () => {
    const shop = newShop();
    await queue(shop, "a@example.com");
    const [row] = await rowsOf(shop);
    const now = new Date();
    await prisma().mailMessage.updateMany({ where: { shop }, data: { status: "sending", startedAt: now } });
    await runDueJobs();
    expect(await mailbox.received()).toEqual([]);
    await sendMail(shop, row?.id ?? "", new Date(now.getTime() + 120_000));
    expect(await mailbox.received()).toMatchObject([{ messageId: `<${row?.id ?? ""}@mail.test>` }]);
  });
});

describe("the sender", () => {
  test("is the store's name and Candor's address; answers go where the merchant says", async () => {
    const shop = newShop();
    expect(await chooseSender(shop, { name: "Rosewood\r\nBcc: x@example.com", contact: "care@rosewood.test" })).toBe(
      "kept",
    );
    await queue(shop, "a@example.com");
    await runDueJobs();
    const [got] = await mailbox.received();
    expect(got).toMatchObject({ to: "a@example.com", replyTo: "care@rosewood.test" });
    expect(got?.from).toBe('"Rosewood Bcc: x@example.com" <privacy@mail.test>');
    expect(got?.text).toContain("You can reply to this mail");
    const { rows } = await pool().query<{ row: string }>('SELECT t::text AS row FROM "MailSettings" t');
    expect(JSON.stringify(rows)).not.toContain("care@");
  });

  test("is not changed to an address that is none", async () => {
    expect(await chooseSender(newShop(), { name: null, contact: "care@rosewood.test, b@x.test" })).toBe("no-address");
  });
});

describe("erasing a person", () => {
  test("withdraws what has not gone, but lets the mail go that tells of the erasure, and the processor's errand", async () => {
    const shop = newShop();
    const { subject, request } = await queue(shop, "mateo@example.com");
    const about = { request, subject, language: "en" };
    await inTransaction(async (tx) => {
      await queueMail(tx, shop, { ...about, template: "done-deleted", key: "last", facts: {}, isHeld: true });
      await queueMail(tx, shop, {
        ...about,
        ...{ template: "processor-errand", key: "errand", to: "privacy@processor.test" },
        facts: {
          kind: "delete",
          link: "https://app.test/errand/1",
          deadline: "2026-12-24",
          email: "mateo@example.com",
        },
      });
    });
    expect(await mailKeeper.find(shop, { subject, identity: {} })).toHaveLength(3);
    await inTransaction((tx) => mailKeeper.erase(tx, shop, { subject, identity: {} }));
    await keyStore().remove(shop, subject);
    await inTransaction((tx) => releaseMail(tx, shop, "last"));
    await runDueJobs();
    expect((await mailbox.received()).map(({ to }) => to).sort()).toEqual([
      "mateo@example.com",
      "privacy@processor.test",
    ]);
    expect(await mailKeeper.find(shop, { subject, identity: {} })).toEqual([]);
    expect((await rowsOf(shop)).map(({ status, sealedContent, subject: of }) => [status, sealedContent, of])).toEqual([
      ["withdrawn", null, null],
      ["sent", null, null],
      ["sent", null, null],
    ]);
  });
});
