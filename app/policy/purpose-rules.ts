import { listed, withFact, withoutFact } from "../register/change-facts.ts";
import { ELEMENT_WORDS, TERM_NAMES } from "../register/element-words.ts";
import { SPECIAL_CATEGORIES, TERM_OF, type DataElement } from "../register/elements.ts";
import { PRESET } from "../register/fact.ts";
import type { ElementFact, PurposeFact, Register } from "../register/facts.ts";
import type { QuestionId } from "../register/interview.ts";
import { presetRegister, usualPurpose } from "../register/preset-register.ts";
import {
  ADVERTISING_PURPOSES,
  PURPOSE_PRESETS,
  type Interest,
  type ProcessingPurpose,
} from "../register/processing-purposes.ts";
import { BALANCING_NOTES, PROCESSING_PURPOSE_WORDS } from "../register/purpose-words.ts";
import type { PURPOSE_ISSUES } from "./issue-codes.ts";
import type { Finding, Rule, Situation } from "./issue.ts";

const MENDED = { status: "confirmed", origin: "mend", ref: "" } as const;
const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const ask = (question: QuestionId) => () => ({ page: "question", question }) as const;

const about = ({ id, purpose }: PurposeFact): Finding => ({ fact: id, about: PROCESSING_PURPOSE_WORDS[purpose] });
const purposesWith = (is: (purpose: PurposeFact, situation: Situation) => boolean) => (situation: Situation) =>
  situation.register.purposes.filter((purpose) => is(purpose, situation)).map(about);
const change =
  (how: (purpose: PurposeFact) => Partial<PurposeFact>) =>
  ({ register }: Situation, { fact }: Finding) => {
    const purpose = register.purposes.find(({ id }) => id === fact);
    return purpose ? withFact(register, { ...purpose, ...MENDED, ...how(purpose) }) : null;
  };

const onConsent = change(() => ({ basis: "consent", interest: null, balancing: "" }));
const isAd = ({ purpose }: PurposeFact) => ADVERTISING_PURPOSES.includes(purpose);
/** The interest of what usually rests on something else. */
const INTEREST_OF: Partial<Record<ProcessingPurpose, Interest>> = {
  "targeted-ads": "advertising-the-shop",
  "ad-measurement": "advertising-the-shop",
  "email-marketing": "informing-customers",
  support: "answering-questions",
};
const isInterested = ({ basis }: PurposeFact) => basis === "legitimate-interests";
const isSpecial = ({ elements }: PurposeFact) => elements.some((element) => SPECIAL_CATEGORIES.includes(element));
const usualInterest = ({ purpose }: PurposeFact): Interest =>
  PURPOSE_PRESETS[purpose].interest ?? INTEREST_OF[purpose] ?? "improving-the-shop";

/** The usual basis, and for legitimate interests all that belongs to it; consent where nothing else will do. */
function usualBasis(fact: PurposeFact): Partial<PurposeFact> {
  if (fact.needs !== 0 || isSpecial(fact)) return { basis: "consent", interest: null, balancing: "" };
  const { basis, interest, balancing } = usualPurpose(fact.purpose);
  return { basis, interest, balancing };
}

/** Marketing messages: consent, or by e-mail to customers about similar products (ePrivacy Directive art. 13(1)–(2)). */
function mayNotSend({ purpose, basis, interest }: PurposeFact): boolean {
  if (purpose === "sms-marketing") return basis !== "consent" && basis !== null;
  if (purpose !== "email-marketing" || basis === null) return false;
  return basis !== "consent" && !(basis === "legitimate-interests" && interest === "informing-customers");
}

/** Gives an element to a purpose that usually needs it, or takes it out when there is none. */
function place(register: Register, element: DataElement): Register {
  const usual = register.purposes.find(({ purpose }) => PURPOSE_PRESETS[purpose].elements.includes(element));
  const serving = register.vendors.find(({ elements }) => elements.includes(element))?.purposes ?? [];
  const target = usual ?? register.purposes.find(({ purpose }) => serving.includes(purpose));
  if (!target) return withoutFact(register, `elements/${element}`);
  return withFact(register, { ...target, ...MENDED, elements: [...target.elements, element] });
}

const elementsOf = ({ register }: Situation, is: (element: ElementFact) => boolean): Finding[] =>
  register.elements.filter(is).map(({ id, element }) => ({ fact: id, about: ELEMENT_WORDS[element] }));

