import { inTransaction } from "../db/database.server.ts";
import type { RequestSource } from "../law/requests.ts";
import { blindIndexes } from "../vault/blind-index.server.ts";
import { findSubjects } from "../vault/subjects.server.ts";
import { openRequest } from "./open-request.server.ts";

/** An opt-out that a signed-in customer's choice, or their browser's signal, states. */
export interface OptOut {
  customerId: string;
  source: Extract<RequestSource, "choices" | "signal">;
  region: string | null;
  language: string;
  /** The choice's receipt: the same one never opens two requests. */
  receipt: string;
}

/**
 * Makes an opt-out request of a choice, at once and without proof (CCPA regulations §7060(b)), so that it is also carried
 * out where the browser does not reach. A customer who is opted out, or about to be, is not opted out again.
 */
export async function takeOptOut(shop: string, optOut: OptOut, now: Date): Promise<"opened" | "known"> {
  const { customerId, source, region, language, receipt } = optOut;
  const identity = { customerId };
  const [index] = await blindIndexes(shop, identity);
  const lock = `opt-out ${shop} ${index?.index.toString("hex") ?? ""}`;
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))::text`;
    const subjects = await findSubjects(shop, identity, tx);
    const [known] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "PrivacyRequest" WHERE "shop" = ${shop} AND "subject" = ANY(${subjects}::uuid[])
        AND "kind" = 'opt-out-of-sale' AND "status" IN ('open', 'on-hold', 'done') LIMIT 1`;
    if (known !== undefined) return "known";
    const id = await openRequest(tx, shop, {
      ...{ kind: "opt-out-of-sale", source, externalId: `choice ${receipt}`, identity, orders: [] },
      ...{ receivedAt: now, language, verifiedBy: "not-needed" },
      ...(region !== null && { region }),
    });
    return id === "known" ? "known" : "opened";
  });
}
