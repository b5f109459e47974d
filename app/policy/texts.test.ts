import { describe, expect, it } from "vitest";
import { placesIn } from "./document/say.ts";
import type { TextKey } from "./document/words.ts";
import { POLICY_TEXTS, policyLanguage } from "./texts.ts";

const english = POLICY_TEXTS["en"];
if (!english) throw new Error("no English texts");
const KEYS = Object.keys(english) as TextKey[];

describe.each(Object.entries(POLICY_TEXTS))("the texts in %s", (language, texts) => {
  it("are as many, under the same names", () => {
    expect(Object.keys(texts).sort()).toEqual([...KEYS].sort());
    expect(texts.language).toBe(language);
  });

  it("have the same places for values as in English, and are never empty", () => {
    for (const key of KEYS) {
      expect(placesIn(texts, key).sort(), key).toEqual(placesIn(english, key).sort());
      expect(texts[key].trim(), key).not.toBe("");
    }
  });
});

it("a language of a store finds its texts by its first part, and none where there are none", () => {
  expect(["de-AT", "en", "ar-EG", "eo"].map(policyLanguage)).toEqual(["de", "en", "ar", undefined]);
});
