import { ELEMENTS, elementsOf, TERMS, type DataElement, type Term } from "../../register/elements.ts";
import { TERM_NAMES } from "../../register/element-words.ts";
import type { ElementFact } from "../../register/facts.ts";
import { EUROPEAN } from "./regimes.ts";
import { among, type Setting } from "./setting.ts";
import { list, paragraph, section, sentence, words, type Block, type Section, type Value } from "./words.ts";

/** What is collected, from whom, and whether it must be given (GDPR art. 13(2)(e), 14(1)(d), 14(2)(f)). */
export function collected(setting: Setting): Section[] {
  const { register } = setting;
  const known = new Map(register.elements.map((fact) => [fact.element, fact]));
  const has = (element: DataElement) => known.has(element);
  return section("data", "title.data", [
    ...TERMS.flatMap((term) => termBlocks(setting, term, known)),
    ...paragraph(
      sentence(words("data.personal"), {}),
      has("cookie-id") &&
        sentence(words("data.pseudonymous"), { facts: ["elements/cookie-id"], articles: ["GDPR recital 26, 30"] }),
      register.retention.some(({ category }) => category === "abandoned-checkouts") &&
        sentence(words("data.attempt"), { facts: ["retention/abandoned-checkouts"] }),
      has("payment-card") && sentence(words("data.card"), { facts: ["elements/payment-card"] }),
    ),
    ...beforeChoice(register.elements),
    ...required(setting),
  ]);
}

function termBlocks({ register }: Setting, term: Term, known: ReadonlyMap<DataElement, ElementFact>): Block[] {
  const facts = elementsOf(term).flatMap((element) => known.get(element) ?? []);
  if (facts.length === 0) return [];
  const named = register.terms.find((one) => one.term === term);
  return [
    ...paragraph(sentence(words("data.term", { term: nameOf(term, named?.name) }), { facts: [`terms/${term}`] })),
    ...list(
      facts.map(({ id, element, sources }) =>
        sentence(
          words("data.element", {
            element: words(`element.${element}`),
            sources: { all: sources.map((source) => words(`data.source.${source}`)) },
          }),
          { facts: [id] },
        ),
      ),
    ),
  ];
}

/** The store's own name of a term; each language has its words for the usual one. */
function nameOf(term: Term, own: string | undefined): Value {
  return own === undefined || own === TERM_NAMES[term] ? words(`term.${term}`) : own;
}

function beforeChoice(elements: readonly ElementFact[]): Block[] {
  const before = elements.filter(({ beforeConsent }) => beforeConsent);
  if (before.length === 0) return [];
  return paragraph(sentence(words("data.before", { elements: named(before) }), { facts: before.map(({ id }) => id) }));
}

function required(setting: Setting): Block[] {
  const needed = setting.register.elements.filter(({ provision }) => provision !== "voluntary");
  if (needed.length === 0) return [];
  const why = { articles: ["GDPR art. 13(2)(e)"], regimes: among(setting, EUROPEAN) };
  return paragraph(
    sentence(words("data.required", { elements: named(needed) }), { ...why, facts: needed.map(({ id }) => id) }),
    sentence(words("data.voluntary"), why),
  );
}

function named(facts: readonly ElementFact[]): Value {
  const ordered = ELEMENTS.filter((element) => facts.some((fact) => fact.element === element));
  return { all: ordered.map((element) => words(`element.${element}`)) };
}
