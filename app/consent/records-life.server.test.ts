import { expect, test } from "vitest";
import { inTransaction, pool, prisma } from "../db/database.server.ts";
import { exportBundle } from "../evidence/export-bundle.server.ts";
import { sealRecords } from "../evidence/seal-records.server.ts";
import { verifyChain } from "../evidence/verify-chain.server.ts";
import { action as choicesAction, loader as choicesLoader } from "../routes/shopper/choices.ts";
import { action as receiptAction, loader as receiptLoader } from "../routes/shopper/receipt.ts";
import { loader as registerLoader } from "../routes/shopper/register.ts";
import { useTestStores } from "../test-stores.ts";
import { rememberErased } from "../vault/erase-subjects.server.ts";
import { verify } from "../../verify/verify.mjs";
import { monthsBefore } from "./months-before.ts";
import { consentKeeper } from "./personal-data.server.ts";
import { purgeConsents } from "./purge-consents.server.ts";
import { bannerTexts } from "./banner-texts.server.ts";
import { keepTexts } from "./keep-texts.server.ts";
import { readReceipt } from "./read-receipt.server.ts";
import { receiveChoices } from "./receive-choices.server.ts";
import type { SentChoice } from "./record.ts";
import { proxied, sentChoice } from "./test-choice.ts";

useTestStores();

const SOON = 120_000;
const later = () => new Date(Date.now() + SOON);
async function receive(shop: string, choices: SentChoice[], customerId?: string, now = new Date()): Promise<void> {
  expect(await receiveChoices(shop, choices, { customerId, ip: undefined }, now)).toBe("kept");
}
const bundleOf = async (shop: string) => {
  let text = "";
  for await (const piece of exportBundle(shop, new Date())) text += piece;
  return text;
};
const person = (customerId: string) => ({ subject: "0190c0de-0000-7000-8000-000000000001", identity: { customerId } });
const erase = (shop: string, customerId: string) =>
  inTransaction((tx) => consentKeeper.erase(tx, shop, person(customerId)));

test("any record can be proved offline; when a person is erased, theirs is gone and all others still are", async () => {
  const shop = "proved.myshopify.com";
  const sent = Array.from({ length: 23 }, (_, at) => sentChoice({ allowed: at % 16 }));
  await receive(shop, sent.slice(0, 22));
  await receive(shop, sent.slice(22), "4711");
  expect(await sealRecords(shop, "consent", later())).toBe(23);
  for (const { id, allowed } of sent) {
    const receipt = await readReceipt(shop, id);
    const file = JSON.stringify(receipt.state === "known" ? receipt.proof : null);
    expect(await verify(file, { shop })).toMatchObject({ ok: true, records: 1, checkpoints: 1 });
    expect(await verify(file.replace(`\\"allowed\\":${allowed}`, `\\"allowed\\":${(allowed + 1) % 16}`))).toMatchObject(
      { ok: false },
    );
  }
  expect(await erase(shop, "4711")).toEqual({ ConsentRecord: 1 });
  expect(await readReceipt(shop, sent[22]?.id ?? "")).toEqual({ state: "gone" });
  expect(await verifyChain(shop)).toMatchObject({ ok: true, records: 22, recordsGone: 1 });
  expect(await verify(await bundleOf(shop))).toMatchObject({ ok: true, records: 22 });
  const other = await readReceipt(shop, sent[0]?.id ?? "");
  expect(await verify(JSON.stringify(other.state === "known" ? other.proof : null))).toMatchObject({ ok: true });
});

test("a record that somebody changes afterwards is noticed by chain, bundle and receipt", async () => {
  const shop = "altered.myshopify.com";
  const choice = sentChoice();
  await receive(shop, [choice, sentChoice(), sentChoice()]);
  await sealRecords(shop, "consent", later());
  await pool().query(`UPDATE "ConsentRecord" SET "allowed" = 15 WHERE "shop" = $1 AND "id" = $2`, [shop, choice.id]);
  expect(await verifyChain(shop)).toMatchObject({ ok: false, problem: "records-differ" });
  expect(await verify(await bundleOf(shop))).toMatchObject({ ok: false });
  const receipt = await readReceipt(shop, choice.id);
  const verdict = await verify(JSON.stringify(receipt.state === "known" ? receipt.proof : null));
  expect(verdict).toMatchObject({ ok: false, problem: expect.stringContaining("altered") as string });
});

