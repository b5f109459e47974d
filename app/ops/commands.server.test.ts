import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { verify } from "../../verify/verify.mjs";
import { receiveChoices } from "../consent/receive-choices.server.ts";
import { sentChoice } from "../consent/test-choice.ts";
import { pool, prisma } from "../db/database.server.ts";
import { testSettings } from "../db/test-database.ts";
import { sealRecords } from "../evidence/seal-records.server.ts";
import { settings, useSettings } from "../env.server.ts";
import { recordInstalled } from "../installation/record-installation.server.ts";
import { runDueJobs } from "../test-jobs.ts";
import { useTestStores } from "../test-stores.ts";
import { keyStore } from "../vault/key-store.server.ts";
import { ANNA, ask, deliver, json, newShop, ops } from "./test-ops.ts";

useTestStores();

type Listed = Record<"id" | "status" | "kind" | "deadline" | "externalId" | "job", string> & { overdue: boolean };

test("requests list shows a store's requests by deadline, says which are overdue, and names nobody", async () => {
  const shop = newShop();
  for (const id of [1, 2, 3]) await ask(shop, id, { ...ANNA, email: `anna${id}@example.com`, id });
  await runDueJobs();
  await pool().query(
    `UPDATE "PrivacyRequest" SET "status" = 'open', "closedAt" = NULL, "deadline" = now() - interval '1 day'
     WHERE "shop" = $1 AND "externalId" = 'data_request 2'`,
    [shop],
  );
  const all = await json<Listed[]>("requests", "list", "--shop", shop);
  expect(all.map(({ externalId, overdue }) => [externalId, overdue])).toEqual([
    ["data_request 2", true],
    ["data_request 1", false],
    ["data_request 3", false],
  ]);
  expect(Object.keys(all[0] ?? {})).toEqual(
    "id,kind,status,outcome,source,law,receivedAt,deadline,closedAt,externalId,overdue".split(","),
  );
  expect(await json<Listed[]>("requests", "list", "--shop", shop, "--status", "open")).toHaveLength(1);
  expect(await json<Listed[]>("requests", "list", "--shop", shop, "--limit", "2")).toHaveLength(2);
  expect(await json<Listed[]>("requests", "list", "--shop", newShop())).toEqual([]);
  expect(JSON.stringify(all)).not.toContain("anna");
});

test("requests list goes through more than one page without losing or repeating one", async () => {
  const shop = newShop();
  await pool().query(
    `INSERT INTO "PrivacyRequest" ("shop", "id", "kind", "source", "status", "externalId", "law", "receivedAt", "deadline")
     SELECT $1, gen_random_uuid(), 'access', 'shopify', 'open', 'r' || n, 'shopify', now(), now() + (n % 7) * interval '1 day'
     FROM generate_series(1, 1203) AS n`,
    [shop],
  );
  const all = await json<Listed[]>("requests", "list", "--shop", shop);
  expect(new Set(all.map(({ id }) => id)).size).toBe(1203);
  const deadlines = all.map(({ deadline }) => deadline);
  expect(deadlines).toEqual([...deadlines].sort());
});

test("requests show tells of tasks, package and evidence, and names nobody", async () => {
  const shop = newShop();
  await ask(shop, 1);
  await runDueJobs();
  const [first] = await json<Listed[]>("requests", "list", "--shop", shop);
  const id = first?.id ?? "";
  const shown = await json<Record<string, unknown>>("requests", "show", "--shop", shop, "--id", id);
  expect(shown).toMatchObject({
    request: { id, kind: "access", status: "done", outcome: "package-ready", person: "on file" },
    tasks: [{ system: "candor", status: "done" }],
    package: { downloads: 0 },
  });
  const kinds = (shown["evidence"] as { kind: string }[]).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(["request.opened", "request.package-ready", "request.closed"]));
  expect(kinds[0]).toBe("request.opened");
  expect(JSON.stringify(shown)).not.toMatch(/anna|7013345678901|2345678/);
  expect(await ops("requests", "show", "--shop", shop, "--id", randomUUID())).toMatchObject({ exitCode: 1, text: "" });
});

