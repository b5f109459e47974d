import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { newContact } from "../../../standin/processors/contact.ts";
import { RECEIVER_SECRET } from "../../../standin/processors/processors.ts";
import { inTransaction, prisma } from "../../db/database.server.ts";
import { queue } from "../../jobs/queue.server.ts";
import { openContent } from "../../mail/mail-key.server.ts";
import { signWebhook } from "../../outbound/sign-webhook.server.ts";
import type { Errand, ErrandAct } from "../../processors/errand.ts";
import { errandToken } from "../../processors/errand-token.server.ts";
import { processorsKeeper } from "../../processors/personal-data.server.ts";
import { readWord } from "../../processors/read-word.server.ts";
import { runErrand } from "../../processors/run-errand.server.ts";
import { addProcessor, addReceiver, draftOf, errandFor, useProcessors } from "../../processors/test-processor.ts";
import { useTestStores } from "../../test-stores.ts";
import { action as callbackAction } from "./errand.ts";
import { action, loader } from "./reply.ts";

useTestStores();
const { receiver, at } = useProcessors();

const SHOP = "reply.myshopify.com";
const IDENTITY = { email: "anna@example.com", customerId: "7001" };
const DAY = 86_400_000;
const doors = { context: {}, unstable_pattern: "" };
let letters = "";

/** An errand by mail that was sent today; answers it, its processor and the link's token. */
async function asked(act: ErrandAct, rest: Partial<Errand> = {}) {
  const draft = draftOf("email", {}, { name: "Letters & Co", contact: "privacy@letters.example" });
  letters = letters === "" ? await addProcessor(SHOP, draft) : letters;
  const now = new Date();
  const dueAt = new Date(now.getTime() + 30 * DAY);
  const errand = { ...(await errandFor(SHOP, { act, identity: IDENTITY, dueAt, ...rest })) };
  const result = await runErrand(SHOP, letters, errand, now);
  return { errand, result, now, token: await errandToken(SHOP, errand.request, letters) };
}

const show = (token: string) =>
  loader({ ...doors, request: new Request("https://app.test/reply/x"), params: { token } });
function reply(token: string, fields: Record<string, string | File>): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return action({
    ...doors,
    request: new Request("https://app.test/reply/x", { method: "POST", body: form }),
    params: { token },
  });
}
const again = ({ errand, now }: { errand: Errand; now: Date }, days = 0) =>
  runErrand(SHOP, letters, errand, new Date(now.getTime() + days * DAY));
const mails = async (request: string) => {
  const rows = await prisma().mailMessage.findMany({ where: { shop: SHOP, request }, orderBy: { createdAt: "asc" } });
  return Promise.all(rows.map((row) => openContent(SHOP, row.id, row.sealedContent ?? Buffer.of())));
};

test("a processor is written to once, with a link that is not stored, and reminded after a week", async () => {
  const sent = await asked("delete");
  expect(sent.result).toMatchObject({ status: "pending", checkAt: new Date(sent.now.getTime() + 7 * DAY) });
  await again(sent);
  const [mail, ...others] = await mails(sent.errand.request);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    to: "privacy@letters.example",
    facts: { kind: "delete", email: IDENTITY.email, link: `https://app.test/reply/${sent.token}` },
  });
  expect(await again(sent, 8)).toMatchObject({ status: "pending" });
  expect(await mails(sent.errand.request)).toHaveLength(2);
  const rows = JSON.stringify(await prisma().processorErrand.findMany({ where: { shop: SHOP } }));
  expect(rows).not.toContain(sent.token.split(".")[1]);
  expect(await again(sent, 31)).toMatchObject({
    status: "by-hand",
    what: expect.stringContaining("Letters & Co has not answered our mails since") as string,
  });
});

test("a correction tells the right values", async () => {
  const { errand } = await asked("correct", { changes: { firstName: "Anna", email: "new@example.com" } });
  const [mail] = await mails(errand.request);
  expect(mail?.facts["changes"]).toEqual(["first name: Anna", "e-mail address: new@example.com"]);
});

