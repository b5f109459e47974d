import { expect, test, vi } from "vitest";
import { pool } from "../db/database.server.ts";
import { keepPartitions } from "../db/keep-house.server.ts";
import { settings, useSettings } from "../env.server.ts";
import { recordInstalled } from "../installation/record-installation.server.ts";
import { useTestStores } from "../test-stores.ts";
import { doctor } from "./doctor.server.ts";
import { useTestMailbox } from "../mail/test-mailbox.ts";
import type { Finding } from "./result.ts";

useTestStores();
const mailbox = useTestMailbox();

async function examine(reachShopify: () => Promise<Response> = () => Promise.resolve(new Response(""))) {
  vi.spyOn(globalThis, "fetch").mockImplementation(reachShopify);
  const result = await doctor();
  return result.kind === "findings" ? result.findings : [];
}

const about = (findings: readonly Finding[], check: string) => findings.filter((finding) => finding.check === check);

test("everything that is right is a line that begins with ok", async () => {
  await keepPartitions();
  const findings = await examine();
  expect(findings.filter(({ status }) => status !== "ok")).toEqual([]);
  expect(findings.map(({ check }) => check)).toEqual(
    "settings,data folder,disk,database,clock,migrations,partitions,keys,queue,failed jobs,mail,Shopify".split(","),
  );
});

test("jobs that nobody takes are told with their age and number", async () => {
  await pool().query(
    `INSERT INTO pgboss.job (name, data, start_after) VALUES ('request.pack', '{"shop":"a"}', now() - interval '20 minutes')`,
  );
  const [queue] = about(await examine(), "queue");
  expect(queue).toMatchObject({
    status: "fail",
    what: expect.stringMatching(/oldest for 120\d s: request.pack 1/) as string,
  });
  await pool().query("DELETE FROM pgboss.job");
});

test("Shopify out of reach is told, by the host that was asked", async () => {
  const findings = await examine(() => Promise.reject(new TypeError("fetch failed")));
  expect(about(findings, "Shopify")).toMatchObject([{ status: "fail", what: "admin.shopify.com does not answer" }]);
});

test("a store that no longer lets the app in is told by name", async () => {
  await recordInstalled("rosewood.myshopify.com", { scopes: [] }, new Date());
  const [reach, store] = about(await examine(), "Shopify");
  expect(reach).toMatchObject({ status: "ok", what: "rosewood.myshopify.com answers" });
  expect(store).toMatchObject({ status: "warn", what: expect.stringContaining("no valid access") as string });
});

test("a key store of another database is told", async () => {
  const { rows } = await pool().query<{ value: string }>(
    `SELECT "value" FROM "Installation" WHERE "name" = 'key-store'`,
  );
  await pool().query(`UPDATE "Installation" SET "value" = 'another' WHERE "name" = 'key-store'`);
  expect(about(await examine(), "keys")).toMatchObject([{ status: "fail" }]);
  await pool().query(`UPDATE "Installation" SET "value" = $1 WHERE "name" = 'key-store'`, [rows[0]?.value]);
});

test("a mail server that does not answer is told, and so is none", async () => {
  mailbox.connect("smtp://127.0.0.1:9");
  expect(about(await examine(), "mail")).toMatchObject([
    { status: "fail", what: expect.stringContaining("does not answer") as string },
  ]);
  mailbox.connect(undefined);
  expect(about(await examine(), "mail")).toMatchObject([{ status: "warn", what: "no mail server is set" }]);
});

test("missing migrations are told by name, and nothing that needs them is examined", async () => {
  await pool().query(`ALTER TABLE "_prisma_migrations" RENAME TO "hidden"`);
  const findings = await examine();
  await pool().query(`ALTER TABLE "hidden" RENAME TO "_prisma_migrations"`);
  expect(findings.at(-1)).toMatchObject({
    check: "migrations",
    status: "fail",
    what: expect.stringContaining("_foundation") as string,
  });
});

test("a data folder that cannot be written is told", async () => {
  const before = settings();
  useSettings({ ...before, dataDir: "/dev/null/candor" });
  const findings = await examine();
  useSettings(before);
  expect(about(findings, "data folder")).toMatchObject([{ status: "fail" }]);
});
