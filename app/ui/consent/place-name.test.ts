import { expect, test } from "vitest";
import { consentRule } from "../../law/consent-rules.ts";
import { languageName, placeName } from "./place-name.ts";

test.each([
  ["DE", "Germany"],
  ["US-CA", "California, United States"],
  ["CA-QC", "Québec, Canada"],
  ["FR-IDF", "IDF, France"],
  [null, "Unknown place"],
  ["", "Unknown place"],
])("the place %s is called %s", (region, name) => {
  expect(placeName(region)).toBe(name);
});

test("every state with a rule of its own has a name", () => {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
  const states = letters.flatMap((one) => letters.map((other) => `US-${one}${other}`));
  const withLaw = states.filter((state) => consentRule(state).model === "opt-out");
  expect(withLaw.length).toBeGreaterThan(10);
  for (const state of withLaw) expect(placeName(state)).not.toBe(`${state.slice(3)}, United States`);
});

test.each([
  ["de", "German"],
  ["pt-BR", "Brazilian Portuguese"],
  ["", "Unknown language"],
  ["not a tag!", "not a tag!"],
])("the language %s is called %s", (tag, name) => {
  expect(languageName(tag)).toBe(name);
});
