import { diffRegisters } from "../register/change-facts.ts";
import { readStoreRegister } from "../register/change-register.server.ts";
import type { Register } from "../register/facts.ts";
import type { PurposeSet } from "../law/purposes.ts";
import { comparePolicies, type SentenceChange } from "./compare-policies.ts";
import { regimesOf, type Regime } from "./document/regimes.ts";
import { sayPolicy, type SaidPolicy } from "./document/say.ts";
import type { PolicyDocument } from "./document/words.ts";
import { writePolicy } from "./document/write-policy.ts";
import { issuesOf, type Issue } from "./issues.ts";
import { policyPlaces } from "./policy-places.server.ts";
import { readNewest } from "./read-versions.server.ts";
import { POLICY_TEXTS, policyLanguage } from "./texts.ts";
import { whyTell, type TellReason } from "./why-tell.ts";
import { widened } from "./widened.ts";

/** The policy as it would be published now. */
export interface Draft {
  register: Register;
  regimes: Regime[];
  document: PolicyDocument;
  issues: Issue[];
  /** Languages that it is said in, the store's primary one first. */
  languages: string[];
  /** Languages of the store that it cannot be said in yet. */
  missing: string[];
  /** The number that it would get. */
  number: number;
  /** Ids of facts that differ from the newest published one. */
  facts: string[];
  sentences: SentenceChange[];
  /** What shoppers would be asked about again. */
  asksAgain: PurposeSet;
  /** Why customers would have to be told by mail; null when they need not be. */
  tells: TellReason | null;
}

/** What a store would publish now, beside what it published last. `effectiveOn`: YYYY-MM-DD. */
export async function draftPolicy(shop: string, effectiveOn: string, now: Date): Promise<Draft> {
  const [kept, newest, places] = await Promise.all([readStoreRegister(shop), readNewest(shop), policyPlaces(shop)]);
  const today = now.toISOString().slice(0, "YYYY-MM-DD".length);
  const { languages, missing } = languagesOf(kept);
  const register = published(kept, { effectiveOn, today, languages });
  const regimes = regimesOf(register.markets.map(({ country }) => country));
  const document = writePolicy({ register, regimes, places });
  const before = newest && writePolicy({ register: newest.register, regimes: newest.regimes, places });
  const [language = "en"] = languages;
  return {
    ...{ register, regimes, document, languages, missing, number: (newest?.number ?? 0) + 1 },
    issues: issuesOf(register, today),
    facts: newest
      ? diffRegisters(newest.register, register).flatMap(({ id, isMaterial }) => (isMaterial ? id : []))
      : [],
    sentences: comparePolicies(before, document, voiceOf(language)),
    asksAgain: newest ? widened(newest.register, register) : 0,
    tells: newest ? whyTell(newest.register, register, regimes) : null,
  };
}

/** The draft in one of its languages. */
export function sayDraft({ document }: Draft, language: string): SaidPolicy {
  return sayPolicy(document, voiceOf(language));
}

function voiceOf(language: string) {
  const texts = POLICY_TEXTS[language];
  if (!texts) throw new RangeError(`there are no texts in ${language}`);
  return { language, texts };
}

/** A policy says when it takes effect: that fact is true only of a publication. */
function published(
  register: Register,
  { effectiveOn, today, languages }: { effectiveOn: string; today: string; languages: string[] },
): Register {
  return { ...register, publication: { ...register.publication, effectiveOn, reviewedOn: today, languages } };
}

/** Where nobody has said which languages the storefront speaks, the policy is there in all, as the banner is. */
function languagesOf({ languages }: Register): { languages: string[]; missing: string[] } {
  if (languages.length === 0) return { languages: ["en", ...ALL.filter((language) => language !== "en")], missing: [] };
  const wanted = languages.toSorted((one, other) => Number(other.isPrimary) - Number(one.isPrimary));
  const known = wanted.flatMap(({ language }) => policyLanguage(language) ?? []);
  const missing = wanted.filter(({ language }) => policyLanguage(language) === undefined);
  return {
    languages: known.length === 0 ? ["en"] : [...new Set(known)],
    missing: missing.map(({ language }) => language),
  };
}

const ALL = Object.keys(POLICY_TEXTS).sort();
