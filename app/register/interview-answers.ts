import { listed, withFact, withoutFact, withSingle } from "./change-facts.ts";
import type { ContactKind } from "./fact-lists.ts";
import type { Provenance } from "./fact.ts";
import type { Register } from "./facts.ts";
import type { Answers, QuestionId } from "./interview.ts";
import { factById } from "./kinds.ts";
import { usualElement, usualPurpose, usualRetention } from "./preset-register.ts";
import { PROCESSING_PURPOSES, type ProcessingPurpose } from "./processing-purposes.ts";
import type { DataElement } from "./elements.ts";
import type { RetentionCategory, RetentionPeriod } from "./retention-rules.ts";

type Apply = (register: Register, answers: Answers, how: Provenance) => Register;

const one = (answers: Answers, name: string) => answers[name]?.[0]?.trim() ?? "";
const many = (answers: Answers, name: string) => answers[name] ?? [];
/** null: not answered. */
const yes = (answers: Answers, name: string) => ({ yes: true, no: false })[one(answers, name)] ?? null;
const said = (value: boolean | null) => (value === null ? [] : [value ? "yes" : "no"]);
const text = (value: string) => (value === "" ? [] : [value]);

/** A whole number from 0 on; null for anything else. */
function number(answers: Answers, name: string): number | null {
  const value = one(answers, name);
  return /^\d{1,4}$/.test(value) ? Number(value) : null;
}

function contact(
  register: Register,
  kind: ContactKind,
  said: { name: string; value: string },
  how: Provenance,
): Register {
  const fact = listed("contacts", { ...how, contact: kind, ...said });
  return said.name === "" && said.value === "" ? withoutFact(register, fact.id) : withFact(register, fact);
}

/** Turns purposes on and off, each with the elements it needs. */
function purposes(
  register: Register,
  asked: readonly ProcessingPurpose[],
  wanted: readonly string[],
  how: Provenance,
): Register {
  return asked.reduce((result, purpose) => {
    const fact = usualPurpose(purpose, how);
    if (!wanted.includes(purpose)) return withoutFact(result, fact.id);
    const standing = factById(result, fact.id);
    return fact.elements.reduce(element, withFact(result, standing ? { ...standing, ...how } : fact));
  }, register);
}

function element(register: Register, name: DataElement): Register {
  const fact = usualElement(name);
  return factById(register, fact.id) ? register : withFact(register, fact);
}

function period(register: Register, category: RetentionCategory, length: RetentionPeriod, how: Provenance): Register {
  if (length === null) return register;
  return withFact(register, { ...usualRetention(category, how), period: length });
}

const CHANNELS = ["email-marketing", "sms-marketing"] as const satisfies readonly ProcessingPurpose[];
const EXTRAS = ["reviews", "loyalty", "returns", "personalisation"] as const satisfies readonly ProcessingPurpose[];
/** Each goes with the purpose that it is asked for. */
const ASKED_FOR = {
  "date-of-birth": "customer-account",
  photo: "support",
  "survey-answer": "support",
  "health-data": "support",
} as const satisfies Partial<Record<DataElement, ProcessingPurpose>>;
type Asked = keyof typeof ASKED_FOR;
const ASKED = Object.keys(ASKED_FOR) as Asked[];

function sensitive(register: Register, wanted: readonly string[], how: Provenance): Register {
  return ASKED.reduce((result, name) => {
    const fact = usualElement(name, how);
    const needed = result.purposes.filter(({ elements }) => elements.includes(name));
    if (!wanted.includes(name)) {
      const without = needed.reduce(
        (rest, purpose) =>
          withFact(rest, { ...purpose, ...how, elements: purpose.elements.filter((other) => other !== name) }),
        result,
      );
      return withoutFact(without, fact.id);
    }
    const purpose =
      result.purposes.find((each) => each.purpose === ASKED_FOR[name]) ?? usualPurpose(ASKED_FOR[name], how);
    const elements = purpose.elements.includes(name) ? purpose.elements : [...purpose.elements, name];
    return withFact(withFact(result, fact), { ...purpose, ...how, elements });
  }, register);
}

