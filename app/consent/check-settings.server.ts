import { inTransaction, prisma } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import type { AdminGraphql } from "../shopify/admin-graphql.server.ts";
import { hashIn, makeSettings, readValue } from "./publish-settings.server.ts";
import { readDecisions } from "./settings.ts";

/** How a storefront's settings differ from those that were published: gone, or somebody else's. */
export type SettingsDrift = "missing" | "changed";

/**
 * Compares what a storefront reads with what was published, and with what should be published by now (the register, or
 * the theme, may have changed). Drift is evidence; either way the right settings are published again.
 */
export async function checkSettings(shop: string, admin: AdminGraphql, now: Date): Promise<SettingsDrift | null> {
  const row = await prisma().consentSettings.findUnique({ where: { shop } });
  if (row?.publishedHash == null) return null;
  const expected = row.publishedHash;
  const found = hashIn(await readValue(admin));
  const drift = found === expected ? null : found === "" ? "missing" : "changed";
  const wanted = await makeSettings(shop, readDecisions(row.decisions));
  await inTransaction(async (tx) => {
    await tx.consentSettings.update({ where: { shop }, data: { checkedAt: now, drift } });
    if (found !== wanted.hash) await enqueue(tx, "consent.publish", { shop }, { singletonKey: shop });
    if (drift === null || row.drift === drift) return;
    await appendEvidence(tx, shop, { kind: "consent.settings-drifted", at: now, facts: { expected, found } });
  });
  return drift;
}
