import { beforeEach, expect, test } from "vitest";
import { inTransaction, pool } from "../../db/database.server.ts";
import { queueMail } from "../../mail/queue-mail.server.ts";
import { chooseSender } from "../../mail/sender.server.ts";
import { useTestMailbox } from "../../mail/test-mailbox.ts";
import { installed } from "../../shopify/test-session.ts";
import { runDueJobs } from "../../test-jobs.ts";
import { useTestStores } from "../../test-stores.ts";
import { action as mailAction, loader as mailLoader } from "./mail.tsx";
import { action as mailsAction, loader as mailsLoader } from "./mails.tsx";
import { byStaff, formByStaff } from "./test-staff.ts";

useTestStores();
const mailbox = useTestMailbox();
beforeEach(() => pool().query("DELETE FROM pgboss.job"));

const doors = { context: {}, unstable_pattern: "" };
const SHOP = "mails-page.myshopify.com";

/** A store whose contact is known, so that nobody has to ask Shopify. */
async function openShop(shop: string) {
  await installed(shop);
  await chooseSender(shop, { name: "Rosewood", contact: "care@rosewood.test" });
  await pool().query(`UPDATE "MailSettings" SET "readAt" = now() WHERE "shop" = $1`, [shop]);
}

const openMails = async (shop: string, query = "") =>
  mailsLoader({ request: await byStaff(shop, `/app/mails${query}`), params: {}, ...doors });
const askMails = async (shop: string, form: Record<string, string>) =>
  mailsAction({ request: await formByStaff(shop, "/app/mails", form), params: {}, ...doors });
const openMail = async (shop: string, template: string, query = "") =>
  mailLoader({ request: await byStaff(shop, `/app/mails/${template}${query}`), params: { template }, ...doors });
const askMail = async (shop: string, template: string, form: Record<string, string>) =>
  mailAction({ request: await formByStaff(shop, `/app/mails/${template}`, form), params: { template }, ...doors });

test("nobody without a session token sees or changes a mail", async () => {
  const bare = () => new Request("https://app.test/app/mails", { headers: { Authorization: "Bearer none" } });
  for (const door of [mailsLoader, mailsAction, mailLoader, mailAction]) {
    const answer: unknown = await Promise.resolve(
      door({ request: bare(), params: { template: "done" }, ...doors }),
    ).catch((thrown: unknown) => thrown);
    expect(answer).toBeInstanceOf(Response);
    expect((answer as Response).status).toBeGreaterThanOrEqual(300);
  }
});

test("the outbox shows this store's mails only, tries one again, and sends a test to the contact", async () => {
  await openShop(SHOP);
  await openShop("other.myshopify.com");
  const facts = { kind: "access", deadline: "2026-12-24" } as const;
  const about = { request: null, subject: null, template: "received", language: "en", facts } as const;
  await inTransaction((tx) => queueMail(tx, SHOP, { ...about, to: "unknown@example.com", key: "a" }));
  await inTransaction((tx) => queueMail(tx, "other.myshopify.com", { ...about, to: "b@example.com", key: "a" }));
  await runDueJobs();
  const { page, state, sender } = await openMails(SHOP, "?show=troubled");
  expect(page.rows).toMatchObject([{ status: "rejected", to: "u•••@e•••.com" }]);
  expect(state).toEqual({ hasServer: true, waiting: 0, refused: 1 });
  expect(sender).toMatchObject({ chosenName: "Rosewood", contact: "care@rosewood.test" });
  const mail = page.rows[0]?.id ?? "";
  expect(await askMails(SHOP, { intent: "retry", mail })).toMatchObject({ ok: true });
  expect(await askMails("other.myshopify.com", { intent: "retry", mail })).toMatchObject({ ok: false });
  expect(await askMails(SHOP, { intent: "test" })).toMatchObject({ ok: true });
  await runDueJobs();
  expect((await mailbox.received()).at(-1)).toMatchObject({
    to: "care@rosewood.test",
    subject: "Mail from Rosewood works",
  });
  mailbox.connect(undefined);
  expect(await askMails(SHOP, { intent: "test" })).toEqual({ ok: false, message: "No mail server is set up" });
});

test("the sender is changed to one address only", async () => {
  await openShop(SHOP);
  expect(await askMails(SHOP, { intent: "sender", name: "Wood", contact: "a@b.test, c@d.test" })).toMatchObject({
    ok: false,
  });
  expect(await askMails(SHOP, { intent: "sender", name: "Wood", contact: "a@b.test" })).toMatchObject({ ok: true });
  expect((await openMails(SHOP)).sender).toMatchObject({ chosenName: "Wood", contact: "a@b.test" });
});

test("a text is tried, refused with what to mend, kept, and given up for the standard one", async () => {
  await openShop(SHOP);
  const { saved, shown, languages } = await openMail(SHOP, "received", "?language=de-CH");
  expect(saved).toMatchObject({ version: 0, own: null });
  expect(languages).toContain("ar");
  const draft = { language: "de", subject: "Da", body: `${shown.body}\n\n{{ password }}` };
  const bad = await askMail(SHOP, "received", { intent: "preview", isFull: "yes", ...draft });
  expect(bad).toMatchObject({ kind: "preview", preview: { kind: "problems", problems: [{ field: "body" }] } });
  expect(await askMail(SHOP, "received", { intent: "save", version: "0", ...draft })).toMatchObject({
    kind: "preview",
  });
  const good = { ...draft, body: `${shown.body}\n\nP.S.` };
  const preview = await askMail(SHOP, "received", { intent: "preview", isFull: "no", ...good });
  expect(preview).toMatchObject({ preview: { kind: "mail", mail: { subject: "Da" } } });
  expect(await askMail(SHOP, "received", { intent: "save", version: "0", ...good })).toMatchObject({ ok: true });
  expect(await askMail(SHOP, "received", { intent: "save", version: "0", ...good })).toMatchObject({ ok: false });
  expect((await openMail(SHOP, "received", "?language=de")).shown.body).toContain("P.S.");
  expect((await openMails(SHOP)).own).toEqual({ received: ["de"] });
  const back = { intent: "revert", language: "de", version: "1" };
  expect(await askMail(SHOP, "received", back)).toMatchObject({ ok: true });
  expect((await openMail(SHOP, "received", "?language=de")).shown).toEqual(shown);
});

test("a mail that does not exist is 404, and a form that nobody sends is 400", async () => {
  await openShop(SHOP);
  const status = (asked: Promise<unknown>) => asked.catch((thrown: unknown) => (thrown as Response).status);
  expect(await status(openMail(SHOP, "constructor"))).toBe(404);
  expect(
    await status(askMail(SHOP, "received", { intent: "save", language: "xx", version: "0", subject: "", body: "" })),
  ).toBe(400);
  expect(await status(askMails(SHOP, { intent: "erase" }))).toBe(400);
});
