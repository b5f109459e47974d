import type { GroundId } from "../law/refusal-articles.ts";
import type { RequestKind } from "../law/requests.ts";
import { MAIL_LANGUAGES, pickLanguage, type MailLanguage } from "./languages.ts";
import { TEMPLATES, type DelayReason, type MailTemplate } from "./templates.ts";

/** A mail to a person, and mails to others, are kept apart: shoppers read 35 languages, staff and processors a few. */
type PersonTemplate = {
  [T in MailTemplate]: (typeof TEMPLATES)[T]["to"] extends "person" ? T : never;
}[MailTemplate];
type BusinessTemplate = Exclude<MailTemplate, PersonTemplate>;

interface StoredMail {
  subject: string;
  /** Paragraphs. */
  text: readonly string[];
}

/** The file of one language. */
export interface PersonTexts {
  language: string;
  words: Readonly<Record<"hello" | "bye" | "reference" | "why" | "answer", string>>;
  kinds: Readonly<Record<RequestKind, string>>;
  delays: Readonly<Record<DelayReason, string>>;
  grounds: Readonly<Record<GroundId, string>>;
  mails: Readonly<Record<PersonTemplate, StoredMail>>;
}

interface BusinessTexts {
  language: string;
  mails: Readonly<Record<BusinessTemplate, StoredMail>>;
}

/** A mail's wording, as the merchant may change it. */
export interface Wording {
  subject: string;
  body: string;
}

function byLanguage<T extends { language: string }>(files: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.values(files).map((texts) => [texts.language, texts]));
}

const PERSON = byLanguage(import.meta.glob<PersonTexts>("./texts/*.json", { eager: true, import: "default" }));
const BUSINESS = byLanguage(
  import.meta.glob<BusinessTexts>("./business-texts/*.json", { eager: true, import: "default" }),
);

/** Everything written in a language; English where there is no file for it yet. */
export function personTexts(language: MailLanguage): PersonTexts {
  const texts = PERSON.get(language) ?? PERSON.get("en");
  if (!texts) throw new Error("the English texts are missing");
  return texts;
}

/** The languages in which a mail is written. */
export function languagesOf(template: MailTemplate): MailLanguage[] {
  const files = TEMPLATES[template].to === "person" ? PERSON : BUSINESS;
  return MAIL_LANGUAGES.filter((language) => files.has(language));
}

/** The language in which this mail goes to someone who reads `tag`. */
export function languageFor(template: MailTemplate, tag: string | null | undefined): MailLanguage {
  const wanted = pickLanguage(tag);
  return languagesOf(template).includes(wanted) ? wanted : "en";
}

/** The wording that holds until the merchant writes another. */
export function standardWording(template: MailTemplate, language: MailLanguage): Wording {
  if (!isForPersons(template)) {
    const { subject, text } = (BUSINESS.get(language) ?? BUSINESS.get("en"))?.mails[template] ?? missing(template);
    return { subject, body: text.join("\n\n") };
  }
  const { words, mails } = personTexts(language);
  const { subject, text } = mails[template];
  return { subject, body: [words.hello, ...text, words.bye].join("\n\n") };
}

function isForPersons(template: MailTemplate): template is PersonTemplate {
  return TEMPLATES[template].to === "person";
}

function missing(template: MailTemplate): never {
  throw new Error(`the mail ${template} has no English text`);
}
