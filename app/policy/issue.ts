import type { Register } from "../register/facts.ts";
import type { QuestionId } from "../register/interview.ts";

/**
 * How grave an issue is. "blocking": a policy made from such a register would be false or unlawful, and is not
 * published. "warning": it can be published, and somebody should look. "hint": it could be better.
 */
export const SEVERITIES = ["blocking", "warning", "hint"] as const;
/** How grave an issue is. */
export type Severity = (typeof SEVERITIES)[number];

/** What all rules look at: a register, and what is often asked about it. */
export interface Situation {
  readonly register: Register;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** A market where nothing may happen before a yes. */
  readonly hasOptIn: boolean;
  /** A market under the GDPR, the UK GDPR or the FADP. */
  readonly hasEurope: boolean;
  readonly hasUs: boolean;
  /** Advertising by interest is on: the store says so, or uses a vendor that does it. */
  readonly hasAds: boolean;
}

/** Where a rule found something wrong: the fact, and how staff call what it is about. */
export interface Finding {
  /** The fact's id; "" when a fact is missing altogether. */
  readonly fact: string;
  readonly about: string;
}

/** Where staff mend what no program can know. */
export type Where =
  { readonly page: "question"; readonly question: QuestionId } | { readonly page: "vendor"; readonly vendor: string };

/** One rule: what it looks for, why, and what mends it. */
export interface Rule {
  readonly severity: Severity;
  /** The article that the rule rests on; "" when it is plain good sense. */
  readonly law: string;
  readonly find: (situation: Situation) => readonly Finding[];
  /** What is wrong, for staff who are no lawyers. */
  readonly says: (about: string) => string;
  /** What the button reads that mends it. */
  readonly button: (about: string) => string;
  /** The register with the issue mended; null when somebody has to say something first. */
  readonly mend: (situation: Situation, finding: Finding) => Register | null;
  /** Where they say it. */
  readonly where: (finding: Finding) => Where;
}
