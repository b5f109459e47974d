import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeHtml, factsHtml, tableHtml } from "./html.ts";

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };

function unescape(html: string): string {
  return html.replaceAll(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? "");
}

/** Any UTF-16 code unit, so that halves of characters and control characters come too. */
const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

describe("HTML text", () => {
  it("leaves no character that could begin a tag, an attribute's end or an entity, and loses nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: codeUnit }), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(escaped).not.toMatch(/&(?!(?:lt|gt|amp|quot|#39);)/);
        const printable = Array.from(text, (character) => (escapeHtml(character) === "" ? "" : character)).join("");
        expect(unescape(escaped)).toBe(printable);
      }),
    );
  });

  it("escapes labels, values, captions, columns and cells alike", () => {
    const evil = '</dd></table><script>alert("1")</script>';
    const html = factsHtml([[evil, evil]]) + tableHtml(evil, [evil], [[evil]]);
    expect(html).not.toContain("<script");
    expect(html.match(/&lt;script&gt;/g)).toHaveLength(6);
  });

  it("sets every value in its own direction, and shows no empty facts or tables", () => {
    expect(factsHtml([["Name", "شیرین"]])).toContain('<dd dir="auto">شیرین</dd>');
    expect(
      factsHtml([
        ["Name", null],
        ["Note", ""],
      ]),
    ).toBe("");
    expect(tableHtml("None", ["A"], [])).toBe("");
  });
});
