import { describe, expect, it } from "vitest";
import { REGIMES } from "./document/regimes.ts";
import { placesIn, sayPolicy } from "./document/say.ts";
import { jeweller, PLACES } from "./document/test-register.ts";
import { policyText } from "./document/to-text.ts";
import type { TextKey } from "./document/words.ts";
import { writePolicy } from "./document/write-policy.ts";
import { POLICY_TEXTS, policyLanguage } from "./texts.ts";

const english = POLICY_TEXTS["en"];
if (!english) throw new Error("no English texts");
const KEYS = Object.keys(english) as TextKey[];
const whole = writePolicy({ register: jeweller(), regimes: REGIMES, places: PLACES });

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

  it("make a policy in which no sentence ends twice, also after a day that ends with a full stop", () => {
    expect(
      policyText(sayPolicy(whole, { language, texts })).match(/.{0,30}(?:\.\.|。。|\.。|：。).{0,9}/gu),
    ).toBeNull();
  });
});

it("a language of a store finds its texts by its first part, and none where there are none", () => {
  expect(["de-AT", "en", "ar-EG", "eo"].map(policyLanguage)).toEqual(["de", "en", "ar", undefined]);
});
