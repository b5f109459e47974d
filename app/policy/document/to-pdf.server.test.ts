import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { textOfPdf } from "../../package/test-pdf.ts";
import { hasPdf } from "./pdf-languages.ts";
import { REGIMES } from "./regimes.ts";
import { sayPolicy } from "./say.ts";
import { jeweller, PLACES } from "./test-register.ts";
import { policyPdf } from "./to-pdf.server.ts";
import type { Texts } from "./words.ts";
import { writePolicy } from "./write-policy.ts";

const MADE = new Date("2026-11-27T00:00:00Z");
const document = writePolicy({ register: jeweller(6), regimes: REGIMES, places: PLACES });
const languages = globSync("app/policy/texts/*.json").map((file) => JSON.parse(readFileSync(file, "utf8")) as Texts);
const pdf = (texts: Texts) => policyPdf(sayPolicy(document, { language: texts.language, texts }), MADE);

test("a policy is a tagged PDF with the same bytes each time, in the languages whose letters the font has", async () => {
  const can = languages.filter(({ language }) => hasPdf(language));
  expect(can.length).toBeGreaterThan(25);
  for (const texts of can.filter(({ language }) => ["en", "de", "el", "bg", "pl", "tr"].includes(language))) {
    const file = await pdf(texts);
    expect(file.subarray(0, 5).toString()).toBe("%PDF-");
    expect(file.toString("latin1")).toContain("/MarkInfo");
    expect((await pdf(texts)).equals(file)).toBe(true);
  }
});

test("in a language that it cannot write it says so, rather than leaving boxes", async () => {
  const arabic = languages.find(({ language }) => language === "ar") ?? expect.fail("no Arabic texts");
  await expect(pdf(arabic)).rejects.toThrow("no PDF is made in ar");
});

test("every word can be copied out of it, in Greek as in English", async () => {
  for (const texts of languages.filter(({ language }) => ["en", "el", "pl"].includes(language))) {
    const said = sayPolicy(document, { language: texts.language, texts });
    const read = textOfPdf(await policyPdf(said, MADE));
    const words = [said.title, ...said.sections.map(({ title }) => title)].flatMap((title) => title.split(" "));
    for (const word of words) expect(read).toContain(word);
    expect(read).toContain("Rosewood Jewellery LLC");
  }
});
