import { describe, expect, it } from "vitest";
import { filesIn, readExtension, textsOf } from "./read-extension.ts";
import { MEASURED, readingEase } from "./reading-ease.ts";

const ENGLISH = "en.default";
const UNION = "bg cs da de el es et fi fr ga hr hu it lt lv mt nl pl pt-PT ro sk sl sv".split(" ");
const BEYOND = "nb is tr uk he ar ja ko zh-CN zh-TW pt-BR".split(" ");

/** How each language quotes; the rest with “…”. */
const QUOTES: Readonly<Record<string, string>> = {
  ...each("„“", "bg cs de is lt sk sl"),
  ...each("„”", "et hr hu lv pl ro"),
  ...each("””", "fi sv"),
  ...each("«»", "ar el es fr it nb pt-PT uk"),
  ...each("「」", "ja zh-TW"),
  da: "»«",
  he: "״״",
  ko: "‘’",
};
function each(marks: string, languages: string): Record<string, string> {
  return Object.fromEntries(languages.split(" ").map((language) => [language, marks]));
}

/** The letters of the languages that are not written in Latin ones. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  bg: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  el: /\p{Script=Greek}/u,
  he: /\p{Script=Hebrew}/u,
  ar: /\p{Script=Arabic}/u,
  ja: /\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Han}/u,
  ko: /\p{Script=Hangul}/u,
  "zh-CN": /\p{Script=Han}/u,
  "zh-TW": /\p{Script=Han}/u,
};

const locales = new Map(
  filesIn(readExtension("extensions/consent-banner"), "locales")
    .filter(([path]) => !path.endsWith(".schema.json"))
    .map(([path, text]) => [path.replace(/^locales\/|\.json$/g, ""), textsOf(text)]),
);
const english = locales.get(ENGLISH) ?? new Map<string, string>();
const translated = [...locales].filter(([language]) => language !== ENGLISH);
/**
 * {date}: one brace, so that Liquid's t leaves it alone (two braces are its own, and would need a value there). Liquid
 * fills it in with `| replace: "{date}", date`, a script with replace().
 */
const placeholders = (text = "") => (text.match(/\{\w+\}/g) ?? []).sort();
const isSentence = (text: string) => /\s/.test(text) && text.length > 12;

it("there is a file for every official language of the Union, and for eleven more", () => {
  expect([...locales.keys()].sort()).toEqual([ENGLISH, ...UNION, ...BEYOND].sort());
  expect(UNION).toHaveLength(23);
  expect(Intl.getCanonicalLocales([...UNION, ...BEYOND])).toEqual([...UNION, ...BEYOND]);
});

