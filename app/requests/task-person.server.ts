import { prisma, type Tx } from "../db/database.server.ts";
import type { Identity } from "../vault/identity.ts";
import { makeSubjectKey, openFor, sealFor } from "../vault/subject-key.server.ts";
import { readSubject } from "../vault/subjects.server.ts";

const column = (request: string) => `PrivacyRequest.sealedRest ${request}`;

/**
 * Whom a request is about, for the systems that still have to know: from the vault, or, after the person was erased
 * here, from what was kept for them. Undefined when nobody knows any more.
 */
export async function personOf(
  shop: string,
  { request, subject }: { request: string; subject: string | null },
): Promise<Identity | undefined> {
  const known = subject === null ? undefined : await readSubject(shop, subject);
  if (known) return known;
  const row = await prisma().privacyRequest.findUnique({
    where: { shop_id: { shop, id: request } },
    select: { sealedRest: true },
  });
  if (!row?.sealedRest) return undefined;
  return JSON.parse((await openFor(shop, request, column(request), row.sealedRest)).toString()) as Identity;
}

/**
 * Keeps, inside the caller's transaction, whom a request is about beyond the person's erasure here: nothing else of
 * them, sealed under a key of the request's own, until the last system is done (`forgetRest`).
 */
export async function keepRest(tx: Tx, shop: string, request: string, identity: Identity): Promise<void> {
  await makeSubjectKey(shop, request);
  const sealed = await sealFor(shop, request, column(request), Buffer.from(JSON.stringify(identity)));
  await tx.$executeRaw`
    UPDATE "PrivacyRequest" SET "sealedRest" = ${sealed} WHERE "shop" = ${shop} AND "id" = ${request}::uuid`;
}
