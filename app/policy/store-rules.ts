import { isInEea } from "../law/transfers.ts";
import { listed, withFact, withSingle } from "../register/change-facts.ts";
import type { Register } from "../register/facts.ts";
import type { ContactKind } from "../register/fact-lists.ts";
import type { QuestionId } from "../register/interview.ts";
import type { STORE_ISSUES } from "./issue-codes.ts";
import type { Finding, Rule, Situation } from "./issue.ts";

const MENDED = { status: "confirmed", origin: "mend", ref: "" } as const;
/** The oldest age below which a parent must agree (GDPR art. 8(1), Maryland's and California's acts ask for 16 and 18). */
const USUAL_AGE = 16;
/** Where Candor's form for requests answers, on the shop's own domain. */
const FORM_PATH = "/apps/privacy";

const found = (isFound: boolean, fact: string, about = ""): Finding[] => (isFound ? [{ fact, about }] : []);
const ask = (question: QuestionId) => () => ({ page: "question", question }) as const;
const nothing = () => null;
const answer = () => "Answer the question";

const has = ({ contacts }: Register, ...kinds: ContactKind[]) =>
  contacts.some(({ contact }) => kinds.includes(contact));

/** A representative is needed by a store outside that sells inside (GDPR art. 27(1); UK GDPR art. 27). */
function lacksRepresentative(
  { register }: Situation,
  isThere: (country: string) => boolean,
  isEstablished: boolean | null,
) {
  const sellsThere = register.markets.some(({ country }) => isThere(country));
  return sellsThere && !isThere(register.store.country) && isEstablished !== true;
}

function withForm({ register }: Situation): Register | null {
  const [domain] = register.store.domains;
  if (domain === undefined || has(register, "form")) return null;
  const value = `https://${domain}${FORM_PATH}`;
  return withFact(register, listed("contacts", { ...MENDED, contact: "form", name: "", value }));
}

/** Rules about who the store is and whom it reaches. */
export const STORE_RULES: Readonly<Record<(typeof STORE_ISSUES)[number], Rule>> = {
  "store-unnamed": {
    ...{ severity: "blocking", law: "GDPR art. 13(1)(a)" },
    find: ({ register }) => found(register.store.legalName === "", "store"),
    says: () =>
      "The register does not say who runs the store. People have a right to know whose hands their data is in.",
    ...{ button: answer, mend: nothing, where: ask("store") },
  },
  "store-country-unknown": {
    ...{ severity: "warning", law: "GDPR art. 3, 27" },
    find: ({ register }) => found(register.store.country === "", "store"),
    says: () => "The store’s country is not known, and so which tax law makes you keep orders.",
    ...{ button: answer, mend: nothing, where: ask("store") },
  },
  "markets-unknown": {
    ...{ severity: "warning", law: "GDPR art. 3(2)(a)" },
    find: ({ register }) => found(register.markets.length === 0, ""),
    says: () => "It is not known where the store sells, and so which laws protect its customers.",
    ...{ button: answer, mend: nothing, where: ask("markets") },
  },
  "contact-missing": {
    ...{ severity: "blocking", law: "GDPR art. 13(1)(a)" },
    find: ({ register }) => found(!has(register, "email", "post", "form"), ""),
    says: () => "The register names no way to reach the store about privacy.",
    button: () => "Publish Candor’s request form",
    ...{ mend: withForm, where: ask("contact") },
  },
  "second-contact-missing": {
    ...{ severity: "warning", law: "CCPA §1798.130(a)(1)(A)" },
    find: ({ register, hasUs }) => {
      const ways = register.contacts.filter(({ contact }) => ["email", "post", "form"].includes(contact));
      return found(hasUs && ways.length === 1, ways[0]?.id ?? "");
    },
    says: () => "California wants two ways in which people can send a request; the register names one.",
    button: () => "Publish Candor’s request form",
    ...{ mend: withForm, where: ask("contact") },
  },
  "eu-representative-needed": {
    ...{ severity: "warning", law: "GDPR art. 27" },
    find: (situation) =>
      found(
        lacksRepresentative(situation, isInEea, situation.register.reach.isEstablishedInEea) &&
          !has(situation.register, "eu-representative"),
        "reach",
      ),
    says: () =>
      "The store sells into the European Union from outside. Unless it sells there only now and then, it must name a representative there.",
    ...{ button: answer, mend: nothing, where: ask("representatives") },
  },
  "uk-representative-needed": {
    ...{ severity: "warning", law: "UK GDPR art. 27" },
    find: (situation) =>
      found(
        lacksRepresentative(situation, (country) => country === "GB", situation.register.reach.isEstablishedInUk) &&
          !has(situation.register, "uk-representative"),
        "reach",
      ),
    says: () =>
      "The store sells into the United Kingdom from outside. Unless it sells there only now and then, it must name a representative there.",
    ...{ button: answer, mend: nothing, where: ask("representatives") },
  },
  "minimum-age-unsaid": {
    ...{ severity: "warning", law: "GDPR art. 8; COPPA; CCPA §1798.120(c)" },
    find: ({ register }) => found(register.minors.minimumAge === null, "minors"),
    says: () => "The register does not say how old customers must be.",
    button: () => `Set it to ${USUAL_AGE} years`,
    mend: ({ register }) => withSingle(register, "minors", { ...MENDED, minimumAge: USUAL_AGE }),
    where: ask("age"),
  },
  "ads-to-children": {
    ...{ severity: "blocking", law: "COPPA; CCPA §1798.120(c); DSA art. 28(2)" },
    find: ({ register, hasAds }) =>
      found(hasAds && register.minors.isDirectedToChildren && !register.banner.forMinors, "minors"),
    says: () => "The store is made for children and shows advertising that follows people. That is not allowed.",
    button: () => "Keep advertising from everybody",
    mend: ({ register }) => withFact(register, { ...register.banner, ...MENDED, forMinors: true }),
    where: ask("age"),
  },
  "sale-unsaid": {
    ...{ severity: "warning", law: "CCPA §1798.130(a)(5)(C)" },
    find: ({ register, hasUs }) => found(hasUs && register.advertising.sellsForMoney === null, "advertising"),
    says: () =>
      "The register does not say whether anybody pays for data of customers. United States law wants it said.",
    button: () => "Nobody pays for data",
    mend: ({ register }) => withSingle(register, "advertising", { ...MENDED, sellsForMoney: false }),
    where: ask("ads"),
  },
  "ccpa-reach-unsaid": {
    ...{ severity: "hint", law: "CCPA §1798.140(d)" },
    find: ({ register, hasUs }) => found(hasUs && register.reach.isUnderCcpa === null, "reach"),
    says: () =>
      "It is not known whether the store is large enough for California’s act. Until then the policy fulfils it.",
    ...{ button: answer, mend: nothing, where: ask("california") },
  },
};
