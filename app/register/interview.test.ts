import { describe, expect, it } from "vitest";
import { diffRegisters } from "./change-facts.ts";
import type { Register } from "./facts.ts";
import { applyAnswer, readAnswers } from "./interview-answers.ts";
import { QUESTION_TEXTS } from "./interview-questions.ts";
import { nextQuestion, QUESTIONS, type Answers, type QuestionId } from "./interview.ts";
import { presetRegister } from "./preset-register.ts";

/** An answer to each question that says something. */
const ANSWERS: Readonly<Record<QuestionId, Answers>> = {
  store: { legalName: ["Ring GmbH"], tradingName: ["Ring"], country: ["DE"] },
  contact: { email: ["privacy@ring.example"], post: ["Ringweg 1\n10115 Berlin"] },
  officer: { officer: ["Ada Ring"], officerEmail: ["ada@ring.example"], isDpo: ["no"] },
  markets: { countries: ["DE", "AT"] },
  establishments: { eea: ["yes"], uk: ["no"] },
  representatives: { euName: [], euAddress: [], ukName: ["Rep Ltd"], ukAddress: ["1 Way, London"] },
  ads: { targeted: ["yes"], sells: ["no"] },
  marketing: { channels: ["email-marketing"] },
  extras: { purposes: ["reviews", "loyalty"] },
  fraud: { decides: ["program"], review: ["yes"] },
  age: { minimumAge: ["18"], children: ["no"] },
  sensitive: { elements: ["date-of-birth", "photo"] },
  california: { threshold: ["no"], tenMillion: ["no"] },
  "do-not-track": { response: ["everywhere"] },
  keeping: { orderYears: ["8"], profileMonths: ["24"], visitMonths: ["13"] },
};
const material = (before: Register, after: Register) =>
  diffRegisters(before, after).filter(({ isMaterial }) => isMaterial);

describe("the interview", () => {
  it("asks at most 15 questions, each with its reason, in words that need no lawyer", () => {
    expect(QUESTIONS.length).toBeLessThanOrEqual(15);
    for (const question of QUESTIONS) {
      const { asks, why, fields } = QUESTION_TEXTS[question];
      expect(asks).toMatch(/\?$/);
      expect(why.length, question).toBeGreaterThan(40);
      expect(fields.length).toBeGreaterThan(0);
      expect(`${asks} ${why}`).not.toMatch(/controller|processor|data subject|art\.|pursuant/i);
      expect(Object.keys(readAnswers(presetRegister(), question)).sort()).toEqual(
        fields.map(({ name }) => name).sort(),
      );
    }
  });

  it.each(QUESTIONS)(
    "keeps the answer to “%s” so that it is read again as it was given, and said twice changes nothing",
    (question) => {
      const answered = applyAnswer(presetRegister(), question, ANSWERS[question]);
      expect(material(presetRegister(), answered).length).toBeGreaterThan(0);
      expect(readAnswers(answered, question)).toEqual(ANSWERS[question]);
      expect(diffRegisters(answered, applyAnswer(answered, question, ANSWERS[question]))).toEqual([]);
      for (const { after } of diffRegisters(presetRegister(), answered))
        if (after && after.status !== "preset")
          expect(after).toMatchObject({ status: "confirmed", origin: "interview", ref: question });
    },
  );

  it("takes back what an earlier answer said", () => {
    const yes = applyAnswer(applyAnswer(presetRegister(), "sensitive", ANSWERS.sensitive), "extras", ANSWERS.extras);
    const no = applyAnswer(applyAnswer(yes, "sensitive", { elements: [] }), "extras", { purposes: [] });
    expect(readAnswers(no, "sensitive")).toEqual({ elements: [] });
    expect(no.purposes.some(({ elements }) => elements.includes("photo"))).toBe(false);
    expect(readAnswers(no, "extras")).toEqual({ purposes: [] });
    const nobody = applyAnswer(applyAnswer(yes, "officer", ANSWERS.officer), "officer", {});
    expect(nobody.contacts).toEqual([]);
  });

  it("goes on where it was left, and leaves out what was skipped", () => {
    expect(nextQuestion(new Map())).toBe("store");
    expect(
      nextQuestion(
        new Map([
          ["store", "answered"],
          ["contact", "skipped"],
        ]),
      ),
    ).toBe("officer");
    expect(nextQuestion(new Map(QUESTIONS.map((question) => [question, "skipped"])))).toBeNull();
  });

  it("says what the banner must do where the answer is about it", () => {
    expect(applyAnswer(presetRegister(), "do-not-track", { response: ["everywhere"] }).banner.honoursNoTrack).toBe(
      true,
    );
  });
});
