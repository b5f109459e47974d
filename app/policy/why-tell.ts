import type { Register, RetentionFact } from "../register/facts.ts";
import { daysKept } from "./days-kept.ts";
import type { Regime } from "./document/regimes.ts";

/** Why customers are told of a new policy by mail: a law asks for it, or the policy promises it. */
export type TellReason = "law" | "promised";

/** Laws under which a person must hear of a new purpose before their data serves it, not find it out by themselves. */
const NEW_PURPOSE_IS_TOLD = ["gdpr", "uk-gdpr", "lgpd"] as const satisfies readonly Regime[];

/**
 * Whether customers must be told of a policy that replaces another; null when its pages are enough. A new purpose must be
 * told before data that is already there serves it (GDPR and UK GDPR art. 13(3), 14(4); LGPD art. 9 §2). Where the policy
 * promises mails about important changes, those are: a new purpose, a new recipient, a longer time.
 */
export function whyTell(before: Register, after: Register, regimes: readonly Regime[]): TellReason | null {
  const hasNewPurpose = isLarger(before.purposes, after.purposes, ({ purpose }) => purpose);
  if (hasNewPurpose && NEW_PURPOSE_IS_TOLD.some((regime) => regimes.includes(regime))) return "law";
  if (!after.publication.announcesByMail) return null;
  const hasNewRecipient = isLarger(before.vendors, after.vendors, ({ vendor }) => vendor);
  return hasNewPurpose || hasNewRecipient || after.retention.some((rule) => isLonger(before, rule)) ? "promised" : null;
}

function isLarger<T>(before: readonly T[], after: readonly T[], nameOf: (one: T) => string): boolean {
  const known = new Set(before.map(nameOf));
  return after.some((one) => !known.has(nameOf(one)));
}

function isLonger({ retention }: Register, rule: RetentionFact): boolean {
  const was = retention.find(({ category }) => category === rule.category);
  return was === undefined || daysKept(rule) > daysKept(was);
}
