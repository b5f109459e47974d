import { inTransaction } from "../db/database.server.ts";
import { groundsFor } from "../law/refusal-grounds.ts";
import type { Section } from "../package/sections.ts";
import { keepDecision, type Deciding } from "./keep-decision.server.ts";
import { isRunning, lockRequest } from "./lock-request.server.ts";

/** What of a request is not done, and why. */
export interface Limit {
  /** A ground of `law/refusal-grounds.ts`. */
  ground: string;
  /** Sections of a package that are left out. None for kinds without a package. */
  withheld: readonly Section[];
  /** For the store's own record; kept sealed. */
  reason: string;
}

/**
 * Limits a request: of a package, sections are left out, which the package itself says with the ground; of a deletion,
 * what the law makes the store keep stays, which the person is told. "over" when the answer was written before.
 */
export async function limitRequest(
  shop: string,
  id: string,
  { ground, withheld, reason }: Limit,
  by: Deciding,
): Promise<"limited" | "over" | "no-such-ground"> {
  return inTransaction(async (tx) => {
    const row = await lockRequest(tx, shop, id);
    if (!row || !isRunning(row)) return "over";
    const usable = groundsFor(row.law, row.kind).some((one) => one.id === ground && one.effect !== "refuse");
    if (!usable) return "no-such-ground";
    await keepDecision(tx, shop, { about: row, decision: "limited", ground, reason, withheld }, by);
    return "limited";
  });
}