test("deliveries list shows what needs a look, of one store or of all", async () => {
  const shop = newShop();
  await deliver(shop, "orders/paid", { email: ANNA.email });
  await ask(shop, 1);
  await runDueJobs();
  const unlooked = await json<Listed[]>("deliveries", "list", "--shop", shop, "--status", "needs-look");
  expect(unlooked.map(({ status }) => status)).toEqual(["needs-look", "needs-look"]);
  expect((await json<Listed[]>("deliveries", "list", "--all", "--limit", "1"))[0]).toMatchObject({ shop });
  const { error } = await ops("deliveries", "retry", "--shop", shop, "--id", unlooked[0]?.id ?? "");
  expect(error).toContain("Nothing to do");
});

test("deliveries retry carries out a delivery whose job was given up", async () => {
  const shop = newShop();
  await ask(shop, 1);
  const [delivery] = await json<Listed[]>("deliveries", "list", "--shop", shop);
  const id = delivery?.id ?? "";
  await pool().query("DELETE FROM pgboss.job WHERE data->>'shop' = $1", [shop]);
  await giveUp(shop, id);
  expect(await json("problems", "list", "--shop", shop)).toMatchObject([{ shop, about: { delivery: id }, dead: true }]);
  expect(await json("deliveries", "retry", "--shop", shop, "--id", id)).toMatchObject({ result: "retried" });
  await runDueJobs();
  expect(await json("requests", "list", "--shop", shop)).toHaveLength(1);
  expect(await json("problems", "list", "--shop", shop)).toEqual([]);
});

test("deliveries retry queues a delivery that has no failed job", async () => {
  const shop = newShop();
  await ask(shop, 1);
  const [delivery] = await json<Listed[]>("deliveries", "list", "--shop", shop);
  await pool().query("DELETE FROM pgboss.job WHERE data->>'shop' = $1", [shop]);
  const id = delivery?.id ?? "";
  expect(await json("deliveries", "retry", "--shop", shop, "--id", id)).toMatchObject({ result: "queued" });
  await runDueJobs();
  expect(await json("requests", "list", "--shop", shop)).toHaveLength(1);
});

test("problems retry runs a failed job once, and knows when there is none", async () => {
  const shop = newShop();
  await giveUp(shop, randomUUID());
  const listed = await json<(Listed & { shop: string })[]>("problems", "list");
  const job = listed.find((problem) => problem.shop === shop)?.job ?? "";
  expect(await json("problems", "retry", "--shop", shop, "--job", job)).toMatchObject({ result: "retried" });
  expect(await ops("problems", "retry", "--shop", shop, "--job", job)).toMatchObject({ exitCode: 1 });
});

async function giveUp(shop: string, delivery: string): Promise<void> {
  const at = new Date();
  await prisma().jobProblem.create({
    data: {
      ...{ shop, job: randomUUID(), name: "delivery.carry-out", payload: JSON.stringify({ shop, delivery }) },
      ...{ cause: "The disk is full.", attempts: 13, dead: true, firstAt: at, lastAt: at },
    },
  });
}

test("evidence bundle is what the standalone program verifies; evidence verify agrees", async () => {
  const shop = newShop();
  await ask(shop, 1);
  await runDueJobs();
  const { text } = await ops("evidence", "bundle", "--shop", shop);
  const verdict = await verify(text);
  const told = await json<{ entries: number }>("evidence", "verify", "--shop", shop);
  expect(verdict).toMatchObject({ ok: true, entries: told.entries });
  expect(told).toMatchObject({ ok: true, head: { seq: told.entries } });
});

test("evidence verify names the entry that was altered, and ends with 1", async () => {
  const shop = newShop();
  await ask(shop, 1);
  await runDueJobs();
  await pool().query(`UPDATE "EvidenceEntry" SET "body" = "body" || ' ' WHERE "shop" = $1 AND "seq" = 2`, [shop]);
  const { exitCode, text } = await ops("evidence", "verify", "--shop", shop, "--json");
  expect(exitCode).toBe(1);
  expect(JSON.parse(text)).toMatchObject({
    ok: false,
    seq: 2,
    problem: expect.stringContaining("Entry 2 was altered") as string,
  });
});

test("a store that was never here is told as such, and gets no keys", async () => {
  const shop = newShop();
  for (const command of ["bundle", "verify", "certificate"]) {
    expect(await ops("evidence", command, "--shop", shop)).toMatchObject({ exitCode: 1, text: "" });
  }
  await ops("residue", "--shop", shop, "--email", ANNA.email);
  expect(await keyStore().list(shop)).toEqual([]);
});

