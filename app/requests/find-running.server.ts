import type { Tx } from "../db/database.server.ts";
import type { RequestKind, WaitsFor } from "../law/requests.ts";

/** A request of a person that is not over. */
export interface Running {
  id: string;
  status: "unverified" | "open" | "on-hold";
  waitsFor: WaitsFor | null;
  waitsUntil: Date | null;
  language: string | null;
}

/**
 * The person's own running request of this kind, if there is one but this: asking once more asks for the same. What somebody asks
 * in their name, and a correction, which may correct something else, stays by itself. The caller holds the person
 * (`keepSubject`), so of two that come at once the second finds the first.
 */
export async function findRunning(
  tx: Tx,
  shop: string,
  { subject, kind, but }: { subject: string; kind: RequestKind; but: string },
): Promise<Running | undefined> {
  if (kind === "correct" || kind === "appeal") return undefined;
  const [row] = await tx.$queryRaw<Running[]>`
    SELECT "id"::text, "status", "waitsFor", "waitsUntil", "language" FROM "PrivacyRequest"
    WHERE "shop" = ${shop} AND "subject" = ${subject}::uuid AND "kind" = ${kind} AND "behalf" = 'self' AND "id" <> ${but}::uuid
      AND "status" IN ('unverified', 'open', 'on-hold')
    ORDER BY "status" = 'unverified', "receivedAt" LIMIT 1`;
  return row;
}
