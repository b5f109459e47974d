import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultsOfSchemas } from "./block-schema.ts";
import { blockedNames, brokenLimits, missingParts, strayFiles, unsafeCode } from "./extension-rules.ts";
import { plant } from "./plant.ts";
import { readExtension, type Extension } from "./read-extension.ts";
import { themeCheck } from "./theme-check.ts";

const ROOT = "extensions/consent-banner";

const RULES = {
  "a file that Shopify does not take": strayFiles,
  "a limit broken": brokenLimits,
  "a faulty schema": faultsOfSchemas,
  "a text or file missing": missingParts,
  "a name that ad blockers hide": blockedNames,
  "code that a strict policy refuses": unsafeCode,
} as const satisfies Record<string, (extension: Extension) => string[]>;

describe("the theme app extension", () => {
  it("passes Shopify's theme check", async () => {
    expect(await themeCheck(join(process.cwd(), ROOT))).toEqual([]);
  });

  it.each(Object.entries(RULES))("has not %s", (_fault, rule) => {
    expect(rule(readExtension(ROOT))).toEqual([]);
  });
});

const SCHEMA = { name: "Privacy choices", target: "section" };
const block = (schema: object, liquid = "") => `${liquid}{% schema %}${JSON.stringify(schema)}{% endschema %}`;
const setting = (fields: object) => ({
  "blocks/a.liquid": block({ ...SCHEMA, settings: [{ id: "a", label: "A", ...fields }] }),
});
const many = (count: number, file: (at: number) => string) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [file(at), file(at).startsWith("b") ? block(SCHEMA) : ""]),
  );
const liquid = (text: string) => ({ "snippets/a.liquid": text });
const english = { "locales/en.default.json": '{"banner":{"title":"You decide"}}' };

const PLANTED: [rule: keyof typeof RULES, what: string, files: Record<string, string>][] = [
  ["a file that Shopify does not take", "a folder of its own", { "lib/a.js": "" }],
  ["a file that Shopify does not take", "a script among the blocks", { "blocks/a.js": "" }],
  ["a file that Shopify does not take", "a folder in a folder", { "assets/js/a.js": "" }],
  ["a file that Shopify does not take", "sources that would be sent", { "src/gate.ts": "" }],
  ["a limit broken", "31 blocks", many(31, (at) => `blocks/b${at}.liquid`)],
  ["a limit broken", "101 locale files", many(101, (at) => `locales/l${at}.json`)],
  ["a limit broken", "a locale file of more than 15 KB", { "locales/de.json": "ä".repeat(8 * 1024) }],
  ["a limit broken", "100 KB of Liquid and a byte", liquid("x".repeat(100 * 1024 + 1))],
  ["a faulty schema", "no schema", { "blocks/a.liquid": "<p>" }],
  ["a faulty schema", "a schema that is no JSON", { "blocks/a.liquid": "{% schema %}{,}{% endschema %}" }],
  ["a faulty schema", "an unknown target", { "blocks/a.liquid": block({ ...SCHEMA, target: "footer" }) }],
  ["a faulty schema", "a misspelt field", { "blocks/a.liquid": block({ ...SCHEMA, javscript: "a.js" }) }],
  ["a faulty schema", "a long name", { "blocks/a.liquid": block({ ...SCHEMA, name: "x".repeat(26) }) }],
  ["a faulty schema", "a missing script", { "blocks/a.liquid": block({ ...SCHEMA, javascript: "a.js" }) }],
  ["a faulty schema", "a missing stylesheet", { "blocks/a.liquid": block({ ...SCHEMA, stylesheet: "a.css" }) }],
  [
    "a faulty schema",
    "a translated name that is long in one language",
    {
      "blocks/a.liquid": block({ ...SCHEMA, name: "t:n" }),
      "locales/en.default.schema.json": '{"n":"Name"}',
      "locales/de.schema.json": `{"n":"${"x".repeat(26)}"}`,
    },
  ],
  ["a faulty schema", "a key of the editor without a text", { "blocks/a.liquid": block({ ...SCHEMA, name: "t:n" }) }],
  ["a faulty schema", "an unknown type", setting({ type: "colour" })],
  ["a faulty schema", "an id that is no name", setting({ type: "text", id: "a b" })],
  ["a faulty schema", "no label", setting({ type: "text", label: "" })],
  ["a faulty schema", "an empty default", setting({ type: "text", default: "" })],
  ["a faulty schema", "a word for a checkbox", setting({ type: "checkbox", default: "true" })],
  ["a faulty schema", "a colour by name", setting({ type: "color", default: "red" })],
  ["a faulty schema", "a default between steps", setting({ type: "range", min: 0, max: 9, step: 3, default: 4 })],
  ["a faulty schema", "a range too fine", setting({ type: "range", min: 0, max: 101, step: 1, default: 4 })],
  [
    "a faulty schema",
    "a default that is no option",
    setting({ type: "select", options: [{ value: "a", label: "A" }], default: "b" }),
  ],
  [
    "a faulty schema",
    "two settings of one name",
    {
      "blocks/a.liquid": block({
        ...SCHEMA,
        settings: ["A", "B"].map((label) => ({ type: "text", id: "a", label })),
      }),
    },
  ],
  ["a text or file missing", "a text in Liquid", { ...english, ...liquid("{{ 'banner.text' | t }}") }],
  ["a text or file missing", "a text in a script", { ...english, "src/a.ts": 'say("banner.text")' }],
  ["a text or file missing", "an asset", liquid("{{ 'a.js' | asset_url }}")],
  ["a text or file missing", "a snippet", liquid("{% render 'b' %}")],
  ["a name that ad blockers hide", "a file", { "assets/cookie-bar.js": "" }],
  ["a name that ad blockers hide", "an id in Liquid", liquid('<div id="cndr-consent">')],
  ["a name that ad blockers hide", "a class in Liquid", liquid('<div class="a cookies">')],
  ["a name that ad blockers hide", "a class in CSS", { "assets/a.css": "p,.my-consent{color:red}" }],
  ["a name that ad blockers hide", "a class in a script", { "assets/a.js": 'a.classList.add("cookie")' }],
  ["a name that ad blockers hide", "an id in a script", { "src/a.ts": 'box.id = "consent";' }],
  [
    "a name that ad blockers hide",
    "the handle in every asset's address",
    { "shopify.extension.toml": '[[extensions]]\ntype = "theme"\nhandle = "consent-banner"' },
  ],
  ["code that a strict policy refuses", "a handler in the markup", liquid('<a href="#" onclick="go()">')],
  ["code that a strict policy refuses", "a script in the markup", liquid("<script>go()</script>")],
  ["code that a strict policy refuses", "a script in a link", liquid('<a href="javascript:go()">')],
  ["code that a strict policy refuses", "eval", { "assets/a.js": "eval(x)" }],
  ["code that a strict policy refuses", "a function from text", { "assets/a.js": "new Function(x)" }],
  ["code that a strict policy refuses", "text for a timer", { "assets/a.js": 'setTimeout("go()",1)' }],
];

