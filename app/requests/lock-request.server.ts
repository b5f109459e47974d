import type { Tx } from "../db/database.server.ts";
import type { LawId } from "../law/laws.ts";
import type { Behalf, RequestKind, RequestOutcome, RequestSource, RequestStatus, WaitsFor } from "../law/requests.ts";
import type { ClockRow } from "./reckon-clock.server.ts";

/** A request as deciding needs it. */
export interface LockedRequest extends ClockRow {
  id: string;
  law: LawId;
  kind: RequestKind;
  source: RequestSource;
  status: RequestStatus;
  outcome: RequestOutcome | null;
  /** Null once the person is erased. */
  subject: string | null;
  behalf: Behalf;
  language: string | null;
  region: string | null;
  waitsFor: WaitsFor | null;
  appealOf: string | null;
  deadline: Date;
}

/** A request, held until the caller's transaction ends; undefined when the store has none with this id. */
export async function lockRequest(tx: Tx, shop: string, id: string): Promise<LockedRequest | undefined> {
  const [row] = await tx.$queryRaw<LockedRequest[]>`
    SELECT "id"::text, "law", "kind", "source", "status", "outcome", "subject"::text, "behalf", "language", "region",
      "waitsFor", "appealOf"::text, "deadline", "receivedAt", "verifiedAt", "pausedAt", "pausedMs", "extendedAt"
    FROM "PrivacyRequest" WHERE "shop" = ${shop} AND "id" = ${id}::uuid FOR UPDATE`;
  return row;
}

/** Whether something can still be decided about a request. */
export function isRunning({ status }: Pick<LockedRequest, "status">): boolean {
  return status === "unverified" || status === "open" || status === "on-hold";
}
