import { withFact, withoutFact, withSingle } from "../register/change-facts.ts";
import { USUAL_LINKS, type Wording } from "../register/fact-lists.ts";
import type { QuestionId } from "../register/interview.ts";
import { factById, factsOf, kindOf } from "../register/kinds.ts";
import type { TEXT_ISSUES } from "./issue-codes.ts";
import type { Finding, Rule, Situation } from "./issue.ts";

const MENDED = { status: "confirmed", origin: "mend", ref: "" } as const;
/** GDPR art. 12(3): one month. Days. */
const LAWFUL_DAYS = 30;
/** California's act §1798.130(a)(5): once every 12 months. */
const REVIEW_MONTHS = 12;

const ask = (question: QuestionId) => () => ({ page: "question", question }) as const;
const found = (isFound: boolean, fact: string): Finding[] => (isFound ? [{ fact, about: "" }] : []);

/** Words that go with the new text: the register no longer notes them. */
const wording = (which: Wording, [law, says]: readonly [string, string]): Rule => ({
  ...{ severity: "warning", law },
  find: ({ register }) =>
    register.wordings.filter((one) => one.wording === which).map(({ id }) => ({ fact: id, about: "" })),
  says: () => says,
  button: () => "Leave it out of the new policy",
  mend: ({ register }, { fact }) => withoutFact(register, fact),
  where: ask("store"),
});

/** Whether a day lies more than some months before another; both YYYY-MM-DD. */
function isOlder(day: string, today: string, months: number): boolean {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const after = month - 1 + months;
  const due = `${String(year + Math.floor(after / 12)).padStart(4, "0")}-${String((after % 12) + 1).padStart(2, "0")}${day.slice(7)}`;
  return due < today;
}

/** A text for "de-AT" is one for its speakers when there is one for "de". */
function isSpoken(languages: readonly string[], language: string): boolean {
  return languages.includes(language) || languages.includes(language.split("-")[0] ?? language);
}

/** Kinds whose claims have issues of their own, or mend themselves. */
const CLAIMED_ELSEWHERE = ["vendors", "wordings", "sightings"];
const NAME: Partial<Record<string, string>> = {
  doNotTrack: "what you do on “do not track”",
  globalPrivacyControl: "what you do on Global Privacy Control",
  minors: "how old customers must be",
  advertising: "how you advertise",
  store: "who runs the store",
  publication: "dates and languages of the policy",
  rights: "who has rights",
  retention: "how long data is kept",
  contacts: "how you are reached",
  links: "a link",
  purposes: "what data is used for",
  elements: "which data is collected",
  decisions: "automated decisions",
  disclosures: "who else may receive data",
  markets: "where you sell",
};

function claimed({ register }: Situation): Finding[] {
  return factsOf(register)
    .filter(({ id, status }) => status === "claimed" && !CLAIMED_ELSEWHERE.includes(kindOf(id) ?? ""))
    .map(({ id }) => ({ fact: id, about: NAME[kindOf(id) ?? ""] ?? id }));
}

/** Rules about the policy as a text. */
export const TEXT_RULES: Readonly<Record<(typeof TEXT_ISSUES)[number], Rule>> = {
  "effective-date-missing": {
    ...{ severity: "blocking", law: "CalOPPA §22575(b)(4)" },
    find: ({ register }) => found(register.publication.effectiveOn === null, "publication"),
    says: () => "The policy has no date from which it holds.",
    button: () => "From today",
    mend: ({ register, today }) =>
      withSingle(register, "publication", { ...MENDED, effectiveOn: today, reviewedOn: today }),
    where: ask("store"),
  },
  "review-overdue": {
    ...{ severity: "warning", law: "CCPA §1798.130(a)(5)" },
    find: ({ register, today }) => {
      const { reviewedOn } = register.publication;
      return found(reviewedOn !== null && isOlder(reviewedOn, today, REVIEW_MONTHS), "publication");
    },
    says: () => "The policy was last gone through more than 12 months ago.",
    button: () => "Gone through today",
    mend: ({ register, today }) => withSingle(register, "publication", { ...MENDED, reviewedOn: today }),
    where: ask("store"),
  },
  "language-missing": {
    ...{ severity: "warning", law: "GDPR art. 12(1)" },
    find: ({ register: { languages, publication } }) =>
      languages
        .filter(({ language }) => !isSpoken(publication.languages, language))
        .map(({ id, language }) => ({ fact: id, about: language })),
    says: (language) => `Your store speaks this language and the policy does not: ${language}.`,
    button: () => "Publish in this language too",
    mend: ({ register }, { about: language }) =>
      withSingle(register, "publication", {
        ...MENDED,
        languages: [...register.publication.languages, language],
      }),
    where: ask("markets"),
  },
  "link-empty": {
    ...{ severity: "blocking", law: "GDPR art. 12(1)" },
    find: ({ register }) =>
      register.links.filter(({ url }) => url === "").map(({ id, link }) => ({ fact: id, about: USUAL_LINKS[link] })),
    says: () => "A link of the policy leads nowhere.",
    button: (url) => `Lead it to ${url}`,
    mend: ({ register }, { fact }) => {
      const link = register.links.find(({ id }) => id === fact);
      return link ? withFact(register, { ...link, ...MENDED, url: USUAL_LINKS[link.link] }) : null;
    },
    where: ask("store"),
  },
  "anonymous-identifier": wording("anonymous-identifier", [
    "GDPR recital 26",
    "The policy calls a unique identifier anonymous. What recognises a device is personal data.",
  ]),
  "recipients-by-example": wording("examples-only", [
    "GDPR art. 13(1)(e)",
    "The policy names recipients by example only. It must name all of them, or their kinds.",
  ]),
  "rights-for-europe-only": wording("rights-for-europe-only", [
    "CCPA §1798.130; state acts; LGPD art. 18",
    "The policy grants rights to people in Europe only. Others where you sell have them too.",
  ]),
  "section-empty": wording("empty-section", ["GDPR art. 12(1)", "The policy has a heading with nothing under it."]),
  "answer-later-than-law": {
    ...{ severity: "blocking", law: "GDPR art. 12(3)" },
    find: ({ register, hasEurope }) => {
      const { answersWithinDays } = register.rights;
      return found(hasEurope && answersWithinDays !== null && answersWithinDays > LAWFUL_DAYS, "rights");
    },
    says: () => "The policy promises an answer later than the law does.",
    button: () => "Promise what the law says",
    mend: ({ register }) => withSingle(register, "rights", { ...MENDED, answersWithinDays: null }),
    where: ask("contact"),
  },
  "claim-unconfirmed": {
    ...{ severity: "hint", law: "GDPR art. 5(2)", find: claimed },
    says: (what) => `Your present policy says something about this that nobody has confirmed: ${what}.`,
    button: () => "It is so",
    mend: ({ register }, { fact }) => {
      const standing = factById(register, fact);
      return standing ? withFact(register, { ...standing, status: "confirmed" }) : null;
    },
    where: ask("store"),
  },
};