/** An element has a purpose by itself, or through a vendor that gets it for one. */
function withoutPurpose(situation: Situation): Finding[] {
  const { purposes, vendors } = situation.register;
  const has = new Set(purposes.map(({ purpose }) => purpose));
  const serving = vendors.filter((vendor) => vendor.purposes.some((purpose) => has.has(purpose)));
  const used = new Set([...purposes, ...serving].flatMap(({ elements }) => elements));
  return elementsOf(situation, ({ element }) => !used.has(element));
}

function undefinedTerms({ register }: Situation): Finding[] {
  const defined = new Set(register.terms.map(({ term }) => term));
  const used = new Set(register.elements.map(({ element }) => TERM_OF[element]));
  return [...used]
    .filter((term) => !defined.has(term))
    .map((term) => ({ fact: `terms/${term}`, about: TERM_NAMES[term] }));
}

function namedTwice({ register }: Situation): Finding[] {
  const names = register.terms.map(({ name }) => name.toLowerCase());
  return register.terms
    .filter((_, at) => names.indexOf(names[at] ?? "") !== at)
    .map(({ id, name }) => ({ fact: id, about: name }));
}

/** Rules about what data is used for. */
export const PURPOSE_RULES: Readonly<Record<(typeof PURPOSE_ISSUES)[number], Rule>> = {
  "element-without-purpose": {
    ...{ severity: "blocking", law: "GDPR art. 5(1)(b), 13(1)(c)", find: withoutPurpose },
    says: (what) => `The store collects this and no purpose needs it: ${what}.`,
    button: () => "Put it where it belongs",
    mend: ({ register }, { fact }) => {
      const element = register.elements.find(({ id }) => id === fact);
      return element ? place(register, element.element) : null;
    },
    where: ask("extras"),
  },
  "term-undefined": {
    ...{ severity: "blocking", law: "GDPR art. 12(1)", find: undefinedTerms },
    says: (what) => `Data is collected that no defined term covers: ${what}.`,
    button: () => "Define the term",
    mend: ({ register }, { fact, about: name }) => {
      const term = presetRegister().terms.find(({ id }) => id === fact);
      return term ? withFact(register, { ...term, ...MENDED, name }) : null;
    },
    where: ask("extras"),
  },
  "term-named-twice": {
    ...{ severity: "warning", law: "GDPR art. 12(1)", find: namedTwice },
    says: (what) => `Two terms bear the same name: ${what}.`,
    button: () => "Give each its usual name",
    mend: ({ register }) => ({
      ...register,
      terms: register.terms.map((term) => ({ ...term, ...MENDED, name: TERM_NAMES[term.term] })),
    }),
    where: ask("extras"),
  },
  "purpose-without-basis": {
    ...{ severity: "blocking", law: "GDPR art. 6(1), 13(1)(c)", find: purposesWith(({ basis }) => basis === null) },
    says: (what) => `It is not said why the store may do this: ${what}.`,
    button: () => "Take the usual legal basis",
    mend: change(usualBasis),
    where: ask("extras"),
  },
  "purpose-without-elements": {
    ...{ severity: "warning", law: "GDPR art. 30(1)(c)", find: purposesWith(({ elements }) => elements.length === 0) },
    says: (what) => `It is not said which data this needs: ${what}.`,
    button: () => "Take what it usually needs",
    mend: (situation, finding) => {
      const purpose = situation.register.purposes.find(({ id }) => id === finding.fact);
      if (!purpose) return null;
      const collected = new Set(situation.register.elements.map(({ element }) => element));
      const elements = PURPOSE_PRESETS[purpose.purpose].elements.filter((element) => collected.has(element));
      if (elements.length === 0) return withoutFact(situation.register, purpose.id);
      return withFact(situation.register, { ...purpose, ...MENDED, elements });
    },
    where: ask("extras"),
  },
  "ads-on-legitimate-interests": {
    ...{ severity: "blocking", law: "ePrivacy Directive art. 5(3); GDPR art. 6(1)(a)" },
    find: purposesWith((purpose, { hasOptIn }) => hasOptIn && isAd(purpose) && isInterested(purpose)),
    says: (what) =>
      `${capital(what)}: the register rests it on legitimate interests, though the store sells where it needs a yes.`,
    ...{ button: () => "Rest it on consent", mend: onConsent, where: ask("ads") },
  },
  "consent-needed": {
    ...{ severity: "blocking", law: "ePrivacy Directive art. 5(3); GDPR art. 6(1)(a), 7" },
    find: purposesWith(
      (purpose, { hasOptIn }) =>
        hasOptIn &&
        purpose.basis !== null &&
        purpose.basis !== "consent" &&
        (isAd(purpose) ? !isInterested(purpose) : purpose.needs !== 0),
    ),
    says: (what) =>
      `${capital(what)}: it keeps something on people’s devices that the store does not need, so it needs their yes.`,
    ...{ button: () => "Rest it on consent", mend: onConsent, where: ask("ads") },
  },
  "messages-without-consent": {
    ...{ severity: "blocking", law: "ePrivacy Directive art. 13; CASL; TCPA", find: purposesWith(mayNotSend) },
    says: (what) => `${capital(what)}: marketing messages need a yes beforehand.`,
    ...{ button: () => "Rest it on consent", mend: onConsent, where: ask("marketing") },
  },
  "interest-unnamed": {
    ...{ severity: "blocking", law: "GDPR art. 13(1)(d)" },
    find: purposesWith((purpose) => isInterested(purpose) && purpose.interest === null),
    says: (what) => `${capital(what)}: the interest that it rests on is not named.`,
    button: () => "Name the usual interest",
    mend: change((purpose) => ({
      interest: usualInterest(purpose),
      balancing: purpose.balancing || BALANCING_NOTES[usualInterest(purpose)],
    })),
    where: ask("extras"),
  },
  "balancing-missing": {
    ...{ severity: "warning", law: "GDPR art. 6(1)(f), recital 47" },
    find: purposesWith((purpose) => isInterested(purpose) && purpose.balancing === ""),
    says: (what) => `${capital(what)}: it is not noted why the store’s interest weighs more than that of the people.`,
    button: () => "Begin with the usual note",
    mend: change((purpose) => ({ balancing: BALANCING_NOTES[purpose.interest ?? usualInterest(purpose)] })),
    where: ask("extras"),
  },
  "special-category-without-consent": {
    ...{ severity: "blocking", law: "GDPR art. 9(2)(a)" },
    find: purposesWith((purpose) => purpose.basis !== null && purpose.basis !== "consent" && isSpecial(purpose)),
    says: (what) => `${capital(what)}: data about health may be used only with express consent.`,
    ...{ button: () => "Rest it on consent", mend: onConsent, where: ask("sensitive") },
  },
  "decision-unsaid": {
    ...{ severity: "warning", law: "GDPR art. 13(2)(f), 22" },
    find: ({ register }) => {
      const screens = register.purposes.find(({ purpose }) => purpose === "fraud-screening");
      const isSaid = register.decisions.some(({ decision }) => decision === "fraud-screening");
      return screens && !isSaid ? [about(screens)] : [];
    },
    says: () => "Orders are screened for fraud, and it is not said whether a program alone decides.",
    button: () => "Our staff decide",
    mend: ({ register }) =>
      withFact(
        register,
        listed("decisions", {
          ...{ ...MENDED, decision: "fraud-screening", isSolelyAutomated: false },
          ...{ isWeighty: true, hasReview: true },
        }),
      ),
    where: ask("fraud"),
  },
  "decision-without-review": {
    ...{ severity: "blocking", law: "GDPR art. 22(3)" },
    find: ({ register }) =>
      register.decisions
        .filter(({ isSolelyAutomated, isWeighty, hasReview }) => isSolelyAutomated && isWeighty && !hasReview)
        .map(({ id, decision }) => ({ fact: id, about: decision })),
    says: () => "A program alone refuses orders, and nobody can be asked to look again.",
    button: () => "Customers can ask us",
    mend: ({ register }, { fact }) => {
      const decision = register.decisions.find(({ id }) => id === fact);
      return decision ? withFact(register, { ...decision, ...MENDED, hasReview: true }) : null;
    },
    where: ask("fraud"),
  },
  "disclosures-unsaid": {
    ...{ severity: "hint", law: "GDPR art. 13(1)(e)" },
    find: ({ register }) => (register.disclosures.length === 0 ? [{ fact: "", about: "" }] : []),
    says: () => "It is not said that courts and authorities may be given data where the law demands it.",
    button: () => "Say it",
    mend: ({ register }) => withFact(register, listed("disclosures", { ...PRESET, ...MENDED, ground: "legal-duty" })),
    where: ask("store"),
  },
};
