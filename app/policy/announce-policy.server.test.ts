import { beforeEach, describe, expect, it } from "vitest";
import { shopFacts } from "../../standin/world.ts";
import { inTransaction, pool, prisma } from "../db/database.server.ts";
import { listEvidence } from "../evidence/list-evidence.server.ts";
import { useTestMailbox } from "../mail/test-mailbox.ts";
import { installAt, useShopify } from "../shopify/test-shopify.ts";
import { runDueJobs } from "../test-jobs.ts";
import { useTestStores } from "../test-stores.ts";
import {
  announcePolicy,
  noteAnnouncement,
  readAnnouncement,
  startAnnouncing,
  toldOtherwise,
} from "./announce-policy.server.ts";

useTestStores();
const world = useShopify();
const mailbox = useTestMailbox();

const NOW = new Date("2026-11-27T09:00:00Z");
const BY = { staff: "81001", now: NOW };

let count = 0;
let shop = "";
beforeEach(async () => {
  shop = `announces-${String(++count)}.myshopify.com`;
  await installAt(world, shop);
  await publish(2);
});

async function publish(number: number): Promise<void> {
  const row = { shop, number, publishedAt: NOW, effectiveOn: new Date("2026-12-11"), hash: "", facts: "{}" };
  await prisma().policyVersion.create({ data: { ...row, regimes: [], languages: ["en"], askedAgain: 0 } });
  await inTransaction((tx) => noteAnnouncement(tx, shop, { number, why: "law", now: NOW }));
}

/** Everybody at Shopify with an address. */
const reachable = () => shopFacts(world, shop).customers.map(({ person }) => person.email);
const evidence = async () => {
  const { entries } = await listEvidence(shop, { limit: 20 });
  return entries.filter(({ kind }) => kind === "policy.announced").map(({ facts }) => facts);
};

describe("customers", () => {
  it("are told by nobody before staff say so", async () => {
    await runDueJobs();
    expect(await readAnnouncement(shop)).toEqual({ number: 2, why: "law", state: "due", told: 0 });
    expect(await mailbox.received()).toEqual([]);
  });

  it("each get one mail in their language, with the way to the new policy, and evidence says how many", async () => {
    expect(await startAnnouncing(shop, 2)).toBe(true);
    expect(await startAnnouncing(shop, 2)).toBe(false);
    await runDueJobs();
    const mails = await mailbox.received();
    expect(mails.map(({ to }) => to).sort()).toEqual(reachable().sort());
    expect(new Set(mails.map(({ language }) => language)).size).toBeGreaterThan(1);
    for (const { text } of mails) expect(text).toContain(`https://${shop}/apps/privacy/policy?version=2`);
    expect(await readAnnouncement(shop)).toBeNull();
    expect(await evidence()).toEqual([{ number: 2, told: mails.length, how: "mail", staff: "" }]);
  });

  it("get no second mail when the job is cut off after a page and made again", async () => {
    await startAnnouncing(shop, 2);
    await runDueJobs();
    const many = (await mailbox.received()).length;
    const again = { state: "running", cursor: null };
    await prisma().policyAnnouncement.update({ where: { shop_number: { shop, number: 2 } }, data: again });
    await announcePolicy(shop, 2, NOW);
    await runDueJobs();
    expect(await mailbox.received()).toHaveLength(many);
  });

  it("wait while the outbox is full of such mails, and are told afterwards", async () => {
    await pool().query(
      `INSERT INTO "MailMessage" ("shop", "id", "key", "template", "language", "status", "createdAt")
       SELECT $1, gen_random_uuid(), 'policy 1 ' || n, 'policy-changed', 'en', 'queued', now() FROM generate_series(1, 2001) n`,
      [shop],
    );
    await startAnnouncing(shop, 2);
    await announcePolicy(shop, 2, NOW);
    expect(await readAnnouncement(shop)).toMatchObject({ state: "running", told: 0 });
    await pool().query(`DELETE FROM "MailMessage" WHERE "shop" = $1`, [shop]);
    await announcePolicy(shop, 2, NOW);
    expect(await readAnnouncement(shop)).toBeNull();
    await runDueJobs();
    expect(await mailbox.received()).toHaveLength(reachable().length);
  });

  it("are told of the newest version only, when one follows another before staff have decided", async () => {
    await publish(3);
    expect(await readAnnouncement(shop)).toMatchObject({ number: 3, state: "due" });
    expect(await startAnnouncing(shop, 2)).toBe(false);
  });

  it("whom the store told itself get no mail, and evidence says who said so", async () => {
    expect(await toldOtherwise(shop, 2, BY)).toBe(true);
    expect(await toldOtherwise(shop, 2, BY)).toBe(false);
    await runDueJobs();
    expect(await mailbox.received()).toEqual([]);
    expect(await evidence()).toMatchObject([{ number: 2, told: 0, how: "otherwise" }]);
    expect(await readAnnouncement(shop)).toBeNull();
  });
});
