import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkWording } from "./check-wording.server.ts";
import { exampleFacts } from "./example-facts.ts";
import { MAIL_LANGUAGES, type MailLanguage } from "./languages.ts";
import { LONGEST_TEXT, neutralise } from "./neutralise.ts";
import { renderMail } from "./render-mail.server.ts";
import { TEMPLATE_NAMES, templateRules, variablesOf, type MailTemplate } from "./templates.ts";
import { languagesOf, standardWording } from "./texts.server.ts";
import type { FactValue } from "./write-value.ts";

const now = new Date("2026-11-25T12:00:00Z");

interface How {
  language?: MailLanguage;
  store?: string;
  isFull?: boolean;
  facts?: Readonly<Record<string, FactValue>>;
}

/** A mail with its standard wording and the example's facts, unless others are given. */
function render(template: MailTemplate, { language = "en", store = "Rosewood", isFull = true, facts }: How = {}) {
  const all: Readonly<Record<string, FactValue>> = facts ?? { ...exampleFacts(now)[template] };
  const { needs } = templateRules(template);
  return renderMail({
    ...{ template, language, store, timeZone: "Europe/Berlin", reference: "7F3A-91C2", canReply: isFull },
    wording: standardWording(template, language),
    facts: isFull ? all : Object.fromEntries(Object.entries(all).filter(([name]) => name in needs)),
  });
}

