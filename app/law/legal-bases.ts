/** Why data may be used (GDPR and UK GDPR art. 6(1)(a)–(f)). */
export const LEGAL_BASES = [
  "consent",
  "contract",
  "legal-obligation",
  "vital-interests",
  "public-task",
  "legitimate-interests",
] as const;
/** Why data may be used. */
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** The article of each, as it is cited. */
export const BASIS_ARTICLE: Readonly<Record<LegalBasis, string>> = {
  consent: "GDPR art. 6(1)(a)",
  contract: "GDPR art. 6(1)(b)",
  "legal-obligation": "GDPR art. 6(1)(c)",
  "vital-interests": "GDPR art. 6(1)(d)",
  "public-task": "GDPR art. 6(1)(e)",
  "legitimate-interests": "GDPR art. 6(1)(f)",
};
