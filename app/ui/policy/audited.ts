import type { PolicyAudit } from "../../policy/audit.ts";

/** What looking a policy over answers: what was found in it, or why there is none to look over. */
export type Audited =
  { kind: "audited"; policy: string; text: string; audit: PolicyAudit } | { kind: "none" } | { kind: "not-allowed" };
