import { inTransaction, pool, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { eachByItself } from "../jobs/each-by-itself.server.ts";

const AT_ONCE = 1_000;

interface Old {
  shop: string;
  request: string;
  package: string;
}

/** Removes packages whose time is over, everywhere; one that fails keeps none of the others. Answers how many went. */
export async function expirePackages(now: Date): Promise<number> {
  let removed = 0;
  let page = await oldPackages(now, ["", "00000000-0000-0000-0000-000000000000"]);
  while (page.length > 0) {
    const failures = await eachByItself("package.expire", page, (one) => inTransaction((tx) => remove(tx, one, now)));
    removed += page.length - failures;
    const last = page.at(-1);
    page = last && page.length === AT_ONCE ? await oldPackages(now, [last.shop, last.package]) : [];
  }
  return removed;
}

async function oldPackages(now: Date, after: readonly [string, string]): Promise<Old[]> {
  const { rows } = await pool().query<Old>(
    `SELECT "shop", "request"::text, "id"::text AS "package" FROM "Package"
     WHERE "expiresAt" <= $1 AND ("shop", "id") > ($2, $3::uuid) ORDER BY "shop", "id" LIMIT $4`,
    [now, ...after, AT_ONCE],
  );
  return rows;
}

async function remove(tx: Tx, { shop, request, package: id }: Old, now: Date): Promise<void> {
  const gone = await tx.package.deleteMany({ where: { shop, id } });
  if (gone.count === 0) return;
  await tx.packagePart.deleteMany({ where: { shop, package: id } });
  const facts = { package: id, reason: "expired" };
  await appendEvidence(tx, shop, { kind: "request.package-removed", at: now, request, facts });
}
