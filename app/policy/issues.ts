import type { Register } from "../register/facts.ts";
import { ISSUE_CODES, type IssueCode } from "./issue-codes.ts";
import type { Finding, Rule, Severity, Where } from "./issue.ts";
import { SEVERITIES } from "./issue.ts";
import { PURPOSE_RULES } from "./purpose-rules.ts";
import { RETENTION_RULES } from "./retention-rules.ts";
import { SIGNAL_RULES } from "./signal-rules.ts";
import { situationOf } from "./situation.ts";
import { STORE_RULES } from "./store-rules.ts";
import { TEXT_RULES } from "./text-rules.ts";
import { VENDOR_RULES } from "./vendor-rules.ts";

/** Something that is wrong with a register, as pages show it. */
export interface Issue extends Finding {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** The article that it rests on; "" when it is plain good sense. */
  readonly law: string;
  /** What is wrong, in a sentence or two for staff. */
  readonly says: string;
  /** What the button reads that mends it. */
  readonly button: string;
  /** Whether one click mends it; else somebody must say something first. */
  readonly isMendable: boolean;
  /** Where that is said. */
  readonly where: Where;
}

/** Each thing that can be wrong, with its rule. */
export const RULES: Readonly<Record<IssueCode, Rule>> = {
  ...STORE_RULES,
  ...PURPOSE_RULES,
  ...VENDOR_RULES,
  ...SIGNAL_RULES,
  ...RETENTION_RULES,
  ...TEXT_RULES,
};

/** Everything that is wrong with a register, the gravest first. `today`: YYYY-MM-DD. */
export function issuesOf(register: Register, today: string): Issue[] {
  const situation = situationOf(register, today);
  const issues = ISSUE_CODES.flatMap((code) => {
    const rule = RULES[code];
    const { severity, law, says, button, mend, where } = rule;
    return rule.find(situation).map((finding): Issue => {
      const isMendable = mend(situation, finding) !== null;
      const words = { says: says(finding.about), button: isMendable ? button(finding.about) : "Say what is known" };
      return { ...finding, code, severity, law, ...words, isMendable, where: where(finding) };
    });
  });
  const rank = ({ severity }: Issue) => SEVERITIES.indexOf(severity);
  return issues.sort((one, other) => rank(one) - rank(other));
}

/** The register with an issue mended; null when it is there no longer, or when somebody must say something first. */
export function mendIssue(
  register: Register,
  issue: Pick<Issue, "code" | "fact" | "about">,
  today: string,
): Register | null {
  const situation = situationOf(register, today);
  const { find, mend } = RULES[issue.code];
  const finding = find(situation).find(({ fact, about }) => fact === issue.fact && about === issue.about);
  return finding ? mend(situation, finding) : null;
}