test("an erased store leaves a certificate that the standalone program verifies", async () => {
  const shop = newShop();
  await ask(shop, 1);
  await runDueJobs();
  await deliver(shop, "shop/redact", {});
  await runDueJobs();
  const { text } = await ops("evidence", "certificate", "--shop", shop);
  expect(await verify(text, { shop })).toMatchObject({ ok: true });
  expect(await json("evidence", "certificate", "--shop", shop, "--all")).toHaveLength(1);
});

test("residue finds nothing of a person in clear, who is held all the same, and nothing at all once erased", async () => {
  const shop = newShop();
  await ask(shop, 1);
  await runDueJobs();
  const search = () =>
    json<{ searched: number }>("residue", "--shop", shop, "--email", ANNA.email, "--customer-id", String(ANNA.id));
  const before = await search();
  expect(before).toMatchObject({ total: 0, tables: [], held: 1 });
  expect(before.searched).toBeGreaterThan(15);
  await deliver(shop, "customers/redact", { customer: ANNA, orders_to_redact: [] });
  await runDueJobs();
  expect(await search()).toMatchObject({ total: 0, tables: [], held: 0 });
});

test("retention says of each rule who ends such records, and a dry run changes nothing", async () => {
  const shop = newShop();
  await prisma().shop.create({ data: { shop } });
  const rules = await json<{ category: string; endedBy: string }[]>("retention", "--shop", shop, "--dry-run");
  expect(rules.find(({ category }) => category === "privacy-requests")).toMatchObject({ endedBy: "candor", past: 0 });
  expect(await prisma().retentionFigure.count({ where: { shop } })).toBe(0);
  expect(await json("retention", "--shop", shop)).toHaveLength(rules.length);
});

test("residue names the table in which a person stands in clear", async () => {
  const shop = newShop();
  await prisma().shop.create({ data: { shop, name: `Letters to ${ANNA.email}` } });
  expect(await json("residue", "--shop", shop, "--email", ANNA.email)).toMatchObject({
    total: 1,
    tables: [{ table: "Shop", rows: 1 }],
  });
});

test("shops list tells installed stores from others", async () => {
  const shop = newShop();
  await recordInstalled(shop, { scopes: ["read_orders"] }, new Date());
  await prisma().shop.create({
    data: { shop: "gone.myshopify.com", installedAt: new Date(), uninstalledAt: new Date() },
  });
  const shops = await json<{ shop: string; state: string }[]>("shops", "list");
  expect(shops).toContainEqual(expect.objectContaining({ shop, state: "installed", scopes: ["read_orders"] }));
  expect(shops).toContainEqual(expect.objectContaining({ shop: "gone.myshopify.com", state: "uninstalled" }));
});

test("a failure is one plain sentence without what was asked", async () => {
  const broken = testSettings({ CANDOR_DATA_DIR: settings().dataDir });
  useSettings(broken);
  await pool().query(`ALTER TABLE "SubjectIndex" RENAME TO "Hidden"`);
  const { exitCode, error } = await ops("residue", "--shop", newShop(), "--email", ANNA.email);
  await pool().query(`ALTER TABLE "Hidden" RENAME TO "SubjectIndex"`);
  expect(exitCode).toBe(1);
  expect(error).toBeDefined();
  expect(error).not.toContain("anna");
});

test("consents: listed, shown and proved by their receipt, and nobody is named", async () => {
  const shop = newShop();
  const choice = sentChoice();
  await receiveChoices(shop, [choice, sentChoice()], { customerId: "7013345678901", ip: "203.0.113.9" }, new Date());
  await sealRecords(shop, "consent", new Date(Date.now() + 120_000));
  const all = await json<{ id: string }[]>("consents", "list", "--shop", shop);
  expect(all.map(({ id }) => id)).toContain(choice.id);
  expect(await json("consents", "list", "--shop", shop, "--limit", "1")).toHaveLength(1);
  const shown = await json("consents", "show", "--shop", shop, "--id", choice.id);
  expect(shown).toMatchObject({ record: { id: choice.id, hasCustomer: true }, replacedBy: null, proof: "there" });
  expect(JSON.stringify([all, shown])).not.toMatch(/7013345678901|203\.0/);
  const receipt = await ops("consents", "receipt", "--shop", shop, "--id", choice.id);
  expect(await verify(receipt.text)).toMatchObject({ ok: true, records: 1 });
  expect(await ops("consents", "show", "--shop", shop, "--id", randomUUID())).toMatchObject({ exitCode: 1, text: "" });
});
