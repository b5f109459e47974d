import type { AnyFact, FactKind, Lists, Register, Singles } from "./facts.ts";

/** Kinds of which a register has one fact. */
export const SINGLE_KINDS = [
  "store",
  "reach",
  "advertising",
  "minors",
  "doNotTrack",
  "globalPrivacyControl",
  "banner",
  "publication",
  "rights",
] as const satisfies readonly (keyof Singles)[];

/** Kinds of which a register has many facts. */
export const LIST_KINDS = [
  "terms",
  "elements",
  "purposes",
  "vendors",
  "cookies",
  "retention",
  "decisions",
  "contacts",
  "disclosures",
  "links",
  "markets",
  "languages",
  "sightings",
  "wordings",
  "measures",
] as const satisfies readonly (keyof Lists)[];

/** A kind of which there is one. */
export type SingleKind = (typeof SINGLE_KINDS)[number];
/** A kind of which there are many. */
export type ListKind = (typeof LIST_KINDS)[number];

/** What tells the facts of a list apart. */
const KEY_OF: { readonly [Kind in keyof Lists]: (fact: Lists[Kind]) => string } = {
  terms: ({ term }) => term,
  elements: ({ element }) => element,
  purposes: ({ purpose }) => purpose,
  vendors: ({ vendor }) => vendor,
  cookies: ({ name, vendor }) => `${vendor}/${name}`,
  retention: ({ category }) => category,
  decisions: ({ decision }) => decision,
  contacts: ({ contact }) => contact,
  disclosures: ({ ground }) => ground,
  links: ({ link }) => link,
  markets: ({ country }) => country,
  languages: ({ language }) => language,
  sightings: ({ service }) => service,
  wordings: ({ wording }) => wording,
  measures: ({ measure }) => measure,
};

/** The id of a fact in a list: its kind and what tells it apart. */
export function idIn<Kind extends ListKind>(kind: Kind, fact: Omit<Lists[Kind], "id">): string {
  return `${kind}/${KEY_OF[kind](fact as Lists[Kind])}`;
}

/** The kind that an id names; undefined for anything else. */
export function kindOf(id: string): FactKind | undefined {
  const name = id.split("/", 1)[0] ?? "";
  return [...SINGLE_KINDS, ...LIST_KINDS].find((kind) => kind === name);
}

/** Every fact of a register, in the order of the kinds. */
export function factsOf(register: Register): AnyFact[] {
  return [
    ...SINGLE_KINDS.map((kind) => register[kind]),
    ...LIST_KINDS.flatMap((kind): readonly AnyFact[] => register[kind]),
  ];
}

/** A fact by its id. */
export function factById(register: Register, id: string): AnyFact | undefined {
  const kind = kindOf(id);
  if (kind === undefined) return undefined;
  const found: AnyFact | readonly AnyFact[] = register[kind];
  return "id" in found ? found : found.find((fact) => fact.id === id);
}
