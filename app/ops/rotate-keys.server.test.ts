import { expect, test } from "vitest";
import { wrap } from "../crypto/master-keys.server.ts";
import { prisma } from "../db/database.server.ts";
import { settings, useSettings } from "../env.server.ts";
import { verifyChain } from "../evidence/verify-chain.server.ts";
import { sessionStorage } from "../shopify/keep-sessions.server.ts";
import { runDueJobs } from "../test-jobs.ts";
import { useTestStores } from "../test-stores.ts";
import { closeKeyStore, openKeyStore } from "../vault/key-store.server.ts";
import { ask, json, newShop, ops } from "./test-ops.ts";

useTestStores();

test("keys rotate leaves nothing that needs the older master key, and each chain says so once", async () => {
  const shop = newShop();
  await ask(shop, 1);
  await runDueJobs();
  const id = `offline_${shop}`;
  const entries = JSON.stringify(Object.entries({ id, shop, state: "", isOnline: false, accessToken: "token" }));
  const sealed = wrap(settings().masterKeys, Buffer.from(entries), `Session.sealed ${shop}/${id}`);
  await prisma().session.create({ data: { shop, id, isOnline: false, sealed } });
  const before = settings();
  const [old] = before.masterKeys;
  const fresh = { id: "fresh", key: Buffer.from("fedcba9876543210fedcba9876543210") };
  const withKeys = async (masterKeys: typeof before.masterKeys) => {
    await closeKeyStore();
    useSettings({ ...before, masterKeys });
    await openKeyStore();
  };
  await withKeys([fresh, ...(old ? [old] : [])]);
  expect((await ops("keys", "rotate", "--newest", "another")).error).toContain('is "fresh"');
  const done = await json<{ keys: number; chains: number }>("keys", "rotate");
  expect(done).toMatchObject({ newestMasterKey: "fresh", removable: [old?.id], sessions: 1 });
  expect(done.keys).toBeGreaterThan(1);
  expect(done.chains).toBeGreaterThan(0);
  await withKeys([fresh]);
  expect(await json("keys", "rotate")).toMatchObject({ keys: 0, chains: 0, removable: [] });
  expect((await sessionStorage.loadSession(id))?.accessToken).toBe("token");
  expect(await verifyChain(shop)).toMatchObject({ ok: true });
  expect(await prisma().evidenceEntry.count({ where: { shop, kind: "keys.rotated" } })).toBe(1);
  await withKeys(before.masterKeys.concat(fresh));
});