/** What each answer makes of a register. Answers of the wrong shape are refused where facts are kept. */
const APPLY: Readonly<Record<QuestionId, Apply>> = {
  store: (register, answers, how) =>
    withSingle(register, "store", {
      ...how,
      legalName: one(answers, "legalName"),
      tradingName: one(answers, "tradingName"),
      country: one(answers, "country"),
    }),
  contact: (register, answers, how) => {
    const withMail = contact(register, "email", { name: "", value: one(answers, "email") }, how);
    return contact(withMail, "post", { name: "", value: one(answers, "post") }, how);
  },
  officer: (register, answers, how) => {
    const person = { name: one(answers, "officer"), value: one(answers, "officerEmail") };
    const isDpo = yes(answers, "isDpo") === true;
    const nobody = { name: "", value: "" };
    const withOfficer = contact(register, "privacy-officer", isDpo ? nobody : person, how);
    return contact(withOfficer, "data-protection-officer", isDpo ? person : nobody, how);
  },
  markets: (register, answers, how) => {
    const wanted = many(answers, "countries");
    const kept = register.markets.filter(({ country }) => !wanted.includes(country));
    const rest = kept.reduce((result, { id }) => withoutFact(result, id), register);
    return wanted.reduce((result, country) => withFact(result, listed("markets", { ...how, country })), rest);
  },
  establishments: (register, answers, how) =>
    withSingle(register, "reach", {
      ...how,
      isEstablishedInEea: yes(answers, "eea"),
      isEstablishedInUk: yes(answers, "uk"),
    }),
  representatives: (register, answers, how) => {
    const eu = { name: one(answers, "euName"), value: one(answers, "euAddress") };
    const uk = { name: one(answers, "ukName"), value: one(answers, "ukAddress") };
    return contact(contact(register, "eu-representative", eu, how), "uk-representative", uk, how);
  },
  ads: (register, answers, how) =>
    withSingle(register, "advertising", {
      ...how,
      isTargeted: yes(answers, "targeted"),
      sellsForMoney: yes(answers, "sells"),
    }),
  marketing: (register, answers, how) => purposes(register, CHANNELS, many(answers, "channels"), how),
  extras: (register, answers, how) => purposes(register, EXTRAS, many(answers, "purposes"), how),
  fraud: (register, answers, how) => {
    if (one(answers, "decides") === "") return register;
    const isSolelyAutomated = one(answers, "decides") === "program";
    // a person who decides is one who can look again
    const hasReview = yes(answers, "review") ?? !isSolelyAutomated;
    const decision = { decision: "fraud-screening", isSolelyAutomated, isWeighty: true, hasReview } as const;
    return withFact(register, listed("decisions", { ...how, ...decision }));
  },
  age: (register, answers, how) =>
    withSingle(register, "minors", {
      ...how,
      minimumAge: number(answers, "minimumAge"),
      isDirectedToChildren: yes(answers, "children") ?? false,
    }),
  sensitive: (register, answers, how) => sensitive(register, many(answers, "elements"), how),
  california: (register, answers, how) =>
    withSingle(register, "reach", {
      ...how,
      isUnderCcpa: yes(answers, "threshold"),
      isOverTenMillion: yes(answers, "tenMillion"),
    }),
  "do-not-track": (register, answers, how) => {
    const response = one(answers, "response");
    if (response !== "ignored" && response !== "everywhere") return register;
    const banner = { ...register.banner, ...how, honoursNoTrack: response === "everywhere" };
    return withFact(withSingle(register, "doNotTrack", { ...how, response }), banner);
  },
  keeping: (register, answers, how) => {
    const years = number(answers, "orderYears");
    const profiles = number(answers, "profileMonths");
    const visits = number(answers, "visitMonths");
    const months = (length: number | null) => (length === null ? null : { months: length });
    const withOrders = period(register, "orders", months(years === null ? null : years * 12), how);
    const withProfiles = period(withOrders, "customer-profiles", months(profiles), how);
    return period(withProfiles, "visit-data", months(visits), how);
  },
};

