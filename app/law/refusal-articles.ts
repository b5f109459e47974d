import { LAWS, SHOPIFY_CLOCK, type LawId } from "./laws.ts";

/** The grounds of `refusal-grounds.ts`, by id. */
export const GROUND_IDS = [
  "identity-not-proven",
  "agent-not-authorised",
  "no-such-right",
  "manifestly-unfounded",
  "excessive",
  "legal-obligation",
  "legal-claims",
  "rights-of-others",
  "trade-secret",
  "needed-for-order",
  "security",
  "overriding-interest",
  "data-is-right",
  "expression",
] as const;
/** The id of a ground to refuse or limit. */
export type GroundId = (typeof GROUND_IDS)[number];

type Articles = Readonly<Partial<Record<GroundId, string>>>;

const EUROPEAN: Articles = {
  "identity-not-proven": "art. 12(2) and (6)",
  "agent-not-authorised": "art. 12(6)",
  "manifestly-unfounded": "art. 12(5)(b)",
  excessive: "art. 12(5)(b)",
  "legal-obligation": "art. 17(3)(b)",
  "legal-claims": "art. 17(3)(e), 18(2) and 21(1)",
  "rights-of-others": "art. 15(4) and 20(4)",
  "trade-secret": "art. 15(4)",
  "needed-for-order": "art. 17(1)(a) and 6(1)(b)",
  "overriding-interest": "art. 21(1)",
  "data-is-right": "art. 16",
  expression: "art. 17(3)(a)",
};

/** Each state's section about requests, and the one about what the act does not hinder. */
interface StateSections {
  readonly requests: string;
  readonly exemptions: string;
}

/** Sections as far as they were certain; else the act by its name. */
const STATES: Readonly<Partial<Record<LawId, StateSections>>> = {
  "us-al": { requests: "the act's section on requests", exemptions: "the act's exemptions" },
  "us-co": { requests: "C.R.S. 6-1-1306(2)", exemptions: "C.R.S. 6-1-1304(3)" },
  "us-ct": { requests: "Conn. Gen. Stat. §42-518(c)", exemptions: "Conn. Gen. Stat. §42-524" },
  "us-de": { requests: "6 Del. C. §12D-104(c)", exemptions: "6 Del. C. §12D-110" },
  "us-fl": { requests: "Fla. Stat. §501.706", exemptions: "the act's exemptions" },
  "us-ia": { requests: "Iowa Code §715D.3", exemptions: "Iowa Code §715D.7" },
  "us-in": { requests: "IC 24-15-3", exemptions: "IC 24-15-8" },
  "us-ky": { requests: "KRS 367.3615", exemptions: "the act's exemptions" },
  "us-md": { requests: "Md. Com. Law §14-4705", exemptions: "the act's exemptions" },
  "us-mn": { requests: "Minn. Stat. §325M.14", exemptions: "the act's exemptions" },
  "us-mt": { requests: "MCA 30-14-2808", exemptions: "MCA 30-14-2816" },
  "us-ne": { requests: "the act's section on requests", exemptions: "the act's exemptions" },
  "us-nh": { requests: "RSA 507-H:4", exemptions: "the act's exemptions" },
  "us-nj": { requests: "N.J.S.A. 56:8-166.7", exemptions: "the act's exemptions" },
  "us-ok": { requests: "the act's section on requests", exemptions: "the act's exemptions" },
  "us-or": { requests: "ORS 646A.576", exemptions: "ORS 646A.572" },
  "us-ri": { requests: "the act's section on requests", exemptions: "the act's exemptions" },
  "us-tn": { requests: "the act's section on requests", exemptions: "the act's exemptions" },
  "us-tx": { requests: "Tex. Bus. & Com. Code §541.052", exemptions: "Tex. Bus. & Com. Code §541.201" },
  "us-ut": { requests: "Utah Code 13-61-203", exemptions: "Utah Code 13-61-304" },
  "us-va": { requests: "Va. Code §59.1-577", exemptions: "Va. Code §59.1-582" },
};

/** Which of a state's two sections has a ground. */
const IN_STATES: Readonly<Partial<Record<GroundId, keyof StateSections>>> = {
  "identity-not-proven": "requests",
  "agent-not-authorised": "requests",
  "manifestly-unfounded": "requests",
  excessive: "requests",
  "legal-obligation": "exemptions",
  "legal-claims": "exemptions",
  "trade-secret": "exemptions",
  "needed-for-order": "exemptions",
  security: "exemptions",
  "data-is-right": "requests",
};

/**
 * Where each law has each ground; a ground that is not here is none under that law. Sources: the acts themselves, as
 * named. Where no law is known nothing binds the store, so the reasons of common sense are enough.
 */
