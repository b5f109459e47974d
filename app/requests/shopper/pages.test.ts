import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAIL_LANGUAGES } from "../../mail/languages.ts";
import { entrancePage } from "./entrance-page.ts";
import { formPage, type FormView } from "./form-page.ts";
import { guessHome } from "./guess-home.ts";
import { offeredKinds } from "./offered-kinds.ts";
import { noticePage, takenInPage, verifyPage } from "./plain-pages.ts";
import { acceptedTags } from "../../storefront-page/accepted-tags.ts";
import { readerLanguage } from "./reader-language.ts";
import type { Reader } from "./reader.ts";
import { EMPTY_FORM } from "./read-form.ts";
import { say, sayDay } from "./say.ts";
import { sniffMedia } from "./sniff-media.ts";
import { stateWord, statusPage, type RequestState } from "./status-page.ts";
import { wordsIn } from "./words.server.ts";

const NOW = new Date("2026-12-24T12:00:00Z");
const reader = (language: Reader["language"] = "en", store = "Rosewood"): Reader => ({
  ...wordsIn(readerLanguage([language])),
  ...{ store, timeZone: "UTC", path: "/apps/privacy" },
});
const view = (changes: Partial<FormView> = {}): FormView => ({
  ...{ typed: EMPTY_FORM, problems: [], offered: offeredKinds("", NOW), token: null },
  ...changes,
});
const state = (changes: Partial<RequestState> = {}): RequestState => ({
  ...{ kind: "access", status: "open", outcome: null, waitsFor: null, receivedAt: NOW, deadline: NOW, closedAt: null },
  ...{ systems: [], packagePath: null, appealPath: null, token: null },
  ...changes,
});

describe("the form's page", () => {
  test("has the words that a shopper looks for, each field with its label", () => {
    const page = formPage(reader(), view());
    for (const label of ["Email", "What would you like?", "Get a copy of my data", "Delete my data", "Correct my data"])
      expect(page).toContain(`>${label}<`);
    expect(page).toContain(">Do not sell or share my data<");
    expect(page).toMatch(/<button class="act" name="act" value="send">Send request<\/button>/);
    const fields = [...page.matchAll(/<(?:input|select|textarea) id="(\w+)"/g)].map(([, id]) => id);
    for (const id of fields) expect(page).toContain(`for="${id ?? ""}"`);
    expect(fields.length).toBeGreaterThan(9);
  });

  test("sends with the Enter key, and not the button that shows another law", () => {
    expect(/<button[^>]*value="(\w+)"/.exec(formPage(reader(), view()))?.[1]).toBe("send");
  });

  test("says what is missing above and beside the field, and marks the field", () => {
    const page = formPage(reader(), view({ problems: ["email", "file"] }));
    expect(page).toContain('<a href="#email">Write a mail address such as name@example.com.</a>');
    expect(page).toContain('<a href="#proof">');
    expect(page).toMatch(/id="email"[^>]*aria-describedby="email-problem email-help" aria-invalid="true"/);
    expect(page).toMatch(/id="proof"[^>]*aria-invalid="true"/);
  });

  test("shows whatever was typed as text, however nasty", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const typed = { ...EMPTY_FORM, email: text, message: `<${text}`, name: `"${text}`, value: `'>${text}<script>` };
        const page = formPage(reader("en", `<b>${text}`), view({ typed }));
        expect(page).not.toContain("<script");
        expect(page.match(/<b>/g)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });
});

describe("every page", () => {
  const pages = (one: Reader) => [
    formPage(one, view({ problems: ["email", "kind", "person", "proof", "file", "value"] })),
    entrancePage(one, { offered: offeredKinds("DE", NOW), contactEmail: "hello@example.com" }),
    noticePage(one, "sent"),
    noticePage(one, "dead"),
    verifyPage(one, "delete", "/apps/privacy/verify/x"),
    takenInPage(one, { kind: "access", due: NOW, isLookedAt: true, statusPath: "/x" }),
    statusPage(one, [state({ packagePath: "/p", appealPath: "/a", systems: [{ name: "Shopify", status: "done" }] })]),
  ];

  test.each(MAIL_LANGUAGES)("speaks %s: no mark is left, no script, no address of elsewhere", (language) => {
    for (const page of pages(reader(language))) {
      expect(page).not.toMatch(/\{\w+\}[^}]*<\/(p|h1|li|title|label|button)>/);
      expect(page).not.toMatch(/undefined|<script|src=|https?:\/\//);
      expect(page).toMatch(/^<!doctype html>\n<html lang="[\w-]+" dir="(ltr|rtl)">/);
      expect(page.match(/<h1>/g)).toHaveLength(1);
    }
  });

  test("of a language that is written from right to left is laid out so", () => {
    expect(formPage(reader("ar"), view())).toContain('<html lang="ar" dir="rtl">');
  });
});

test("a value in a sentence is set apart from it, so that its script does not turn the sentence", () => {
  expect(say("Tell {store} & us", { store: "<متجر>" })).toBe("Tell <bdi>&lt;متجر&gt;</bdi> &amp; us");
});

test("a day is the one in the store's time zone, with the digits of the rest of the page", () => {
  expect(sayDay(new Date("2026-12-31T23:30:00Z"), "en", "Europe/Berlin")).toBe("January 1, 2027");
  expect(sayDay(NOW, "ar", "UTC")).toContain("2026");
});

test.each([
  [{ status: "unverified", waitsFor: "mailbox" }, "s_unverified"],
  [{ status: "unverified", waitsFor: "identity" }, "s_identity"],
  [{ status: "open", waitsFor: null }, "s_open"],
  [{ status: "open", waitsFor: "clarification" }, "s_question"],
  [{ status: "on-hold" }, "s_hold"],
  [{ status: "done", outcome: "package-ready" }, "s_done"],
  [{ status: "done", outcome: "partial" }, "s_partial"],
  [{ status: "done", outcome: "nothing-found" }, "s_nothing"],
  [{ status: "refused", outcome: "refused" }, "s_refused"],
  [{ status: "expired", outcome: "never-verified" }, "s_expired"],
] as const)("a request that is %o is told as %s", (changes, word) => {
  expect(stateWord(state(changes))).toBe(word);
});

test.each([
  ["de-AT,de;q=0.9,en;q=0.8", "de", "AT"],
  ["en;q=0.1, fr-CA", "fr", "CA"],
  ["xx, pt-BR;q=0.5", "pt-BR", "BR"],
  ["zh-Hant-TW", "zh-TW", "TW"],
  ["*", "en", ""],
  ["en-XQ", "en", ""],
  ["", "en", ""],
])("a browser that asks for %s reads %s and may live in '%s'", (header, language, home) => {
  expect(readerLanguage(acceptedTags(header))).toBe(language);
  expect(guessHome(null, acceptedTags(header))).toBe(home);
});

test("the market that somebody shops in goes before the languages of their browser", () => {
  expect(guessHome("ch", ["de-DE"])).toBe("CH");
  expect(guessHome("nowhere", ["de-DE"])).toBe("DE");
});

test.each([
  ["%PDF-1.7", "application/pdf"],
  ["\u0089PNG\r\n\u001a\n", "image/png"],
  ["\u00ff\u00d8\u00ff\u00e0", "image/jpeg"],
  ["<svg onload=alert(1)>", undefined],
  ["GIF89a", undefined],
  ["MZ", undefined],
  [" %PDF-1.7", undefined],
  ["", undefined],
])("a file that begins with %j is %s, whatever it is called", (text, type) => {
  expect(sniffMedia(Buffer.from(text, "latin1"))?.type).toBe(type);
});
