import { inTransaction, prisma } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { log } from "../log.server.ts";
import { adminFor, type AdminGraphql } from "../shopify/admin-graphql.server.ts";
import { ShopifyRefused } from "../shopify/shopify-refused.ts";
import { hashIn, readPublished } from "./publish-settings.server.ts";

/** How a storefront's settings can differ from those that were published. */
export type SettingsDrift = "missing" | "changed";

/** Looks at every store with published settings whether its storefront still has them. */
export async function checkPublished(now: Date): Promise<void> {
  const rows = await prisma().consentSettings.findMany({
    where: { publishedHash: { not: null } },
    select: { shop: true },
    orderBy: { shop: "asc" },
  });
  for (const { shop } of rows) {
    try {
      await checkSettings(shop, await adminFor(shop), now);
    } catch (error) {
      // one store that can't be asked must not keep the others waiting
      if (!(error instanceof ShopifyRefused)) throw error;
      log().info({ code: error.code }, "published settings could not be checked");
    }
  }
}

/** Compares one storefront with what was published; where it differs that is evidence, and they are published again. */
export async function checkSettings(shop: string, admin: AdminGraphql, now: Date): Promise<SettingsDrift | null> {
  const row = await prisma().consentSettings.findUnique({ where: { shop } });
  if (row?.publishedHash == null) return null;
  const expected = row.publishedHash;
  const found = hashIn(await readPublished(admin));
  const drift = found === expected ? null : found === "" ? "missing" : "changed";
  await inTransaction(async (tx) => {
    await tx.consentSettings.update({ where: { shop }, data: { checkedAt: now, drift } });
    if (drift === null) return;
    await enqueue(tx, "consent.publish", { shop }, { singletonKey: shop });
    if (row.drift === drift) return;
    await appendEvidence(tx, shop, { kind: "consent.settings-drifted", at: now, facts: { expected, found } });
  });
  return drift;
}
