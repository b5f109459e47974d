import type { Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import type { RequestOutcome } from "../law/requests.ts";

/** Closes a request that asks for the same as another, inside the caller's transaction: it goes on there. */
export async function mergeRequest(
  tx: Tx,
  shop: string,
  { request, into, now }: { request: string; into: string; now: Date },
): Promise<void> {
  const outcome: RequestOutcome = "merged";
  const merged = await tx.$executeRaw`
    UPDATE "PrivacyRequest" SET "status" = 'superseded', "outcome" = ${outcome}, "mergedInto" = ${into}::uuid,
      "closedAt" = ${now}, "waitsFor" = NULL, "waitsUntil" = NULL
    WHERE "shop" = ${shop} AND "id" = ${request}::uuid AND "status" = 'unverified'`;
  if (merged === 0) return;
  await appendEvidence(tx, shop, { kind: "request.merged", at: now, request, facts: { into } });
  await appendEvidence(tx, shop, { kind: "request.closed", at: now, request, facts: { outcome } });
}