test("every standard wording of every language fits its mail, bare and with all its parts", () => {
  for (const template of TEMPLATE_NAMES)
    for (const language of languagesOf(template))
      for (const isFull of [true, false]) {
        const { subject, text, html } = render(template, { language, isFull });
        for (const form of [subject, text, html])
          expect(form).not.toMatch(/\{\{|\{%|[\ue000-\uf8ff]|undefined|\bnull\b/);
        expect(html).toContain(`<html lang="${language}" dir="${["ar", "he"].includes(language) ? "rtl" : "ltr"}">`);
        expect(html).not.toMatch(/<img|<script|src=|url\(/);
        expect(text).not.toMatch(/<[a-z/]/i);
      }
});

describe("a wording is refused, with what to mend,", () => {
  const refused = (body: string, subject = "S") => {
    const read = checkWording("received", { subject, body });
    return Array.isArray(read) ? read.map(({ field, message }) => `${field}: ${message}`).join("\n") : "allowed";
  };
  const REST = " {{ kind }} {{ deadline }}";

  test.each([
    ["an unknown variable", `{{ password }}${REST}`, "“password” is not known in this mail. These are: {{ store }}"],
    ["a loop", `{% for i in (1..1000000) %}x{% endfor %}${REST}`, "“{% for %}” cannot be used here"],
    ["an include", `{% include 'x' %}${REST}`, "“{% include %}” cannot be used here"],
    ["a render", `{% render 'x' %}${REST}`, "“{% render %}” cannot be used here"],
    ["a layout", `{% layout 'x' %}${REST}`, "“{% layout %}” cannot be used here"],
    ["an assignment", `{% assign kind = 'x' %}${REST}`, "“{% assign %}” cannot be used here"],
    ["a raw part", `{% raw %}{{ x }}{% endraw %}${REST}`, "“{% raw %}” cannot be used here"],
    ["a filter", `{{ kind | append: kind }}${REST}`, "“| append” cannot be used here"],
    ["a property", `{{ kind.constructor }}${REST}`, "Between {{ }} stands one variable"],
    ["an index", `{{ kind['constructor'] }}${REST}`, "Between {{ }} stands one variable"],
    ["a prototype", `{{ __proto__ }}${REST}`, "Between {{ }} stands one variable"],
    [
      "a calculation in a condition",
      `{% if kind == 'access' %}x{% endif %}${REST}`,
      "Between {{ }} stands one variable",
    ],
    ["a range", `{{ (1..9999999) }}${REST}`, "Between {{ }} stands one variable"],
    ["a text in quotes", `{{ 'x' }}${REST}`, "Between {{ }} stands one variable"],
    ["something unclosed", `{{ kind ${REST}`, "Candor cannot read what stands between"],
    ["an open condition", `{% if link %}x${REST}`, "Something that was opened with {{ or {% is not closed"],
    ["a missing variable", "{{ kind }}", "The text must show {{ deadline }}"],
    [
      "a variable that is only asked for",
      "{{ kind }} {% if deadline %}x{% endif %}",
      "The text must show {{ deadline }}",
    ],
    ["a text that is too long", `${"x".repeat(10_001)}${REST}`, "The text is too long: at most 10,000 characters."],
    ["a mark that turns the direction", `a\u202eb${REST}`, "The text holds characters that nobody sees"],
    ["a private sign", `a\ue100b${REST}`, "The text holds characters that nobody sees"],
    ["nothing", "  ", "Write a text."],
  ])("for %s", (_what, body, message) => {
    const said = refused(body);
    expect(said).toContain(`body: ${message}`);
    expect(said).not.toMatch(/file:|col:|Error|undefined/);
  });

  test("for a subject of two lines, without words, too long, or with tags inside", () => {
    expect(refused(REST, "A\r\nBcc: x@example.com")).toContain("subject: A subject is one line.");
    expect(refused(REST, " ")).toContain("subject: Write a subject.");
    expect(refused(REST, "x".repeat(151))).toContain("subject: The subject is too long");
    expect(refused(REST, "{% for %}")).toContain("subject: “{% for %}” cannot be used");
  });
});

describe("what people typed", () => {
  const EVIL =
    "{{ 7*7 }} {% raw %} <b onclick=x>Anna</b>\r\nBcc: spy@example.com \u202egnp.exe\u2066 [x](https://evil.example)";
  const PLAIN = "{{ 7*7 }} {% raw %} <b onclick=x>Anna</b> Bcc: spy@example.com gnp.exe [x](https://evil.example)";
  const facts = { kind: "access", ground: "excessive", explanation: `${EVIL}\n\n- {{ store }}`, authority: EVIL };

  test("is printed as it is: no template, no HTML, no button, no turned direction", () => {
    const { text, html, subject } = render("refused", { store: EVIL, facts });
    expect(text.split(PLAIN)).toHaveLength(5);
    expect(text).toContain("> - {{ store }}");
    expect(html).toContain("{{ 7*7 }} {% raw %} &lt;b onclick=x&gt;Anna&lt;/b&gt;");
    expect(html).not.toMatch(/<b onclick|href="https:\/\/evil|>49/);
    expect(`${text}${html}${subject}`).not.toMatch(/[\u202a-\u202e\u2066]/);
  });

  test("is kept apart in a mail of the other direction", () => {
    const { text, html } = render("refused", { language: "ar", store: EVIL, facts });
    expect(html).toMatch(/<bdi>[^<]*&lt;b onclick/);
    expect(text).toContain(`\u2068${PLAIN}\u2069`);
    expect(render("refused", { store: "متجر الورد", facts }).text).toContain("\u2068متجر الورد\u2069");
  });

  test("is cut where it is too long, and never makes a subject of two lines", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (typed) => {
        const { subject, html } = render("staff-new-request", { store: typed || "x" });
        expect(subject).not.toMatch(/[\p{Cc}\p{Co}\p{Cs}\u2028\u2029]/u);
        expect(html).not.toMatch(/[\ue000-\uf8ff]/);
        expect(Array.from(neutralise(typed)).length).toBeLessThanOrEqual(LONGEST_TEXT);
        expect(neutralise(neutralise(typed))).toBe(neutralise(typed));
      }),
    );
  });

  test("cannot stand in a mail to somebody whose mailbox is not proven", () => {
    const ours = ["kind", "link", "date", "time"];
    for (const template of ["verify", "verify-reminder", "open-package", "asked-for-you"] as const)
      for (const [name, type] of Object.entries(variablesOf(template)))
        expect([name, ["store", "reference"].includes(name) || ours.includes(type)]).toEqual([name, true]);
  });
});

test("mails are written in the banner's languages, or at least in English", () => {
  for (const language of MAIL_LANGUAGES) expect(standardWording("verify", language).body).toContain("{{ link }}");
});
