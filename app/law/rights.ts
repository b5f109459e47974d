import { lawsWithin, SHOPIFY_CLOCK, type LawId } from "./laws.ts";
import { REQUEST_KINDS, type RequestKind } from "./requests.ts";

/**
 * Who may ask in a person's name besides the person: for which kinds an authorised agent, and what shows that they are
 * one. A parent or guardian may for a child, whatever the law.
 * - "signed-permission": the person's signed permission, which the store may check with the person (CCPA regulations
 *   §7063).
 * - "authority": any proof that a careful store accepts, such as a written power of attorney.
 */
export const AGENT_PROOFS = ["signed-permission", "authority"] as const;
/** What shows that someone is a person's agent. */
export type AgentProof = (typeof AGENT_PROOFS)[number];

/** What a law gives to a person. */
export interface Rights {
  /** What they may ask a store for: the form offers exactly these. */
  readonly kinds: readonly RequestKind[];
  /** For which of the kinds an agent may ask; none where the law names no agents. */
  readonly agents: { readonly kinds: readonly RequestKind[]; readonly proof: AgentProof };
  /** Below this age (years) a parent speaks for the child. */
  readonly childAge: number;
}

const OPT_OUTS = ["object", "opt-out-of-sale", "limit-sensitive", "withdraw-consent"] as const satisfies RequestKind[];
const kindsOf = (...kinds: RequestKind[]) => REQUEST_KINDS.filter((kind) => kinds.includes(kind));

const EUROPEAN = kindsOf("access", "portability", "correct", "delete", "restrict", "object", "withdraw-consent");
/** What most states give; sensitive data needs a yes there, which can be withdrawn. */
const AMERICAN = kindsOf(
  ...(["access", "portability", "correct", "delete"] as const),
  ...(["opt-out-of-sale", "object", "withdraw-consent", "appeal"] as const),
);
/** Iowa and Utah: no right to correct, and sensitive data is used until a no. */
const NARROW = kindsOf("access", "portability", "delete", "opt-out-of-sale", "limit-sensitive", "appeal");

const FULL_AGE = 18;
const COPPA_AGE = 13;
const anyKind = (kinds: readonly RequestKind[], proof: AgentProof = "authority") => ({ kinds, proof });
const noAgents = { kinds: [], proof: "authority" } as const;

/** Most states let an agent opt out for someone, and no more (such as Maryland §14-4706, Delaware §12D-104(b)). */
const american = (kinds: readonly RequestKind[], agents: "opt-outs" | "none", childAge = COPPA_AGE): Rights => ({
  kinds,
  agents:
    agents === "none" ? noAgents : anyKind(kinds.filter((kind) => (OPT_OUTS as readonly RequestKind[]).includes(kind))),
  childAge,
});

type SingleLaw = Exclude<LawId, "unknown" | "us-state" | "canada">;

/**
 * The rights of each law. "object" in America is the opt-out of profiling, "opt-out-of-sale" that of targeted advertising
 * too; "appeal" is a second look at a refusal, or a complaint that the law wants answered by the store itself (UK: DPA
 * 2018 s. 164A). Where no law is known, what Shopify asks of every app and says to give wherever a person lives.
 * Sources: GDPR art. 7(3), 15–18, 20–21, 8 (age, by country: `childAgeOf`); FADP art. 25, 28, 30, 32; CCPA
 * §1798.105–.121, regulations §7063; the states' acts through the Mayer Brown state privacy law tracker; Law 25 ss. 8.1,
 * 27–28.1, 32; PIPEDA principles 4.3.8, 4.9; LGPD art. 18; APPI art. 33–35; PIPA art. 35–37; Privacy Act 2020 (NZ)
 * principles 6–7; PDPA s. 30–36; DPDP Act s. 6(4), 11–13;
 * https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance
 */
