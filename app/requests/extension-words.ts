import type { DelayReason } from "../mail/templates.ts";

/** Why an answer takes longer, for staff. */
export const EXTENSION_WORDS: Readonly<Record<DelayReason, string>> = {
  complex: "The request is complex",
  many: "The person made many requests",
};
