import { expect, test } from "vitest";
import { inTransaction, prisma } from "../db/database.server.ts";
import { listEvidence } from "../evidence/list-evidence.server.ts";
import { useTestStores } from "../test-stores.ts";
import { allProcessors, listProcessors } from "./list-processors.server.ts";
import { runErrand } from "./run-errand.server.ts";
import { saveProcessor } from "./save-processor.server.ts";
import { openTarget } from "./target.server.ts";
import { addProcessor, draftOf, errandFor, NOW, STAFF } from "./test-processor.ts";

useTestStores();

test("a processor has a part in the kinds of request that were chosen, in its own store only, while it is active", async () => {
  const [shop, other] = ["list.myshopify.com", "list-other.myshopify.com"];
  const id = await addProcessor(shop, draftOf("by-hand", {}, { acts: ["delete"] }));
  await addProcessor(other, draftOf("by-hand"));
  const names = async (kind: string) => (await listProcessors(shop, kind)).map((one) => one.id);
  expect([await names("delete"), await names("access"), await names("appeal")]).toEqual([[id], [], []]);
  expect(await inTransaction((tx) => listProcessors(shop, "delete", tx))).toMatchObject([{ id, connector: "by-hand" }]);
  await saveProcessor(shop, draftOf("by-hand", {}, { id, acts: ["delete"], isActive: false }), STAFF);
  expect(await names("delete")).toEqual([]);
  expect(await allProcessors(shop)).toHaveLength(1);
  expect(await saveProcessor(other, draftOf("by-hand", {}, { id: "not-there" }), STAFF)).toEqual({ kind: "unknown" });
});

test("a secret is made for a webhook and shown once; it is sealed, and stays until a new one is entered", async () => {
  const shop = "secret.myshopify.com";
  const hook = draftOf("webhook", { url: "https://acme.example/privacy" }, { contact: "privacy@acme.example" });
  const first = await saveProcessor(shop, hook, STAFF);
  if (first.kind !== "saved" || first.secret === null) throw new Error("no secret was made");
  const opened = async () => openTarget(shop, first.id);
  expect(await opened()).toMatchObject({ credential: first.secret, contact: "privacy@acme.example" });
  const [row] = await prisma().processor.findMany({ where: { shop } });
  const raw = Buffer.concat([row?.sealedCredentials ?? Buffer.of(), row?.sealedContact ?? Buffer.of()]).toString(
    "latin1",
  );
  expect(raw).not.toContain(first.secret);
  expect(raw).not.toContain("acme");
  const again = await saveProcessor(shop, { ...hook, id: first.id, name: "Acme" }, STAFF);
  expect(again).toMatchObject({ kind: "saved", secret: null });
  expect(await opened()).toMatchObject({ credential: first.secret });
  // another way of asking has no use for it
  await saveProcessor(shop, draftOf("by-hand", {}, { id: first.id }), STAFF);
  expect(await opened()).toMatchObject({ credential: "" });
});

test.each([
  [{ url: "http://acme.example/" }, "url"],
  [{ url: "https://user:pass@acme.example/" }, "url"],
  [{}, "url"],
])("an address that will not be called is refused at once: %j", async (set, field) => {
  const saved = await saveProcessor("refused.myshopify.com", draftOf("webhook", set), STAFF);
  expect(saved).toMatchObject({ kind: "wrong", problems: [{ field }] });
  expect(await allProcessors("refused.myshopify.com")).toEqual([]);
});

test.each([
  ["klaviyo", "hunter2"],
  ["mailchimp", "0123456789abcdef"],
  ["google-analytics", '{"type":"authorized_user"}'],
  ["google-analytics", "not json"],
  ["by-hand", "a key for nothing"],
] as const)("a credential of %s that has not its form is refused at once: %s", async (connector, credential) => {
  const draft = draftOf(connector, { property: "1234567" }, { credential });
  const saved = await saveProcessor("form.myshopify.com", draft, STAFF);
  expect(saved).toMatchObject({ kind: "wrong", problems: [{ field: "credential" }] });
});

test("every change is in the evidence, without names of persons or secrets", async () => {
  const shop = "evidence.myshopify.com";
  await addProcessor(shop, draftOf("webhook", { url: "https://acme.example/" }, { contact: "jane@acme.example" }));
  const { entries } = await listEvidence(shop, {});
  expect(entries[0]).toMatchObject({
    kind: "processor.saved",
    facts: { processor: "acme-loyalty", connector: "webhook", isActive: true },
  });
  expect(JSON.stringify(entries)).not.toMatch(/jane|whsec/);
});

test("what no program can do is told to staff, with the store's own steps first and a link", async () => {
  const shop = "hand.myshopify.com";
  const settings = { steps: "Ask Ben for the login.", link: "https://acme.example/people" };
  const id = await addProcessor(shop, draftOf("by-hand", settings));
  const errand = await errandFor(shop, { act: "delete", identity: { email: "anna@example.com" } });
  expect(await runErrand(shop, id, errand, NOW)).toEqual({
    status: "by-hand",
    what: expect.stringMatching(/^Ask Ben for the login\. Look up this person in Acme Loyalty and delete/) as string,
    link: settings.link,
  });
});