const ARTICLES: Readonly<Partial<Record<LawId, { name: string; articles: Articles }>>> = {
  gdpr: { name: "GDPR", articles: EUROPEAN },
  "uk-gdpr": { name: "UK GDPR", articles: EUROPEAN },
  fadp: {
    name: "FADP",
    articles: {
      "identity-not-proven": "DPO art. 16(5)",
      "agent-not-authorised": "DPO art. 16(5)",
      "manifestly-unfounded": "art. 26(1)(c)",
      excessive: "art. 26(1)(c)",
      "legal-obligation": "art. 26(1)(a) and 31(1)",
      "legal-claims": "art. 31(1)",
      "rights-of-others": "art. 26(1)(b)",
      "trade-secret": "art. 26(2)(a)",
      "needed-for-order": "art. 31(2)(a)",
      "overriding-interest": "art. 31(1)",
      "data-is-right": "art. 32(3)",
    },
  },
  ccpa: {
    name: "CCPA",
    articles: {
      "identity-not-proven": "regulations §7060 and §7062",
      "agent-not-authorised": "regulations §7063",
      "manifestly-unfounded": "§1798.145(h)(3)",
      excessive: "§1798.145(h)(3) and §1798.130(b)",
      "legal-obligation": "§1798.105(d)(8) and §1798.145(a)",
      "legal-claims": "§1798.145(a)",
      "rights-of-others": "§1798.145(k)",
      "trade-secret": "§1798.100(f)",
      "needed-for-order": "§1798.105(d)(1)",
      security: "§1798.105(d)(2) and regulations §7027(m)",
      "data-is-right": "regulations §7023",
      expression: "§1798.105(d)(4)",
    },
  },
  "law-25": {
    name: "Québec private-sector act",
    articles: {
      "identity-not-proven": "s. 30",
      "agent-not-authorised": "s. 30",
      "legal-claims": "s. 39",
      "rights-of-others": "s. 40",
      "data-is-right": "s. 28",
      "legal-obligation": "s. 28",
    },
  },
  pipeda: {
    name: "PIPEDA",
    articles: {
      "identity-not-proven": "principle 4.9.2",
      "agent-not-authorised": "principle 4.9.2",
      "legal-claims": "s. 9(3)(a)",
      "rights-of-others": "s. 9(1)",
      "trade-secret": "s. 9(3)(b)",
      "data-is-right": "principle 4.9.6",
    },
  },
  lgpd: {
    name: "LGPD",
    articles: {
      "identity-not-proven": "art. 18 §3",
      "agent-not-authorised": "art. 18 §3",
      "legal-obligation": "art. 16, I",
      "trade-secret": "art. 19, II",
      "data-is-right": "art. 18, III",
    },
  },
  appi: {
    name: "APPI",
    articles: {
      "identity-not-proven": "art. 37",
      "agent-not-authorised": "art. 37(3)",
      "rights-of-others": "art. 33(2)",
      "trade-secret": "art. 33(2)",
      "legal-obligation": "art. 35",
      "data-is-right": "art. 34",
    },
  },
  pipa: {
    name: "PIPA",
    articles: {
      "identity-not-proven": "art. 38",
      "agent-not-authorised": "art. 38(1)",
      "legal-obligation": "art. 36(1) and 37(2)",
      "rights-of-others": "art. 35(4)",
      "needed-for-order": "art. 37(2)",
      "data-is-right": "art. 36",
    },
  },
  "privacy-act-nz": {
    name: "Privacy Act 2020",
    articles: {
      "identity-not-proven": "s. 57",
      "agent-not-authorised": "s. 57",
      "manifestly-unfounded": "s. 53(h)",
      excessive: "s. 53(h)",
      "legal-claims": "s. 53(d)",
      "rights-of-others": "s. 53(b)",
      "trade-secret": "s. 52",
      "data-is-right": "s. 63 and 64",
    },
  },
  pdpa: {
    name: "PDPA",
    articles: {
      "identity-not-proven": "s. 30",
      "rights-of-others": "s. 30",
      "legal-obligation": "s. 33",
      "legal-claims": "s. 32 and 33",
      "overriding-interest": "s. 32",
    },
  },
  dpdp: {
    name: "DPDP Act",
    articles: { "identity-not-proven": "s. 11", "legal-obligation": "s. 12(3)", "data-is-right": "s. 12" },
  },
};

/** Where no law is known: common reasons, none of them an article. */
const WITHOUT_LAW: readonly GroundId[] = [
  ...(["identity-not-proven", "agent-not-authorised", "manifestly-unfounded", "excessive"] as const),
  ...(["legal-obligation", "legal-claims", "rights-of-others", "needed-for-order", "security"] as const),
  "data-is-right",
];

/** Where a law has a ground, such as "GDPR art. 17(3)(b)"; null where it has none. */
export function articleOf(law: LawId, ground: GroundId): string | null {
  if (law === SHOPIFY_CLOCK) return WITHOUT_LAW.includes(ground) ? "No statute; Shopify's rules for apps" : null;
  const section = IN_STATES[ground];
  const state = STATES[law];
  if (state) return section === undefined ? null : `${LAWS[law].name}, ${state[section]}`;
  const own = ARTICLES[law];
  const article = own?.articles[ground];
  return own && article !== undefined ? `${own.name} ${article}` : null;
}