test("a customer's history travels with what their browser chose before and after signing in, and goes with them", async () => {
  const shop = "history.myshopify.com";
  const before = sentChoice({ at: Date.now() - 9_000 });
  const during = sentChoice({ at: Date.now() - 8_000, previous: before.id, allowed: 15 });
  const after = sentChoice({ at: Date.now() - 7_000, previous: during.id, allowed: 0 });
  const others = sentChoice({ at: Date.now() - 6_000, previous: after.id });
  await receive(shop, [after]);
  await receive(shop, [others], "99");
  await receive(shop, [during], "4711");
  await receive(shop, [before, sentChoice()]);
  const held = await consentKeeper.find(shop, person("4711"));
  const receipts = held.map(({ facts }) => facts.find(({ label }) => label === "Receipt")?.value);
  expect(receipts).toEqual([before.id, during.id, after.id]);
  expect(await consentKeeper.find("other.myshopify.com", person("4711"))).toEqual([]);
  expect(await consentKeeper.find(shop, { ...person(""), identity: { email: "a@example.com" } })).toEqual([]);
  expect(await erase(shop, "4711")).toEqual({ ConsentRecord: 3 });
  expect(await erase(shop, "4711")).toEqual({ ConsentRecord: 0 });
  expect(await prisma().consentRecord.count({ where: { shop } })).toBe(2);
  await receive(shop, [during], "4711");
  expect(await consentKeeper.find(shop, person("4711"))).toEqual([]);
});

test("records that name each other in a circle are found once", async () => {
  const shop = "circle.myshopify.com";
  const [one, other] = [sentChoice(), sentChoice()];
  await receive(shop, [{ ...one, previous: other.id }], "5");
  await receive(shop, [{ ...other, previous: one.id }]);
  expect(await consentKeeper.find(shop, person("5"))).toHaveLength(2);
});

test("a choice that was made before its customer was erased comes in without them", async () => {
  const shop = "late.myshopify.com";
  await inTransaction((tx) => rememberErased(tx, shop, { customerId: "4711" }, new Date()));
  await receive(shop, [sentChoice({ at: Date.now() - 60_000 })], "4711");
  expect(await consentKeeper.find(shop, person("4711"))).toEqual([]);
  expect(await prisma().consentRecord.count({ where: { shop } })).toBe(1);
});

test("records go months after they were replaced or lapsed, no sooner, and the chain says so and still verifies", async () => {
  const shop = "purged.myshopify.com";
  const now = new Date();
  await prisma().shop.create({ data: { shop } });
  const old = monthsBefore(now, 31);
  const middle = monthsBefore(now, 29);
  const lapsed = sentChoice({ at: old.getTime() });
  const inForce = sentChoice({ at: old.getTime(), region: "US-CA", model: "opt-out", form: "opt-out" });
  const replaced = sentChoice({ at: old.getTime(), region: "US-CA", model: "opt-out", form: "opt-out" });
  const replacing = sentChoice({
    at: middle.getTime(),
    region: "US-CA",
    model: "opt-out",
    form: "opt-out",
    previous: replaced.id,
  });
  await receive(shop, [lapsed, inForce, replaced], undefined, old);
  await receive(shop, [replacing], undefined, middle);
  await sealRecords(shop, "consent", now);
  await purgeConsents(now);
  const left = await prisma().consentRecord.findMany({ where: { shop } });
  expect(left.map(({ id }) => id).sort()).toEqual([inForce.id, replacing.id].sort());
  expect(await readReceipt(shop, lapsed.id)).toEqual({ state: "gone" });
  expect(await verifyChain(shop)).toMatchObject({ ok: true, records: 2, recordsGone: 2 });
  const entry = await prisma().evidenceEntry.findFirst({ where: { shop, kind: "consent.purged" } });
  expect(entry?.body).toContain('"facts":{"keepMonths":24,"records":2}');
  await purgeConsents(now);
  expect(await prisma().evidenceEntry.count({ where: { shop, kind: "consent.purged" } })).toBe(1);
});

test("months of which every record is past its period are dropped as a whole", async () => {
  const shop = "dropped.myshopify.com";
  await pool().query(`CREATE TABLE "ConsentRecord_2020_01" PARTITION OF "ConsentRecord"
    FOR VALUES FROM ('2020-01-01T00:00:00Z') TO ('2020-02-01T00:00:00Z')`);
  const then = new Date("2020-01-15T00:00:00Z");
  await receive(shop, [sentChoice({ at: then.getTime() })], undefined, then);
  await sealRecords(shop, "consent", new Date("2020-01-15T01:00:00Z"));
  await purgeConsents(new Date());
  const { rows } = await pool().query(`SELECT to_regclass('"ConsentRecord_2020_01"')::text AS name`);
  expect(rows).toEqual([{ name: null }]);
  expect(await prisma().consentSeen.count({ where: { shop } })).toBe(0);
  expect(await verifyChain(shop)).toMatchObject({ ok: true, records: 0, batchesGone: 1 });
});

const params = (receipt?: string) => ({ params: { receipt }, context: {} });