test("the page asks without naming the person, takes one answer, and then leads nowhere", async () => {
  const sent = await asked("access");
  const page = await show(sent.token);
  const html = await page.text();
  expect([page.status, page.headers.get("Referrer-Policy"), page.headers.get("Cache-Control")]).toEqual([
    200,
    "no-referrer",
    "no-store",
  ]);
  expect(html).toContain("Letters &amp; Co");
  expect(html).toContain("send a copy of all personal data");
  expect(html).not.toMatch(/anna|7001/);
  expect(await again(sent)).toMatchObject({ status: "pending" });

  const file = new File(["name,ring size\nAnna,52\n"], "../../Anna\u202Evsc.csv", { type: "text/csv" });
  expect((await reply(sent.token, { answer: "done", note: "All that we have.", file })).status).toBe(200);
  const used = await show(sent.token);
  const unknown = await show("reply.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
  expect([used.status, await used.text()]).toEqual([404, await unknown.text()]);
  expect((await reply(sent.token, { answer: "cannot" })).status).toBe(404);

  const jobs = await queue().fetch<{ request: string; system: string }>("request.task-elsewhere", { batchSize: 100 });
  expect(jobs.map(({ data }) => data)).toContainEqual({
    shop: SHOP,
    request: sent.errand.request,
    system: `processor:${letters}`,
  });
  const result = await again(sent, 1);
  if (result.status !== "done") throw new Error(result.status);
  expect(result.seen).toBe("as-asked");
  expect(result.items.records).toMatchObject([{ facts: [{ value: "All that we have." }] }]);
  expect(result.items.files).toMatchObject([{ name: "Annavsc.csv", type: "text/csv" }]);
  expect(Buffer.from(result.items.files[0]?.bytes ?? []).toString()).toContain("Anna,52");
});

test.each([
  ["done", { status: "done", seen: "unreadable" }],
  ["nothing-held", { status: "done", seen: "nothing-held" }],
  ["cannot", { status: "refused" }],
] as const)("the answer %s is the processor's word, and is told as that", async (answer, result) => {
  const sent = await asked("delete");
  expect((await reply(sent.token, { answer, note: "Invoice 12 must stay" })).status).toBe(200);
  expect(await readWord(SHOP, sent.errand.request, letters)).toMatchObject({ answer, text: "Invoice 12 must stay" });
  expect(await again(sent, 1)).toMatchObject(result);
});

test("what cannot be taken is said, and nothing is lost", async () => {
  const sent = await asked("access");
  const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], "all.zip");
  const huge = new File([new Uint8Array(12 * 1024 * 1024)], "all.zip");
  for (const [fields, words] of [
    [{}, "Choose one of the three answers."],
    [{ answer: "maybe" }, "Choose one of the three answers."],
    [{ answer: "done" }, "Attach the copy"],
    [{ answer: "done", note: "x".repeat(2001) }, "longer than 2,000"],
    [{ answer: "done", file: large }, "larger than 10 MB"],
    [{ answer: "done", file: huge }, "larger than 10 MB"],
  ] as const) {
    const page = await reply(sent.token, fields);
    expect([page.status, await page.text()]).toEqual([400, expect.stringContaining(words)]);
  }
  expect((await show(sent.token)).status).toBe(200);
  const wrongType = new Request("https://app.test/reply/x", { method: "POST", body: "{" });
  expect((await action({ ...doors, request: wrongType, params: { token: sent.token } })).status).toBe(400);
});

test("guesses learn nothing, and a link of another shop is one of them", async () => {
  const { token, errand } = await asked("delete");
  const other = token.replace(/^reply\./, "reply-other.");
  const expired = await errandToken(SHOP, errand.request, letters);
  const nothing = await (await show("")).text();
  const guesses = Array.from(
    { length: 100 },
    () =>
      `reply.${Buffer.from(randomUUID() + randomUUID())
        .toString("base64url")
        .slice(0, 43)}`,
  );
  for (const guess of [other, token.slice(0, -1), `${token}x`, "reply.", "..", "' OR 1=1 --", ...guesses]) {
    const page = await show(guess);
    expect([page.status, await page.text()]).toEqual([404, nothing]);
  }
  await prisma().processorErrand.updateMany({
    where: { shop: SHOP, request: errand.request },
    data: { tokenUntil: new Date(0) },
  });
  expect((await reply(expired, { answer: "done" })).status).toBe(404);
});

test("what a processor handed over goes with the person; that it was asked stays", async () => {
  const sent = await asked("access");
  await reply(sent.token, { answer: "done", note: "Anna has ring size 52" });
  const person = { subject: sent.errand.subject ?? "", identity: IDENTITY };
  expect(JSON.stringify(await processorsKeeper.find(SHOP, person))).toContain("letters-co");
  await inTransaction((tx) => processorsKeeper.erase(tx, SHOP, person));
  const row = await prisma().processorErrand.findFirst({ where: { shop: SHOP, request: sent.errand.request } });
  expect(row).toMatchObject({ subject: null, sealedAnswer: null, sealedFile: null, answer: "done" });
  const late = await asked("access");
  await prisma().processorErrand.updateMany({
    where: { shop: SHOP, request: late.errand.request },
    data: { subject: null },
  });
  expect((await reply(late.token, { answer: "done", note: "too late" })).status).toBe(200);
});

test("a program's callback counts when it is signed by the right secret, once", async () => {
  receiver.contacts = [newContact({ id: "1", email: IDENTITY.email })];
  receiver.mood = { name: "slow" };
  const acme = await addReceiver(SHOP, at.url);
  const now = new Date();
  const errand = await errandFor(SHOP, { act: "access", identity: IDENTITY });
  expect(await runErrand(SHOP, acme, errand, now)).toMatchObject({ status: "pending" });
  const token = await errandToken(SHOP, errand.request, acme);
  const send = (body: string, secret = RECEIVER_SECRET, to = token) => {
    const headers = { ...signWebhook(secret, { id: randomUUID(), body, at: now }) };
    const request = new Request("https://app.test/errands/x", { method: "POST", body, headers });
    return callbackAction({ ...doors, request, params: { token: to } }).then(({ status }) => status);
  };
  const records = [{ kind: "Card", recordedAt: null, facts: [{ label: "Points", value: "120" }] }];
  const done = JSON.stringify({ status: "done", records });
  expect(await send(done, "whsec_b3RoZXJvdGhlcm90aGVyb3RoZXJvdGhlcm90aGVy")).toBe(404);
  expect(await send(done, RECEIVER_SECRET, "reply.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")).toBe(404);
  expect(await send("not json")).toBe(400);
  expect(await send('{"status":"maybe"}')).toBe(400);
  expect(await send('{"status":"pending"}')).toBe(204);
  expect(await send(done)).toBe(204);
  expect(await send(done)).toBe(404);
  expect(await runErrand(SHOP, acme, errand, now)).toMatchObject({ status: "done", items: { records } });
});
