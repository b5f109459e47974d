import { keepFound } from "../register/change-register.server.ts";
import type { PolicyAudit } from "./audit.ts";
import { claimedFacts } from "./claims.ts";

/**
 * Lays what a policy claims over a store's register, as claimed and not confirmed; what was seen or confirmed stays. Words
 * that an earlier policy had and this one has not are forgotten. Answers the ids of the facts that changed.
 */
export function takeClaims(shop: string, audit: PolicyAudit, by: { staff: string; now: Date }): Promise<string[]> {
  return keepFound(shop, claimedFacts(audit), { origin: "policy", wholly: ["wordings"], ...by });
}
