import { expect, it } from "vitest";
import { wordsShown } from "./shown.ts";

const layer = (name: string) => ({ title: `${name} title`, text: `${name} text` });
const banner = { ...layer("banner"), title_question: "question title", text_question: "question text" };
const centre = { ...layer("centre"), text_opt_out: "centre without a question" };
const texts = JSON.stringify({ banner, notice: layer("notice"), centre });
const record = { source: "banner", form: "consent", variant: "", language: "en", model: "opt-in" } as const;
const textOf = (changes: Partial<Parameters<typeof wordsShown>[1]>, of: string | null = texts) =>
  wordsShown({ texts: of, settings: null }, { ...record, ...changes })?.text;

it("what a shopper read is the layer that they answered, in its wording", () => {
  expect(wordsShown({ texts, settings: null }, record)).toEqual({ ...layer("banner"), language: "en" });
  expect(textOf({ variant: "question" })).toBe("question text");
  expect(textOf({ form: "opt-out", model: "opt-out" })).toBe("notice text");
  expect(textOf({ source: "preferences" })).toBe("centre text");
  expect(textOf({ source: "preferences", model: "opt-out", form: "opt-out" })).toBe("centre without a question");
});

it("nothing is claimed where nothing of ours was read, or where it is not kept", () => {
  expect(textOf({ source: "signal" })).toBeUndefined();
  expect(textOf({ source: "elsewhere" })).toBeUndefined();
  expect(textOf({}, null)).toBeUndefined();
  expect(textOf({}, "{}")).toBeUndefined();
});