describe.each([...locales])("%s", (language, texts) => {
  it("has the keys and placeholders of English, in its order, and no empty text", () => {
    expect([...texts.keys()]).toEqual([...english.keys()]);
    for (const [key, text] of texts) {
      expect([key, placeholders(text)]).toEqual([key, placeholders(english.get(key))]);
      expect([key, text]).toEqual([key, text.trim().replace(/ {2,}/g, " ")]);
      expect(text).not.toBe("");
    }
  });

  // Liquid's t escapes these, a script does not: without them both show, and hash, the same text.
  it("has no sign that HTML escapes, and no mark of Liquid", () => {
    expect([...texts].filter(([, text]) => /['"&<>`]|\{\{|\{%/.test(text))).toEqual([]);
  });

  it("says no as shortly as yes, in buttons that fit, and urges nobody", () => {
    const length = (key: string) => texts.get(`banner.${key}`)?.length ?? Infinity;
    for (const button of ["accept_all", "reject_all", "manage", "save"]) expect(length(button)).toBeLessThanOrEqual(28);
    expect(length("reject_all")).toBeLessThanOrEqual(length("accept_all") * 1.4);
    expect(length("accept_all")).toBeLessThanOrEqual(length("reject_all") * 1.4);
    expect([...texts].filter(([, text]) => /[!！¡]/.test(text))).toEqual([]);
  });

  it("asks for the same in both wordings that may be compared, and promises nothing for a yes", () => {
    const [first = "", ...rest] = (texts.get("banner.text") ?? "").split(/(?<=[.。]) ?/);
    const question = texts.get("banner.text_question") ?? "";
    expect(first).not.toBe("");
    expect(rest.filter(Boolean)).toHaveLength(2);
    for (const sentence of rest) expect(question).toContain(sentence);
    expect(question.length).toBeLessThan((texts.get("banner.text") ?? "").length * 1.2);
    expect(texts.get("banner.title_question")).toMatch(/[?？؟;]$/);
  });

  it("quotes as the language does", () => {
    const [open = "", close = ""] = QUOTES[language] ?? "“”";
    const space = language === "fr" ? "\u202f" : "";
    expect(texts.get("held.text")).toContain(`${open}${space}{purpose}${space}${close}`);
  });

  it("offers the opt-out in the same words wherever it stands", () => {
    expect(texts.get("notice.opt_out")).toBe(texts.get("links.do_not_sell"));
    expect(texts.get("choices.title")).toBe(texts.get("centre.title"));
    expect(texts.get("choices.signal_on")).toContain("Global Privacy Control");
  });
});

describe.each(translated)("%s is translated:", (language, texts) => {
  it("no sentence of it is still English", () => {
    const same = [...texts].filter(([key, text]) => text === english.get(key) && isSentence(text));
    expect(same).toEqual([]);
    expect([...texts].filter(([key, text]) => text === english.get(key)).length).toBeLessThanOrEqual(3);
  });

  it("it is written in its own letters", () => {
    const letters = SCRIPTS[language] ?? /\p{Script=Latin}/u;
    const others = [...texts].filter(([key, text]) => key !== "language" && !letters.test(text));
    expect(others).toEqual([]);
    expect(texts.get("language")).toBe(language);
  });

  it("it is no copy of another language", () => {
    const copied = translated.filter(([other, theirs]) => {
      const same = [...texts].filter(([key, text]) => isSentence(text) && theirs.get(key) === text);
      return other !== language && same.length > texts.size / 4;
    });
    expect(copied.map(([other]) => other)).toEqual([]);
  });
});

it("English names the opt-out links as California does (Civil Code §1798.135(a)(1), 11 CCR §7015(b))", () => {
  expect(english.get("links.do_not_sell")).toBe("Do Not Sell or Share My Personal Information");
  expect(english.get("links.choices")).toBe("Your Privacy Choices");
  expect(english.get("choices.opted_out")).toMatch(/^Opt-out request honored/);
});

describe("the sentences are plain", () => {
  /** The least that counts as plain; German and French words are longer for the same level. */
  const PLAIN = { en: 80, de: 60, fr: 70, es: 65 } as const;
  const LEGAL = {
    en: "The controller shall facilitate the exercise of data subject rights pursuant to applicable legislation.",
    de: "Der Verantwortliche erleichtert der betroffenen Person die Ausübung datenschutzrechtlicher Betroffenenrechte.",
    fr: "Le responsable du traitement facilite l’exercice des droits conférés conformément à la réglementation applicable.",
    es: "El responsable del tratamiento facilitará el ejercicio de los derechos conforme a la legislación aplicable.",
  } as const;

  it.each(MEASURED)("in %s, by its own formula", (language) => {
    const texts = locales.get(language === "en" ? ENGLISH : language) ?? new Map<string, string>();
    const sentences = [...texts.values()].filter((text) => /\.$/.test(text));
    expect(sentences.length).toBeGreaterThan(20);
    expect(readingEase(language, sentences)).toBeGreaterThanOrEqual(PLAIN[language]);
    expect(readingEase(language, [LEGAL[language]])).toBeLessThan(PLAIN[language] - 20);
  });
});