/** The register after a question was answered. */
export function applyAnswer(register: Register, question: QuestionId, answers: Answers): Register {
  return APPLY[question](register, answers, { status: "confirmed", origin: "interview", ref: question });
}

const valueOf = (register: Register, kind: ContactKind) => register.contacts.find((fact) => fact.contact === kind);
const usedOf = (register: Register, asked: readonly ProcessingPurpose[]) =>
  PROCESSING_PURPOSES.filter(
    (purpose) => asked.includes(purpose) && register.purposes.some((fact) => fact.purpose === purpose),
  );

function monthsOf(register: Register, category: RetentionCategory): number | null {
  const length = register.retention.find((fact) => fact.category === category)?.period;
  return typeof length === "object" && length !== null && "months" in length ? length.months : null;
}

const digits = (value: number | null) => (value === null ? [] : [String(value)]);

/** What a question's fields begin with: what the register holds. */
const READ: Readonly<Record<QuestionId, (register: Register) => Answers>> = {
  store: ({ store }) => ({
    legalName: text(store.legalName),
    tradingName: text(store.tradingName),
    country: text(store.country),
  }),
  contact: (register) => ({
    email: text(valueOf(register, "email")?.value ?? ""),
    post: text(valueOf(register, "post")?.value ?? ""),
  }),
  officer: (register) => {
    const officer = valueOf(register, "data-protection-officer");
    const person = officer ?? valueOf(register, "privacy-officer");
    return {
      officer: text(person?.name ?? ""),
      officerEmail: text(person?.value ?? ""),
      isDpo: person ? said(officer !== undefined) : [],
    };
  },
  markets: ({ markets }) => ({ countries: markets.map(({ country }) => country) }),
  establishments: ({ reach }) => ({ eea: said(reach.isEstablishedInEea), uk: said(reach.isEstablishedInUk) }),
  representatives: (register) => ({
    euName: text(valueOf(register, "eu-representative")?.name ?? ""),
    euAddress: text(valueOf(register, "eu-representative")?.value ?? ""),
    ukName: text(valueOf(register, "uk-representative")?.name ?? ""),
    ukAddress: text(valueOf(register, "uk-representative")?.value ?? ""),
  }),
  ads: ({ advertising }) => ({ targeted: said(advertising.isTargeted), sells: said(advertising.sellsForMoney) }),
  marketing: (register) => ({ channels: usedOf(register, CHANNELS) }),
  extras: (register) => ({ purposes: usedOf(register, EXTRAS) }),
  fraud: ({ decisions }) => {
    const screening = decisions.find(({ decision }) => decision === "fraud-screening");
    if (screening?.status !== "confirmed") return { decides: [], review: [] };
    return { decides: [screening.isSolelyAutomated ? "program" : "person"], review: said(screening.hasReview) };
  },
  age: ({ minors }) => ({
    minimumAge: digits(minors.minimumAge),
    children: minors.status === "confirmed" ? said(minors.isDirectedToChildren) : [],
  }),
  sensitive: ({ elements }) => ({ elements: ASKED.filter((name) => elements.some((fact) => fact.element === name)) }),
  california: ({ reach }) => ({ threshold: said(reach.isUnderCcpa), tenMillion: said(reach.isOverTenMillion) }),
  "do-not-track": ({ doNotTrack }) => ({ response: text(doNotTrack.response ?? "") }),
  keeping: (register) => {
    const orders = monthsOf(register, "orders");
    return {
      orderYears: digits(orders === null ? null : Math.ceil(orders / 12)),
      profileMonths: digits(monthsOf(register, "customer-profiles")),
      visitMonths: digits(monthsOf(register, "visit-data")),
    };
  },
};

/** What a question's fields begin with. */
export function readAnswers(register: Register, question: QuestionId): Answers {
  return READ[question](register);
}
