import { expect, test } from "vitest";
import { pool, prisma } from "../db/database.server.ts";
import { action, loader } from "../routes/shopper/choice.ts";
import { useTestStores } from "../test-stores.ts";
import { receiveChoices } from "./receive-choices.server.ts";
import { proxied, sentChoice, type ProxyManner } from "./test-choice.ts";

useTestStores();

const knock = async (body: string, manner: ProxyManner = {}) => {
  const request = proxied("choice", { method: "POST", body, ...manner });
  try {
    return await action({ request, params: {}, context: {} });
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
};
const recordsOf = (shop: string) => prisma().consentRecord.findMany({ where: { shop }, orderBy: { at: "asc" } });
const choicesIn = async (shop: string) =>
  (await prisma().consentCount.findMany({ where: { shop } })).reduce((sum, { choices }) => sum + choices, 0);

test("a choice is committed when the door says 204, and no answer sets a cookie", async () => {
  const shop = "first.myshopify.com";
  const choice = sentChoice();
  const answer = await knock(JSON.stringify(choice), { shop });
  expect(answer.status).toBe(204);
  expect(answer.headers.get("set-cookie")).toBeNull();
  const { v: _v, at, previous: _previous, ...facts } = choice;
  expect(await recordsOf(shop)).toMatchObject([
    { ...facts, at: new Date(at), clockAt: new Date(at), previous: null, agrees: true },
  ]);
});

test("a choice that is sent again, alone, in a list or at the same moment, is kept once and counted once", async () => {
  const shop = "twice.myshopify.com";
  const [one, other] = [sentChoice(), sentChoice()];
  const bodies = [one, [one, other], [one, one], other, one].map((body) => JSON.stringify(body));
  const answers = await Promise.all(bodies.map((body) => knock(body, { shop })));
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204]);
  expect((await knock(JSON.stringify({ ...one, allowed: 15 }), { shop })).status).toBe(204);
  expect((await recordsOf(shop)).map(({ id, allowed }) => [id, allowed]).sort()).toEqual(
    [
      [one.id, 3],
      [other.id, 3],
    ].sort(),
  );
  expect(await choicesIn(shop)).toBe(2);
});

test("hundreds at once share commits, and none is lost", async () => {
  const shop = "many.myshopify.com";
  const sent = Array.from({ length: 300 }, () => sentChoice());
  await Promise.all(sent.map((choice) => knock(JSON.stringify(choice), { shop })));
  expect(new Set((await recordsOf(shop)).map(({ id }) => id))).toEqual(new Set(sent.map(({ id }) => id)));
  expect(await choicesIn(shop)).toBe(300);
});

test("choices that were made offline come later, in any order, with the time at which they were made", async () => {
  const shop = "offline.myshopify.com";
  const weekAgo = Date.now() - 7 * 864e5;
  const first = sentChoice({ at: weekAgo });
  const second = sentChoice({ at: weekAgo + 5_000, previous: first.id, allowed: 0 });
  expect((await knock(JSON.stringify(second), { shop })).status).toBe(204);
  expect((await knock(JSON.stringify([first]), { shop })).status).toBe(204);
  const kept = await recordsOf(shop);
  expect(kept.map(({ id, at, previous }) => [id, at.getTime(), previous])).toEqual([
    [first.id, weekAgo, null],
    [second.id, weekAgo + 5_000, first.id],
  ]);
});

test("a clock that is ahead is kept as it was, and the choice is dated to its arrival", async () => {
  const shop = "ahead.myshopify.com";
  const at = Date.now() + 3_600_000;
  await knock(JSON.stringify(sentChoice({ at })), { shop });
  const [kept] = await recordsOf(shop);
  expect(kept?.clockAt.getTime()).toBe(at);
  expect(kept?.at).toEqual(kept?.receivedAt);
});

