import { beforeEach, expect, test } from "vitest";
import { newContact } from "../../standin/processors/contact.ts";
import { PlainProblem } from "../jobs/cause.ts";
import { useTestStores } from "../test-stores.ts";
import { checkProcessor } from "./check-processor.server.ts";
import { readProcessor } from "./list-processors.server.ts";
import { runErrand } from "./run-errand.server.ts";
import { addProcessor, addReceiver, draftOf, errandFor, later, NOW, useProcessors } from "./test-processor.ts";

useTestStores();
const { receiver, at } = useProcessors();

const SHOP = "webhook.myshopify.com";
const anna = () => newContact({ id: "1", email: "anna@example.com", firstName: "Anna", phone: "+49 171 1234567" });
const ANNA = { email: "anna@example.com" };
let acme = "";

beforeEach(async () => {
  receiver.contacts = [anna(), newContact({ id: "2", email: "ben@example.com" })];
  receiver.mood = { name: "well" };
  receiver.answered = {};
  receiver.log = [];
  acme = acme === "" ? await addReceiver(SHOP, at.url) : acme;
});

const messages = () => receiver.log.map(({ type }) => type);

test("an erasure is done when a look shows that it is", async () => {
  const errand = await errandFor(SHOP, { act: "delete", identity: ANNA });
  expect(await runErrand(SHOP, acme, errand, NOW)).toMatchObject({ status: "done", seen: "as-asked" });
  expect(receiver.contacts.map(({ email }) => email)).toEqual(["ben@example.com"]);
  expect(messages()).toEqual(["errand.ask", "errand.read-back"]);
  expect(await runErrand(SHOP, acme, errand, NOW)).toMatchObject({ status: "done", seen: "as-asked" });
  expect(messages().filter((type) => type === "errand.ask")).toHaveLength(1);
});

test("a processor that never had the person says so, and that is seen, too", async () => {
  const errand = await errandFor(SHOP, { act: "delete", identity: { email: "nobody@example.com" } });
  expect(await runErrand(SHOP, acme, errand, NOW)).toMatchObject({ status: "done", seen: "nothing-held" });
});

test("an access request brings home what the processor has", async () => {
  const errand = await errandFor(SHOP, { act: "access", identity: ANNA });
  const result = await runErrand(SHOP, acme, errand, NOW);
  if (result.status !== "done") throw new Error(result.status);
  expect(result.items.records).toMatchObject([{ kind: "Customer card" }]);
  expect(JSON.stringify(result.items.records)).toContain("Anna");
  // a crash after the answer and before it was kept: it is asked again, and says it again
  expect(await runErrand(SHOP, acme, errand, NOW)).toEqual(result);
});

test("a correction is read back", async () => {
  const changes = { firstName: "Anne", email: "anne@example.com" };
  const errand = await errandFor(SHOP, { act: "correct", identity: ANNA, changes });
  expect(await runErrand(SHOP, acme, errand, NOW)).toMatchObject({ status: "done", seen: "as-asked" });
  expect(receiver.contacts[0]).toMatchObject(changes);
});

test("a lie is given time, then named, then asked about again", async () => {
  receiver.mood = { name: "lying" };
  const errand = await errandFor(SHOP, { act: "delete", identity: ANNA });
  const first = await runErrand(SHOP, acme, errand, NOW);
  expect(first).toMatchObject({ status: "pending", checkAt: later(1 / 6) });
  const verdict = await runErrand(SHOP, acme, errand, later(16));
  expect(verdict).toMatchObject({ status: "not-as-asked" });
  expect("cause" in verdict && verdict.cause).toContain("Acme Loyalty said yes");
  receiver.mood = { name: "well" };
  expect(await runErrand(SHOP, acme, errand, later(17))).toMatchObject({ status: "done", seen: "as-asked" });
  expect(new Set(receiver.log.filter(({ type }) => type === "errand.ask").map(({ id }) => id)).size).toBe(2);
});

test("a processor that needs time is asked how far it is", async () => {
  receiver.mood = { name: "slow" };
  const errand = await errandFor(SHOP, { act: "delete", identity: ANNA });
  expect(await runErrand(SHOP, acme, errand, NOW)).toMatchObject({ status: "pending" });
  expect(await runErrand(SHOP, acme, errand, later(60))).toMatchObject({ status: "pending", checkAt: later(120) });
  receiver.mood = { name: "well" };
  expect(await runErrand(SHOP, acme, errand, later(120))).toMatchObject({ status: "done", seen: "as-asked" });
  expect(messages()).toEqual(["errand.ask", "errand.status", "errand.status", "errand.read-back"]);
});

test.each([
  ["failing", "has a problem of its own (HTTP 500)", true],
  ["malformed", "cannot be understood", true],
  ["locked", "does not accept the credentials", false],
] as const)("a processor that is %s is a failure with its cause", async (name, cause, worthRetrying) => {
  receiver.mood = { name };
  const errand = await errandFor(SHOP, { act: "delete", identity: ANNA });
  const failure: unknown = await runErrand(SHOP, acme, errand, NOW).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(PlainProblem);
  expect(failure).toMatchObject({ message: expect.stringContaining(cause) as string, worthRetrying });
  expect(await readProcessor(SHOP, acme)).toMatchObject({ cause: expect.stringContaining(cause) as string });
  receiver.mood = { name: "well" };
  expect(await runErrand(SHOP, acme, errand, NOW)).toMatchObject({ status: "done" });
  expect(await readProcessor(SHOP, acme)).toMatchObject({ cause: null });
});

test("a processor that asks to wait is left alone for as long", async () => {
  receiver.mood = { name: "limited" };
  const errand = await errandFor(SHOP, { act: "delete", identity: ANNA });
  expect(await runErrand(SHOP, acme, errand, NOW)).toMatchObject({ status: "pending", checkAt: later(0.5) });
});

test("a processor that is gone for good is not asked for ever", async () => {
  receiver.mood = { name: "gone" };
  const errand = await errandFor(SHOP, { act: "delete", identity: ANNA });
  expect(await runErrand(SHOP, acme, errand, NOW)).toMatchObject({ status: "gone" });
  expect(await runErrand(SHOP, "never-there", errand, NOW)).toMatchObject({ status: "gone" });
});

test("a server that nobody runs any more is a failure that is tried again", async () => {
  const dead = await addProcessor(SHOP, draftOf("webhook", { url: "https://127.0.0.1:9/" }, { name: "Dead" }));
  const errand = await errandFor(SHOP, { act: "delete", identity: ANNA });
  await expect(runErrand(SHOP, dead, errand, NOW)).rejects.toThrow("leads into a private network");
});

test("the check says whether the processor answers, and touches nobody", async () => {
  const now = new Date();
  expect(await checkProcessor(SHOP, acme, now)).toMatchObject({ kind: "good" });
  receiver.secret = "whsec_b3RoZXJvdGhlcm90aGVyb3RoZXJvdGhlcm90aGVy";
  expect(await checkProcessor(SHOP, acme, now)).toMatchObject({ kind: "bad" });
  expect(receiver.contacts).toHaveLength(2);
});
