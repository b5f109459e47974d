import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { MEASURED, readingEase } from "../../checks/reading-ease.ts";
import { GROUND_IDS } from "../law/refusal-articles.ts";
import { REQUEST_KINDS } from "../law/requests.ts";
import { MAIL_LANGUAGES } from "./languages.ts";
import { DELAY_REASONS, TEMPLATE_NAMES, templateRules, variablesOf, isTemplate } from "./templates.ts";

/** The letters of the languages that are not written in Latin ones. */
const LETTERS: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  bg: /\p{Script=Cyrillic}/u,
  el: /\p{Script=Greek}/u,
  he: /\p{Script=Hebrew}/u,
  ja: /\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Han}/u,
  ko: /\p{Script=Hangul}/u,
  uk: /\p{Script=Cyrillic}/u,
  "zh-CN": /\p{Script=Han}/u,
  "zh-TW": /\p{Script=Han}/u,
};

interface File {
  language: string;
  words?: Record<string, string>;
  kinds?: Record<string, string>;
  delays?: Record<string, string>;
  grounds?: Record<string, string>;
  mails: Record<string, { subject: string; text: string[] }>;
}

function filesIn(folder: string): Map<string, File> {
  const paths = globSync(`app/mail/${folder}/*.json`);
  return new Map(paths.map((path) => [basename(path, ".json"), JSON.parse(readFileSync(path, "utf8")) as File]));
}

const persons = filesIn("texts");
const business = filesIn("business-texts");
const locales = globSync("extensions/consent-banner/locales/*.json")
  .map((path) => basename(path).replace(/(\.default)?(\.schema)?\.json$/, ""))
  .filter((name, at, all) => all.indexOf(name) === at);

/** Every text of a file by its place, in the order of the file. */
function flat(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as object).flatMap(([key, part]) => flat(part, `${path}/${key}`));
}
/** The variables and conditions of a text, in the order of their names: a language may turn a sentence around. */
const marks = (text: string) => (text.match(/\{\{ \w+ \}\}|\{% (?:if \w+|else|endif) %\}/g) ?? []).sort();
/** What is written at the end of a button's paragraph. */
const button = (text: string) => /^\[[^\]]+\]\((\{\{ \w+ \}\})\)$/.exec(text)?.[1];
const isSentence = (text: string) => text.length > 24 && /\s/.test(text.replace(/\{[^}]+\}+/g, ""));

it("shoppers are written to in every language of the banner", () => {
  expect([...persons.keys()].sort()).toEqual([...MAIL_LANGUAGES].sort());
  expect([...persons.keys()].sort()).toEqual(locales.sort());
  for (const [name, { language }] of [...persons, ...business]) expect(language).toBe(name);
});

it("each mail has its texts, and its texts belong to a mail", () => {
  const named = (files: Map<string, File>) => Object.keys(files.get("en")?.mails ?? {});
  expect([...named(persons), ...named(business)].sort()).toEqual([...TEMPLATE_NAMES].sort());
  for (const name of named(business)) expect(isTemplate(name) && templateRules(name).to).not.toBe("person");
  expect(Object.keys(persons.get("en")?.kinds ?? {})).toEqual([...REQUEST_KINDS]);
  expect(Object.keys(persons.get("en")?.grounds ?? {})).toEqual([...GROUND_IDS]);
  expect(Object.keys(persons.get("en")?.delays ?? {})).toEqual([...DELAY_REASONS]);
});

for (const files of [persons, business]) {
  const english = new Map(flat(files.get("en")));
  describe.each([...files])("%s", (_language, file) => {
    const texts = flat(file);

    it("has the places of English, with the same variables, conditions and buttons", () => {
      expect(texts.map(([place]) => place)).toEqual([...english.keys()]);
      for (const [place, text] of texts) {
        expect([place, marks(text)]).toEqual([place, marks(english.get(place) ?? "")]);
        expect([place, button(text)]).toEqual([place, button(english.get(place) ?? "")]);
        expect([place, text]).toEqual([place, text.trim().replace(/ {2,}/g, " ")]);
        expect(text.replace(/\{\{ \w+ \}\}|\{% (?:if \w+|else|endif) %\}/g, "")).not.toMatch(/[{}<>&]/);
      }
    });

    it("uses only variables that the mail has, and shows those that it must", () => {
      for (const [name, { subject, text }] of Object.entries(file.mails)) {
        if (!isTemplate(name)) throw new Error(`there is no mail ${name}`);
        const used = [subject, ...text].join("\n").match(/(?<=\{\{ |\{% if )\w+/g) ?? [];
        expect(used.filter((one) => !Object.hasOwn(variablesOf(name), one))).toEqual([]);
        for (const variable of templateRules(name).shows) expect(text.join("\n")).toContain(`{{ ${variable} }}`);
        expect(subject.length).toBeLessThanOrEqual(110);
      }
    });

    it("does not shout", () => {
      expect(texts.filter(([, text]) => /[!！¡]/.test(text))).toEqual([]);
    });
  });

  it.each([...files])("%s is written in its own letters", (language, file) => {
    const letters = LETTERS[language] ?? /\p{Script=Latin}/u;
    const words = flat(file).map(([, text]) => text.replace(/\{\{ \w+ \}\}|\{%[^%]*%\}/g, ""));
    expect(words.filter((text) => /\p{L}/u.test(text) && text !== language && !letters.test(text))).toEqual([]);
  });

  describe.each([...files].filter(([language]) => language !== "en"))("%s is translated:", (language, file) => {
    it("no sentence of it is English, or another language's", () => {
      const own = flat(file).filter(([, text]) => isSentence(text));
      for (const [other, theirs] of files) {
        if (other === language) continue;
        const same = new Map(flat(theirs));
        const copied = own.filter(([place, text]) => same.get(place) === text && button(text) === undefined);
        expect([other, copied.length <= (other === "en" ? 0 : own.length / 6)]).toEqual([other, true]);
      }
    });
  });
}

it.each(MEASURED)("mails in %s are as easy to read as a plain letter", (language) => {
  const mails = Object.values(persons.get(language)?.mails ?? {}).flatMap(({ text }) => text);
  const plain = mails.map((text) => text.replace(/\{%[^%]*%\}|[[\]()]/g, " ").replace(/\{\{ \w+ \}\}/g, "x"));
  expect(readingEase(language, plain)).toBeGreaterThanOrEqual({ en: 70, de: 60, fr: 60, es: 65 }[language]);
});