test("a signature that is forged, old or of another query is answered 400, and nothing is kept", async () => {
  const shop = "forged.myshopify.com";
  const body = JSON.stringify(sentChoice());
  const old = Math.floor(Date.now() / 1000) - 91;
  const moved = new Request(proxied("choice", { shop }).url.replace("customer_id=", "customer_id=4711"), {
    method: "POST",
    body,
  });
  const bare = new Request(`https://app.test/proxy/choice?shop=${shop}`, { method: "POST", body });
  const twice = new Request(`${proxied("choice", { shop }).url}&shop=${shop}`, { method: "POST", body });
  const statuses = [
    (await knock(body, { shop, secret: "not-the-secret" })).status,
    (await knock(body, { shop, timestamp: old })).status,
  ];
  for (const request of [moved, bare, twice]) {
    const refused: unknown = await action({ request, params: {}, context: {} }).catch((thrown: unknown) => thrown);
    statuses.push((refused as Response).status);
  }
  expect(statuses).toEqual([400, 400, 400, 400, 400]);
  expect(await recordsOf(shop)).toEqual([]);
});

test("a body above 64 KiB is answered 413 before it is read, one that is no choice 400 with a sentence", async () => {
  const shop = "bodies.myshopify.com";
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      if (sent > 64) controller.close();
      else controller.enqueue(new Uint8Array(16_384));
    },
  });
  const large = proxied("choice", { shop, method: "POST", body: endless, duplex: "half" });
  const answer: unknown = await action({ request: large, params: {}, context: {} }).catch((thrown: unknown) => thrown);
  expect((answer as Response).status).toBe(413);
  expect((await knock("x".repeat(70_000), { shop })).status).toBe(413);
  for (const body of ["", "[]", "{}", '{"v":1}', "null", JSON.stringify({ ...sentChoice(), email: "x" })]) {
    const refused = await knock(body, { shop });
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringMatching(/^[A-Z].+\.\n$/)]);
  }
  expect(await recordsOf(shop)).toEqual([]);
});

test("another method is answered 405", async () => {
  const got = await loader({ request: proxied("choice"), params: {}, context: {} });
  const put = await action({ request: proxied("choice", { method: "PUT", body: "{}" }), params: {}, context: {} });
  expect([got.status, put.status, put.headers.get("allow")]).toEqual([405, 405, "POST"]);
});

test("a flood from one address is answered 429, and nobody else notices", async () => {
  const shop = "flood.myshopify.com";
  const twenty = () => JSON.stringify(Array.from({ length: 20 }, () => sentChoice()));
  const answers = await Promise.all(Array.from({ length: 31 }, () => knock(twenty(), { shop, ip: "198.51.100.9" })));
  expect(answers.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(1);
  expect((await knock(twenty(), { shop, ip: "198.51.100.10" })).status).toBe(204);
});

test("an address is kept only where the merchant decided so: shortened and sealed", async () => {
  const decisions = JSON.stringify({ keepsIp: true });
  await prisma().consentSettings.create({
    data: { shop: "ip.myshopify.com", version: 1, decisions, savedAt: new Date() },
  });
  await knock(JSON.stringify(sentChoice()), { shop: "ip.myshopify.com" });
  await knock(JSON.stringify(sentChoice()), { shop: "no-ip.myshopify.com" });
  const [sealed] = await recordsOf("ip.myshopify.com");
  expect(sealed?.sealedIp?.length).toBe(1 + 12 + 16 + "203.0.113.0".length);
  expect((await recordsOf("no-ip.myshopify.com"))[0]?.sealedIp).toBeNull();
});

test("without a database the sender is told to come again", async () => {
  const shop = "lost.myshopify.com";
  await pool().query(`ALTER TABLE "ConsentSeen" RENAME TO "Elsewhere"`);
  const received = await receiveChoices(shop, [sentChoice()], { customerId: undefined, ip: undefined }, new Date());
  await pool().query(`ALTER TABLE "Elsewhere" RENAME TO "ConsentSeen"`);
  expect(received).toBe("unavailable");
});