const RIGHTS: Readonly<Record<SingleLaw, Rights>> = {
  [SHOPIFY_CLOCK]: {
    kinds: kindsOf("access", "correct", "delete", "opt-out-of-sale", "withdraw-consent"),
    agents: noAgents,
    childAge: COPPA_AGE,
  },
  gdpr: { kinds: EUROPEAN, agents: anyKind(EUROPEAN), childAge: 16 },
  "uk-gdpr": { kinds: [...EUROPEAN, "appeal"], agents: anyKind([...EUROPEAN, "appeal"]), childAge: 13 },
  fadp: {
    kinds: kindsOf("access", "portability", "correct", "delete", "object"),
    agents: anyKind(kindsOf("access", "portability", "correct", "delete", "object")),
    childAge: FULL_AGE,
  },
  ccpa: {
    kinds: kindsOf("access", "portability", "correct", "delete", "opt-out-of-sale", "limit-sensitive"),
    agents: anyKind(
      kindsOf("access", "portability", "correct", "delete", "opt-out-of-sale", "limit-sensitive"),
      "signed-permission",
    ),
    childAge: 16,
  },
  "us-al": american(
    AMERICAN.filter((kind) => kind !== "appeal"),
    "none",
  ),
  "us-co": american(AMERICAN, "opt-outs"),
  "us-ct": american(AMERICAN, "opt-outs", FULL_AGE),
  "us-de": american(AMERICAN, "opt-outs"),
  "us-fl": american(AMERICAN, "none"),
  "us-ia": american(NARROW, "none"),
  "us-in": american(AMERICAN, "opt-outs"),
  "us-ky": american(AMERICAN, "opt-outs"),
  "us-md": american(AMERICAN, "opt-outs", FULL_AGE),
  "us-mn": american(AMERICAN, "opt-outs"),
  "us-mt": american(AMERICAN, "opt-outs"),
  "us-ne": american(AMERICAN, "opt-outs"),
  "us-nh": american(AMERICAN, "opt-outs"),
  "us-nj": american(AMERICAN, "opt-outs"),
  "us-ok": american(AMERICAN, "none"),
  "us-or": american(AMERICAN, "opt-outs"),
  "us-ri": american(AMERICAN, "opt-outs"),
  "us-tn": american(AMERICAN, "opt-outs"),
  "us-tx": american(AMERICAN, "opt-outs"),
  "us-ut": american(
    NARROW.filter((kind) => kind !== "appeal"),
    "none",
  ),
  "us-va": american(AMERICAN, "none"),
  "law-25": {
    kinds: kindsOf("access", "portability", "correct", "delete", "withdraw-consent"),
    agents: anyKind(kindsOf("access", "portability", "correct", "delete", "withdraw-consent")),
    childAge: 14,
  },
  pipeda: {
    kinds: kindsOf("access", "correct", "withdraw-consent"),
    agents: anyKind(kindsOf("access", "correct", "withdraw-consent")),
    childAge: COPPA_AGE,
  },
  lgpd: {
    kinds: kindsOf("access", "portability", "correct", "delete", "restrict", "withdraw-consent"),
    agents: anyKind(kindsOf("access", "portability", "correct", "delete", "restrict", "withdraw-consent")),
    childAge: FULL_AGE,
  },
  appi: {
    kinds: kindsOf("access", "portability", "correct", "delete", "restrict"),
    agents: anyKind(kindsOf("access", "portability", "correct", "delete", "restrict")),
    childAge: 16,
  },
  pipa: {
    kinds: kindsOf("access", "correct", "delete", "restrict", "withdraw-consent"),
    agents: anyKind(kindsOf("access", "correct", "delete", "restrict", "withdraw-consent")),
    childAge: 14,
  },
  "privacy-act-nz": {
    kinds: kindsOf("access", "correct"),
    agents: anyKind(kindsOf("access", "correct")),
    childAge: 16,
  },
  pdpa: {
    kinds: kindsOf("access", "portability", "delete", "restrict", "object", "withdraw-consent"),
    agents: noAgents,
    childAge: 20,
  },
  dpdp: { kinds: kindsOf("access", "correct", "delete", "withdraw-consent"), agents: noAgents, childAge: FULL_AGE },
};

/**
 * What a law gives. Where it is one of several, all that any of them gives: whoever may have a right is offered it. An
 * agent's proof is then the strictest, and a child is a child to the oldest age.
 */
export function rightsUnder(law: LawId): Rights {
  const each = (lawsWithin(law) as readonly SingleLaw[]).map((id) => RIGHTS[id]);
  const proofs = each.map(({ agents }) => agents.proof);
  return {
    kinds: kindsOf(...each.flatMap(({ kinds }) => kinds)),
    agents: {
      kinds: kindsOf(...each.flatMap(({ agents }) => agents.kinds)),
      proof: proofs.includes("signed-permission") ? "signed-permission" : "authority",
    },
    childAge: Math.max(...each.map(({ childAge }) => childAge)),
  };
}

/** Ages that member states chose below the GDPR's sixteen (art. 8(1)). */
const CHILD_AGE_OF: Readonly<Record<string, number>> = {
  AT: 14,
  BE: 13,
  CZ: 15,
  DK: 13,
  ES: 14,
  FI: 13,
  FR: 15,
  IT: 14,
  SE: 13,
};

/** Below which age (years) a parent speaks for a child there. */
export function childAgeIn(law: LawId, country: string | null): number {
  return (law === "gdpr" ? CHILD_AGE_OF[country ?? ""] : undefined) ?? rightsUnder(law).childAge;
}
