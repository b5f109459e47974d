import { inTransaction } from "../db/database.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { askAnew, readDecisions } from "./settings.ts";

/**
 * The job after a policy was published: whoever allowed something that now goes further is asked again about that, and
 * nobody else; the storefront names the new policy from now on. Safe to repeat: a policy is followed once.
 */
export async function followPolicy(shop: string, number: number, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const where = { shop, number, isFollowed: false };
    const { count } = await tx.policyVersion.updateMany({ where, data: { isFollowed: true } });
    if (count === 0) return;
    const version = await tx.policyVersion.findUniqueOrThrow({ where: { shop_number: { shop, number } } });
    if (version.askedAgain !== 0) {
      await tx.consentSettings.createMany({
        data: [{ shop, version: 0, decisions: "{}", savedAt: now }],
        skipDuplicates: true,
      });
      const [row] = await tx.$queryRaw<{ version: number; decisions: string }[]>`
        SELECT "version", "decisions" FROM "ConsentSettings" WHERE "shop" = ${shop} FOR UPDATE`;
      const decisions = askAnew(readDecisions(row?.decisions), version.askedAgain);
      const data = { version: (row?.version ?? 0) + 1, decisions: JSON.stringify(decisions), savedAt: now };
      await tx.consentSettings.update({ where: { shop }, data });
    }
    await enqueue(tx, "consent.publish", { shop }, { singletonKey: shop });
  });
}
