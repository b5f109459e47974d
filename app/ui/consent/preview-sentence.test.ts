import { expect, test } from "vitest";
import { previewSentence } from "./preview-sentence.ts";

const terms = { policy: 1, changes: [], offered: 15, honoursNoTrack: false, forMinors: false };
const from = (region: string, signal = false) => previewSentence({ region, signal }, terms, 1.8e12);

test("a German first visit is asked, and nothing runs before", () => {
  expect(from("DE")).toBe("Germany: The banner asks. Before an answer nothing else runs.");
});

test("an unknown place is treated as the strictest", () => {
  expect(from("")).toBe("Unknown place: The banner asks. Before an answer nothing else runs.");
});

test("a Californian is told of the right, and with the signal that it is honoured", () => {
  expect(from("US-CA")).toBe(
    "California, United States: A notice tells of the right to say no. Before an answer this may run: Preferences, Statistics, Marketing, Sale and sharing.",
  );
  expect(from("US-CA", true)).toMatch(/Preferences, Statistics, Marketing\. The shopper is told/);
});

test("where telling is enough nothing is shown", () => {
  expect(from("JP")).toMatch(/^Japan: Nothing is shown\./);
});
