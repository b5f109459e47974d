import { v7 } from "uuid";
import { expect, test } from "vitest";
import { verify } from "../../verify/verify.mjs";
import { purgeConsents } from "../consent/purge-consents.server.ts";
import { receiveChoices } from "../consent/receive-choices.server.ts";
import { sentChoice } from "../consent/test-choice.ts";
import { inTransaction, pool, prisma } from "../db/database.server.ts";
import { exportBundle } from "../evidence/export-bundle.server.ts";
import { checkpoint } from "../evidence/checkpoint.server.ts";
import { sealRecords } from "../evidence/seal-records.server.ts";
import { changeRegister, readStoreRegister } from "../register/change-register.server.ts";
import { listed, withFact, withSingle } from "../register/change-facts.ts";
import { openRequest } from "../requests/open-request.server.ts";
import { useTestStores } from "../test-stores.ts";
import { runRetention } from "./run-retention.server.ts";
import { momentBefore, planFor } from "./plan-retention.ts";

useTestStores();

const SHOP = "three-years.myshopify.com";
/** Records can only be made in the present: the years lie behind us, and the runs are made for each month from then on. */
const TODAY = new Date();
const monthsAgo = (months: number) => momentBefore({ months }, TODAY);
const SAID = { status: "confirmed", origin: "staff", ref: "" } as const;

async function partitions(): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT c.relname::text AS "name" FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = '"ConsentRecord"'::regclass AND c.relname ~ '_\\d{4}_\\d{2}$' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function closeRequest(email: string, closedAt: Date): Promise<void> {
  const wanted = { kind: "access", source: "form", externalId: v7(), identity: { email }, orders: [] } as const;
  const id = await inTransaction((tx) =>
    openRequest(tx, SHOP, { ...wanted, receivedAt: closedAt, waitsFor: "mailbox" }),
  );
  const data = { status: "done", outcome: "nothing-found", closedAt };
  await prisma().privacyRequest.update({ where: { shop_id: { shop: SHOP, id } }, data });
}

/** As they are where Candor ran all the time. */
async function makePartitions(): Promise<void> {
  for (let months = 37; months >= 1; months -= 1) {
    const first = momentBefore({ months }, new Date(Date.UTC(TODAY.getUTCFullYear(), TODAY.getUTCMonth(), 1)));
    const [from, to] = [first, momentBefore({ months: -1 }, first)].map((day) => day.toISOString().slice(0, 10));
    const name = `ConsentRecord_${(from ?? "").slice(0, 7).replace("-", "_")}`;
    await pool().query(
      `CREATE TABLE "${name}" PARTITION OF "ConsentRecord" FOR VALUES FROM ('${from ?? ""}') TO ('${to ?? ""}')`,
    );
  }
}

test("over three years of daily runs, what is past goes, what is held or must be kept stays, and all of it verifies", async () => {
  await prisma().shop.create({ data: { shop: SHOP } });
  await makePartitions();
  await changeRegister(
    SHOP,
    (register) =>
      withSingle(
        [
          listed("retention", { ...SAID, category: "privacy-choices", period: { months: 12 }, trigger: "withdrawal" }),
          listed("retention", { ...SAID, category: "orders", period: { months: 12 }, trigger: "end-of-order-year" }),
          listed("retention", {
            ...SAID,
            category: "privacy-requests",
            period: { months: 6 },
            trigger: "request-closed",
          }),
        ].reduce(withFact, register),
        "store",
        { ...SAID, legalName: "Rosewood GmbH", country: "DE" },
      ),
    { staff: "1", now: TODAY, origin: "staff" },
  );
  for (let months = 36; months >= 0; months -= 3) {
    const at = new Date(monthsAgo(months).getTime() - 60_000);
    await receiveChoices(
      SHOP,
      [sentChoice({ at: at.getTime() - 1_000 })],
      { customerId: undefined, ip: undefined },
      at,
    );
    await closeRequest(`person-${String(months)}@example.com`, at);
  }
  await sealRecords(SHOP, "consent", new Date(TODAY.getTime() + 120_000));
  const held = await prisma().privacyRequest.findFirstOrThrow({ where: { shop: SHOP }, orderBy: { closedAt: "asc" } });
  const hold = { shop: SHOP, id: v7(), subject: held.subject ?? "", ground: "claim", placedAt: TODAY };
  await prisma().legalHold.create({ data: { ...hold, reviewOn: TODAY, sealedReason: Buffer.from("x") } });
  const before = await partitions();

  for (let months = 0; months <= 36; months += 1) {
    const now = momentBefore({ months: -months }, TODAY);
    await runRetention(SHOP, now);
    await purgeConsents(now);
    const cutOff = momentBefore({ months: 24 }, now);
    const requests = await prisma().privacyRequest.findMany({ where: { shop: SHOP } });
    // a rule of six months does not shorten what the law has kept for 24; nobody who is held is touched
    for (const { id, closedAt } of requests)
      if (id !== held.id) expect(closedAt?.getTime()).toBeGreaterThanOrEqual(cutOff.getTime());
    expect(requests.map(({ id }) => id)).toContain(held.id);
  }

  expect(await prisma().privacyRequest.count({ where: { shop: SHOP } })).toBe(1);
  expect(await prisma().consentRecord.count({ where: { shop: SHOP } })).toBe(0);
  expect((await partitions()).length).toBeLessThan(before.length);
  const orders = planFor(await readStoreRegister(SHOP), "orders", TODAY);
  expect(orders).toMatchObject({ lawMonths: 96, ender: "staff" });

  await checkpoint(SHOP, new Date());
  let bundle = "";
  for await (const piece of exportBundle(SHOP, new Date())) bundle += piece;
  expect(await verify(bundle, { shop: SHOP })).toMatchObject({ ok: true });
  const told = await prisma().evidenceEntry.findMany({
    where: { shop: SHOP, kind: { in: ["retention.ended", "consent.purged"] } },
  });
  const sum = (kind: string) =>
    told
      .filter((one) => one.kind === kind)
      .reduce((all, { body }) => all + (JSON.parse(body) as { facts: { records: number } }).facts.records, 0);
  expect(sum("retention.ended")).toBe(12);
  expect(sum("consent.purged")).toBe(13);
});
