import type { AnyFact } from "../register/facts.ts";
import type { PolicyAudit } from "./audit.ts";
import { claimedConduct } from "./claims/claimed-conduct.ts";
import { claimedContacts } from "./claims/claimed-contacts.ts";
import { claimedData } from "./claims/claimed-data.ts";
import { claimedRecipients } from "./claims/claimed-recipients.ts";

/**
 * What a policy claims, as facts for the store's register: "claimed", from the policy, each with the number of the
 * statement or gap that it rests on. Laid over a register they take the place of presets, and never of what was seen or
 * confirmed. One fact has one id; a policy that says nothing claims nothing.
 */
export function claimedFacts(audit: PolicyAudit): AnyFact[] {
  return [...claimedData(audit), ...claimedRecipients(audit), ...claimedContacts(audit), ...claimedConduct(audit)];
}

/** What a policy claims now and did not claim before somebody changed its text. */
export function claimedAnew(before: PolicyAudit, after: PolicyAudit): AnyFact[] {
  const old = new Map(claimedFacts(before).map((fact) => [fact.id, JSON.stringify(fact)]));
  return claimedFacts(after).filter((fact) => old.get(fact.id) !== JSON.stringify(fact));
}
