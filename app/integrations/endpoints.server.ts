import { v7 } from "uuid";
import { inTransaction, prisma } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { whyNotCalled } from "../outbound/call-out.server.ts";
import { newWebhookSecret } from "../outbound/sign-webhook.server.ts";
import { sealForShop } from "../vault/shop-seal.server.ts";
import { MOST, type EndpointRow } from "./endpoint.ts";

/** Where an endpoint's secret is sealed. */
export const secretColumn = (id: string) => `EventEndpoint.sealedSecret ${id}`;

/** A store's endpoints, the oldest first. */
export async function listEndpoints(shop: string): Promise<EndpointRow[]> {
  const rows = await prisma().eventEndpoint.findMany({ where: { shop }, orderBy: { id: "asc" } });
  return rows.map(({ id, url, createdAt, toldAt, cause, nextTryAt }) => {
    return { id, url, createdAt, toldAt, cause, nextTryAt: cause === null ? null : nextTryAt };
  });
}

/**
 * Adds an address that is told of what changes from now on. Answers its secret, which is shown this once, or what is wrong
 * with the address. `by`: the pseudonym of who adds it.
 */
export async function addEndpoint(
  shop: string,
  url: string,
  { by, now }: { by: string; now: Date },
): Promise<{ kind: "added"; secret: string } | { kind: "wrong"; why: string }> {
  const why = whyNotCalled(url);
  if (why !== null) return { kind: "wrong", why };
  const id = v7();
  const secret = newWebhookSecret();
  const sealedSecret = await sealForShop(shop, secretColumn(id), Buffer.from(secret));
  return inTransaction(async (tx) => {
    if ((await tx.eventEndpoint.count({ where: { shop } })) >= MOST)
      return { kind: "wrong", why: `A store has at most ${String(MOST)} addresses: remove one first.` };
    const head = await tx.evidenceHead.findUnique({ where: { shop } });
    const seq = head?.seq ?? 0n;
    await tx.eventEndpoint.create({ data: { shop, id, url, sealedSecret, seq, createdAt: now, nextTryAt: now } });
    const facts = { integration: id, change: "endpoint-added", staff: by } as const;
    await appendEvidence(tx, shop, { kind: "integration.changed", at: now, facts });
    return { kind: "added", secret };
  });
}

/** Removes an address: it is told of nothing any more. False when it is gone already. */
export async function removeEndpoint(
  shop: string,
  id: string,
  { by, now }: { by: string; now: Date },
): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { count } = await tx.eventEndpoint.deleteMany({ where: { shop, id } });
    if (count === 0) return false;
    const facts = { integration: id, change: "endpoint-removed", staff: by } as const;
    await appendEvidence(tx, shop, { kind: "integration.changed", at: now, facts });
    return true;
  });
}

/** Has an address that failed tried again at once. */
export async function retryEndpoint(shop: string, id: string, now: Date): Promise<void> {
  await prisma().eventEndpoint.updateMany({ where: { shop, id }, data: { nextTryAt: now } });
}
