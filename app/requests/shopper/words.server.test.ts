import { expect, it } from "vitest";
import { MAIL_LANGUAGES } from "../../mail/languages.ts";
import { wordsIn } from "./words.server.ts";

const english = wordsIn("en").words;
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

it.each(MAIL_LANGUAGES)(
  "the form says everything in %s, with what is filled in, and nothing in English",
  (language) => {
    const { words } = wordsIn(language);
    expect(Object.keys(words)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(english)) {
      const said = words[key as keyof typeof words];
      expect([key, holes(said)]).toEqual([key, holes(text)]);
      expect(said).not.toMatch(/["<>]/);
      // a word may be the same in both, a sentence may not
      if (language !== "en" && text.includes(" ")) expect(said).not.toBe(text);
    }
  },
);
