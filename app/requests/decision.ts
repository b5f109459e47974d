/**
 * What staff decide about a request, one after the other. "approved" is one person's yes to a deletion; "identity-accepted"
 * that the person is who they say; "changes-approved" says which corrections are written; "asked" stops the clock for a question where the law lets it, "resumed" starts it again.
 */
export const DECISIONS = [
  "approved",
  "identity-accepted",
  "changes-approved",
  "refused",
  "limited",
  "extended",
  "asked",
  "resumed",
  "appeal-granted",
  "appeal-refused",
] as const;
/** One decision. */
export type Decision = (typeof DECISIONS)[number];

/** How many different people must approve a deletion where four eyes are wanted. */
export const APPROVALS = 2;

/** A person's clock stands still for a question at most this long, then it goes on by itself. Milliseconds. */
export const LONGEST_PAUSE_MS = 30 * 86_400_000;