test("a shopper finds a choice by its receipt: as a page by form or link, and as a file with the proof", async () => {
  const shop = "shown.myshopify.com";
  await keepTexts(later());
  const german = bannerTexts().get("de");
  const first = sentChoice({ allowed: 2, textHash: german?.hash ?? "", language: "de", variant: "question" });
  const second = sentChoice({ previous: first.id });
  await receive(shop, [first, second]);
  const form = { method: "POST", body: new URLSearchParams({ receipt: ` ${first.id.toUpperCase()} ` }) };
  const page = await (await receiptAction({ request: proxied("receipt", { shop, ...form }), ...params() })).text();
  expect(page).toContain(first.id);
  expect(page).toContain("Statistics");
  expect(page).toContain("when you chose again");
  expect(page).toContain("sealed within minutes");
  expect(page).toContain("Dürfen wir mehr Cookies nutzen, als der Shop braucht?");
  const json = () =>
    receiptLoader({ request: proxied(`receipt/${first.id}.json`, { shop }), ...params(`${first.id}.json`) });
  expect((await json()).status).toBe(202);
  await sealRecords(shop, "consent", later());
  const proof = await json();
  expect(proof.headers.get("cache-control")).toBe("private, no-store");
  const file = await proof.text();
  expect(await verify(file, { shop })).toMatchObject({ ok: true });
  expect(JSON.parse(file)).toMatchObject({ shown: { texts: german?.body, settings: null } });
  expect(await verify(file.replace("Dürfen wir", "Wir dürfen"), { shop })).toMatchObject({ ok: false });
  const choices = await choicesAction({ request: proxied("choices", { shop, ...form }), params: {}, context: {} });
  expect(await choices.text()).toContain(`href="/apps/privacy/receipt/${first.id}.json"`);
  for (const unknown of [sentChoice().id, "", "<script>", "x".repeat(300)]) {
    const request = proxied("receipt", { shop, method: "POST", body: new URLSearchParams({ receipt: unknown }) });
    expect((await receiptAction({ request, ...params() })).status).toBe(404);
  }
  const elsewhere = await receiptLoader({
    request: proxied("receipt/x", { shop: "other.myshopify.com" }),
    ...params(first.id),
  });
  expect(elsewhere.status).toBe(404);
});

test("the page of choices says what works without JavaScript, and promises no switch", async () => {
  const answer = await choicesLoader({ request: proxied("choices"), params: {}, context: {} });
  const page = await answer.text();
  expect(page).toContain("Global Privacy Control");
  expect(page).not.toMatch(/<script|checkbox|type="radio"/);
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  const bare: unknown = await choicesAction({
    request: proxied("choices", { method: "POST", body: "" }),
    params: {},
    context: {},
  }).catch((thrown: unknown) => thrown);
  expect((bare as Response).status).toBe(400);
});

test("the register is told to shoppers by purpose, may be kept for a while, and is asked for again cheaply", async () => {
  const answer = await registerLoader({ request: proxied("register.json"), params: {}, context: {} });
  const told = (await answer.json()) as Record<string, { name: string; cookies: Record<string, number> }[]>;
  expect(Object.keys(told)).toEqual(["essential", "preferences", "analytics", "marketing", "sale"]);
  expect(told["essential"]?.[0]?.cookies).toHaveProperty("cart");
  expect(answer.headers.get("cache-control")).toContain("max-age=300");
  const tag = answer.headers.get("etag") ?? "";
  const again = await registerLoader({
    request: proxied("register.json", { headers: { "If-None-Match": tag } }),
    params: {},
    context: {},
  });
  expect([tag, again.status]).toEqual([expect.stringMatching(/^".+"$/), 304]);
});

test("what a person takes back by a request follows each choice that stands, once, and is sealed like any other", async () => {
  const shop = "withdrawn.myshopify.com";
  const first = sentChoice({ allowed: 15, offered: 15 });
  const second = sentChoice({ allowed: 15, offered: 15, previous: first.id });
  const other = sentChoice({ allowed: 15, offered: 15 });
  await receive(shop, [first, second], "4711");
  await receive(shop, [other], "4712");
  const withdrawal = { purposes: 12, request: "0190c0de-0000-7000-8000-00000000000a", at: later() };
  const withdraw = () =>
    inTransaction(async (tx) => consentKeeper.withdraw?.(tx, shop, person("4711"), withdrawal) ?? Promise.resolve(-1));
  expect(await withdraw()).toBe(1);
  expect(await withdraw()).toBe(1);
  const rows = await prisma().consentRecord.findMany({ where: { shop, source: "request" } });
  expect(rows).toMatchObject([{ previous: second.id, allowed: 3, offered: 15 }]);
  expect(await sealRecords(shop, "consent", new Date(withdrawal.at.getTime() + SOON))).toBe(4);
  expect(await verifyChain(shop)).toMatchObject({ ok: true, records: 4 });
  expect(await erase(shop, "4711")).toEqual({ ConsentRecord: 3 });
});
