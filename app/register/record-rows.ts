import { BASIS_ARTICLE } from "../law/legal-bases.ts";
import { ELEMENT_WORDS, TERM_NAMES } from "./element-words.ts";
import { TERM_OF, TERMS } from "./elements.ts";
import type { PurposeFact, Register, RetentionFact, VendorFact } from "./facts.ts";
import { periodText } from "./period-text.ts";
import { BASIS_WORDS, INTEREST_WORDS, PROCESSING_PURPOSE_WORDS } from "./purpose-words.ts";
import { RETENTION_PRESETS, RETENTION_WORDS, TRIGGER_WORDS } from "./retention-rules.ts";
import { MEASURE_WORDS, ROLE_WORDS, STATUS_WORDS, TRANSFER_WORDS } from "./vendor-words.ts";

/**
 * One processing activity of the record (GDPR art. 30(1)(a)–(g)): one row for each purpose, in words that an authority
 * can read without the program.
 */
export interface RecordRow {
  readonly purpose: string;
  readonly basis: string;
  readonly interest: string;
  readonly balancing: string;
  readonly people: string;
  readonly categories: string;
  readonly data: string;
  readonly recipients: string;
  readonly transfers: string;
  readonly retention: string;
  readonly measures: string;
  readonly controller: string;
  readonly contact: string;
  readonly state: string;
}

/** The columns of the record, with the heading of each. */
export const RECORD_COLUMNS: readonly (readonly [column: keyof RecordRow, heading: string])[] = [
  ["purpose", "Purpose (art. 30(1)(b))"],
  ["basis", "Legal basis"],
  ["interest", "Legitimate interest"],
  ["balancing", "Balancing note"],
  ["people", "People (art. 30(1)(c))"],
  ["categories", "Categories of data (art. 30(1)(c))"],
  ["data", "Data"],
  ["recipients", "Recipients (art. 30(1)(d))"],
  ["transfers", "Transfers and safeguards (art. 30(1)(e))"],
  ["retention", "Time limits (art. 30(1)(f))"],
  ["measures", "Security measures (art. 30(1)(g))"],
  ["controller", "Controller and representatives (art. 30(1)(a))"],
  ["contact", "Contact (art. 30(1)(a))"],
  ["state", "How sure"],
];

/** Purposes that reach people who only visit. */
const VISITORS = ["security", "preferences", "analytics", "ad-measurement", "targeted-ads", "privacy-duties"];

/** The record of processing: a row for each purpose, in the order of the register. */
export function recordRows(register: Register): RecordRow[] {
  const controller = controllerOf(register);
  const measures = register.measures.map(({ measure }) => MEASURE_WORDS[measure]).join("; ");
  return register.purposes.map((purpose) => {
    const vendors = register.vendors.filter(({ purposes }) => purposes.includes(purpose.purpose));
    return {
      ...whatFor(purpose),
      people: VISITORS.includes(purpose.purpose) ? "Visitors and customers" : "Customers",
      ...whichData(purpose),
      recipients: vendors.map(recipient).join("; "),
      transfers: vendors.flatMap((vendor) => transfer(vendor) ?? []).join("; "),
      retention: retentionOf(register, purpose).join("; "),
      measures,
      ...controller,
      state: STATUS_WORDS[purpose.status],
    };
  });
}

function whatFor({ purpose, basis, interest, balancing }: PurposeFact) {
  return {
    purpose: PROCESSING_PURPOSE_WORDS[purpose],
    basis: basis === null ? "" : `${BASIS_WORDS[basis]} (${BASIS_ARTICLE[basis]})`,
    interest: interest === null ? "" : INTEREST_WORDS[interest],
    balancing,
  };
}

function whichData({ elements }: PurposeFact) {
  const terms = TERMS.filter((term) => elements.some((element) => TERM_OF[element] === term));
  return {
    categories: terms.map((term) => TERM_NAMES[term]).join("; "),
    data: elements.map((element) => ELEMENT_WORDS[element]).join("; "),
  };
}

function recipient({ name, company, country, role, status }: VendorFact): string {
  const parts = [company, country, role === null ? "role not known" : ROLE_WORDS[role]];
  if (status === "claimed") parts.push("not confirmed");
  return `${name} (${parts.filter((part) => part !== "").join(", ")})`;
}

function transfer({ name, country, alsoIn, transfer: bases }: VendorFact): string | undefined {
  if (bases.length === 0) return undefined;
  const places = [country, ...alsoIn].filter((place) => place !== "").join(", ");
  return `${name}: ${places} (${bases.map((basis) => TRANSFER_WORDS[basis]).join(", ")})`;
}

function retentionOf({ retention }: Register, { elements }: PurposeFact): string[] {
  return retention
    .filter(({ category }) => RETENTION_PRESETS[category].elements.some((element) => elements.includes(element)))
    .map((fact) => `${RETENTION_WORDS[fact.category]}: ${lengthText(fact)}`);
}

/** How long, in words; also when it has no end or nobody has said. */
export function lengthText({ period, trigger }: Pick<RetentionFact, "period" | "trigger">): string {
  if (period === null) return "not said";
  return period === "until-asked" ? "until somebody asks" : `${periodText(period)} ${TRIGGER_WORDS[trigger]}`;
}

function controllerOf({ store, contacts }: Register) {
  const named = (kind: string) => contacts.find(({ contact }) => contact === kind);
  const people = [
    ["Representative in the European Union", named("eu-representative")],
    ["Representative in the United Kingdom", named("uk-representative")],
    ["Data protection officer", named("data-protection-officer")],
    ["Privacy officer", named("privacy-officer")],
  ] as const;
  const others = people.flatMap(([role, fact]) => (fact ? [`${role}: ${fact.name || fact.value}`] : []));
  const who = [store.legalName || store.tradingName, store.country].filter((part) => part !== "").join(", ");
  const ways = contacts.filter(({ contact }) => ["email", "post", "form"].includes(contact));
  return {
    controller: [who, ...others].filter((part) => part !== "").join("; "),
    contact: ways.map(({ value }) => value.replaceAll("\n", ", ")).join("; "),
  };
}
