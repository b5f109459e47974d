import { expect, it } from "vitest";
import { POLICY_TEXTS } from "../texts.ts";
import { joinSentences } from "./join-sentences.ts";
import { REGIMES } from "./regimes.ts";
import { sayPolicy } from "./say.ts";
import { jeweller, PLACES } from "./test-register.ts";
import { policyHtml } from "./to-html.ts";
import { policyText } from "./to-text.ts";
import { writePolicy } from "./write-policy.ts";

it("sentences are parted by a space where the language writes one", () => {
  expect(joinSentences(["One.", "Two?", "Three."])).toBe("One. Two? Three.");
  expect(joinSentences(["一つ。", "二つ。"])).toBe("一つ。二つ。");
  expect(joinSentences([])).toBe("");
});

it.each(["ja", "zh-CN", "zh-TW"])("no policy in %s has a space after a full stop", (language) => {
  const texts = POLICY_TEXTS[language] ?? expect.fail("no texts");
  const said = sayPolicy(writePolicy({ register: jeweller(), regimes: REGIMES, places: PLACES }), { language, texts });
  for (const shown of [policyText(said), policyHtml(said)]) {
    expect(shown).toMatch(/。\S/u);
    expect(shown).not.toContain("。 ");
  }
});
