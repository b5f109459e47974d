import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { registerOf } from "../register/register.ts";
import { VENDORS } from "../register/vendors.ts";
import { readThemeSettings } from "./embed-state.ts";
import { holdsMarkup, missingFiles, scanTheme, type ThemeFile } from "./scan-theme.ts";
import { THEME } from "./test-theme.ts";
import { readMarkup } from "./theme-markup.ts";

const register = registerOf(VENDORS, []);
const filesOf = (files: Readonly<Record<string, string>>): ThemeFile[] =>
  Object.entries(files).map(([name, text]) => ({ name, text }));
const scan = (files: Readonly<Record<string, string>>) => scanTheme(filesOf(files), register);
const layout = (text: string) => ({ "layout/theme.liquid": text });

describe("scanning a theme", () => {
  it("finds what is loaded, with file and line, in the order in which a browser meets it", () => {
    const tags = scan(THEME).map(({ file, line, service, form, isAbove }) => [file, line, service, form, isAbove]);
    expect(tags).toEqual([
      ["layout/theme.liquid", 7, "google-tag-manager", "markup", true],
      ["layout/theme.liquid", 9, "meta", "markup", false],
      ["snippets/tracking.liquid", 2, "hotjar", "inline", false],
      ["layout/theme.liquid", 14, "google-tag-manager", "noscript", false],
      ["sections/video.liquid", 1, "youtube", "markup", false],
    ]);
  });

  it("gives the line as it would wait by itself; what is in noscript has to go", () => {
    const mended = scan(THEME).map((tag) => tag.mended);
    expect(mended).toEqual([
      '<script type="text/plain" data-consent="analytics" async src="https://www.googletagmanager.com/gtag/js?id=G-1">',
      '<script type="text/plain" data-consent="marketing sale" src="https://connect.facebook.net/en_US/fbevents.js" defer>',
      '<script type="text/plain" data-consent="analytics">',
      null,
      '<iframe data-consent="marketing sale" data-src="https://www.youtube.com/embed/1">',
    ]);
  });

  it("finds nothing to say about a line that was mended", () => {
    for (const { mended, form } of scan(THEME)) {
      if (mended?.startsWith("<script")) expect(scan(layout(`${mended}</script>`)), form).toEqual([]);
      else if (mended !== null) expect(scan(layout(mended))).toEqual([]);
    }
  });

  it("reads a file where it is included: above the embed when it is rendered above", () => {
    const files = {
      ...layout("{% liquid\n  render 'a'\n%}\n{{- content_for_header -}}\n{% include \"a\" %}"),
      "snippets/a.liquid": "\n<script src=//bat.bing.com/bat.js></script>",
    };
    expect(scan(files).map(({ line, isAbove }) => [line, isAbove])).toEqual([
      [2, true],
      [2, false],
    ]);
    expect(missingFiles(filesOf(layout(files["layout/theme.liquid"])))).toEqual(["snippets/a.liquid"]);
    expect(missingFiles(filesOf(files))).toEqual([]);
  });

  it("ends on snippets that include each other", () => {
    const files = {
      ...layout("{% render 'a' %}"),
      "snippets/a.liquid": "{% render 'b' %}",
      "snippets/b.liquid": "{% render 'a' %}",
    };
    expect(scan(files)).toEqual([]);
  });

  it("names an unknown host that the browser loads from, and passes over Shopify, data blocks and links", () => {
    const tags = scan(
      layout(`<script src="https://tracker.example/x.js"></script><script>var a = "https://other.example/";</script>
        <script src="https://cdn.shopify.com/x.js"></script><script src="{{ 'theme.js' | asset_url }}"></script>
        <script type="application/ld+json">{"@id":"https://www.facebook.com/shop"}</script>
        <link rel="preconnect" href="https://www.google-analytics.com"><a href="https://www.facebook.com/shop">f</a>`),
    );
    expect(tags).toEqual([expect.objectContaining({ host: "tracker.example", service: "", needs: 0, mended: null })]);
  });

  it("holds markup only where something that needs consent stands below the embed", () => {
    const below = (text: string) => holdsMarkup(scan(layout(`{{ content_for_header }}${text}`)));
    expect(below('<img src="https://www.facebook.com/tr?id=1">')).toBe(true);
    expect(below('<script>x("https://connect.facebook.net/a.js")</script>')).toBe(false);
    expect(below('<script src="https://www.paypal.com/sdk/js"></script>')).toBe(false);
    expect(
      holdsMarkup(scan(layout('<script src="https://static.hotjar.com/a.js"></script>{{ content_for_header }}'))),
    ).toBe(false);
  });

  it("never throws and never counts a line that is not there", () => {
    const piece = fc.constantFrom(
      "<script",
      ">",
      "</script>",
      "{%",
      "%}",
      "{% comment %}",
      "{% endcomment %}",
      "<!--",
      "-->",
    );
    const more = fc.constantFrom(
      "\n",
      "render 'x'",
      "{{ content_for_header }}",
      ' src="//a.hotjar.com/x"',
      "<noscript>",
      "'",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, more, fc.string()), { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const lines = text.split("\n").length;
        for (const { line } of readMarkup(text)) expect(line).toBeLessThanOrEqual(lines);
        for (const { line } of scan(layout(text))) expect(line).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

describe("a theme's settings", () => {
  const data = (blocks: unknown, current: unknown = { blocks }) =>
    JSON.stringify({ current, presets: { Gold: { blocks } } });
  const ours = (disabled?: boolean) => ({ "1": { type: "shopify://apps/candor/blocks/gate/01", disabled } });

  it("say whether the embed is on, was switched off, or never added", () => {
    expect(readThemeSettings(THEME["config/settings_data.json"], "candor")).toEqual({
      embed: "on",
      tools: ["Pandectes"],
    });
    expect(readThemeSettings(data(ours(true)), "candor").embed).toBe("off");
    expect(readThemeSettings(data(ours()), "candor").embed).toBe("on");
    expect(readThemeSettings(data(ours(), "Gold"), "candor").embed).toBe("on");
    expect(readThemeSettings(data({}), "candor").embed).toBe("absent");
    expect(readThemeSettings(data(ours()), "another-app").embed).toBe("absent");
  });

  it("that cannot be read say nothing", () => {
    for (const text of ["", "{", "null", "[]", '{"current":"gone"}', '{"current":{"blocks":[null,1]}}'])
      expect(readThemeSettings(text, "candor")).toEqual({ embed: "absent", tools: [] });
  });
});
