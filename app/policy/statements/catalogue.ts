import { COLLECTED_RULES } from "./collected-rules.ts";
import { RIGHTS_RULES } from "./rights-rules.ts";
import type { Rule } from "./rule.ts";
import { USED_RULES } from "./used-rules.ts";

const RULES = { ...COLLECTED_RULES, ...USED_RULES, ...RIGHTS_RULES } as const satisfies Record<string, readonly Rule[]>;

/** The id of a statement. */
export type StatementId = keyof typeof RULES;

/** Every statement with the rules that recognise it, by number. */
export const STATEMENT_RULES: readonly (readonly [StatementId, readonly Rule[]])[] = (
  Object.entries(RULES) as [StatementId, readonly Rule[]][]
).sort(([one], [other]) => Number(one.slice(1)) - Number(other.slice(1)));