const GOOD: Extension = new Map(
  Object.entries({
    ...english,
    ".shopifyignore": "src/**\n",
    "shopify.extension.toml": '[[extensions]]\ntype = "theme"\nname = "Consent banner"\nhandle = "privacy-choices"',
    "assets/gate.js": "setTimeout(go, 1);isFunction(go);document.cookie='a=1'",
    "src/gate.ts": 'say("banner.title")',
    "snippets/links.liquid": "",
    "blocks/gate.liquid": block(
      {
        name: "Privacy choices",
        target: "compliance_head",
        javascript: "gate.js",
        settings: [
          { type: "header", content: "Look" },
          { type: "range", id: "size", label: "Size", min: 0, max: 1, step: 0.1, default: 0.7 },
          { type: "select", id: "side", label: "Side", options: [{ value: "left", label: "Left" }], default: "left" },
        ],
      },
      `<script type="application/json" id="cndr-settings">{}</script>{{ 'banner.title' | t }}
       <script src="{{ 'gate.js' | asset_url }}" data-consent="once"></script>{% render 'links' %}`,
    ),
  }),
);

describe("the checks of the theme app extension", () => {
  it.each(PLANTED)("find %s: %s", (rule, _what, files) => {
    expect(RULES[rule](new Map(Object.entries(files)))).not.toEqual([]);
  });

  it.each(Object.entries(RULES))("let a good extension pass: it has not %s", (_fault, rule) => {
    expect(rule(GOOD)).toEqual([]);
  });

  it("include Shopify's, which finds a text that does not exist", async () => {
    const folder = plant({ ...english, "blocks/a.liquid": block(SCHEMA, "{{ 'banner.nothing' | t }}") });
    try {
      expect(await themeCheck(folder)).toEqual([expect.stringMatching(/^TranslationKeyExists blocks\/a\.liquid:/)]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
