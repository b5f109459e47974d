import { Parser } from "htmlparser2";
import type { Block, BlockKind, Link, PolicyDocument } from "./document.ts";
import { isHeading, isItem, readPlainText } from "./plain-text.ts";

/** Longer texts than this (UTF-16 units) are no policy; what comes after is not read. */
const LONGEST = 1_000_000;

const TAG =
  /<(p|div|h[1-6]|ul|ol|li|br|table|tr|td|span|strong|b|em|a|section|article|main|body|html|!doctype)\b[^>]*>/i;
const LEFT_OUT = new Set(["script", "style", "title", "noscript", "template", "svg", "head", "iframe", "select"]);
const BREAKS = new Set(
  "p div section article main header footer br hr ul ol li dl dt dd table thead tbody tr td th blockquote pre h1 h2 h3 h4 h5 h6 form details summary".split(
    " ",
  ),
);
const HEADING = /^h([1-6])$/;

/** Reads a policy as it was pasted or fetched: HTML when it has tags, else plain text or Markdown. Nothing in it runs. */
export function readPolicy(source: string): PolicyDocument {
  const text = source.slice(0, LONGEST);
  return TAG.test(text) ? readHtml(text) : readPlainText(text.replaceAll("\r\n", "\n"));
}

function readHtml(html: string): PolicyDocument {
  const reader = new HtmlReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        reader.open(name, attributes);
      },
      ontext: (text) => {
        reader.add(text);
      },
      onclosetag: (name) => {
        reader.close(name);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return reader.finish();
}

/** Collects the visible text, cut where the page would break it. */
class HtmlReader {
  #text = "";
  readonly #blocks: Block[] = [];
  readonly #links: Link[] = [];
  readonly #open: string[] = [];
  #start = 0;
  #bold = 0;
  #link: { start: number; href: string | null } | undefined;
  #table = new TablePlace();

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (BREAKS.has(name)) this.#cut();
    this.#open.push(name);
    this.#table.open(name);
    if (name === "a") this.#link = { start: this.#text.length, href: attributes["href"] ?? null };
  }

  add(text: string): void {
    if (this.#open.some((name) => LEFT_OUT.has(name))) return;
    const plain = text.replace(/[\s\u200b\u00ad]+/gu, " ");
    const isFirst = this.#text.length === this.#start;
    const added = isFirst || this.#text.endsWith(" ") ? plain.trimStart() : plain;
    this.#text += added;
    if (this.#open.some((name) => name === "b" || name === "strong")) this.#bold += added.trim().length;
  }

  close(name: string): void {
    if (name === "a") this.#endLink();
    if (BREAKS.has(name)) this.#cut();
    const at = this.#open.lastIndexOf(name);
    if (at >= 0) this.#open.splice(at);
  }

  finish(): PolicyDocument {
    this.#cut();
    return { text: this.#text, blocks: this.#blocks, links: this.#links };
  }

  #endLink(): void {
    if (this.#link && this.#text.length > this.#link.start) {
      const lead = this.#text.slice(this.#link.start).search(/\S/);
      this.#links.push({ ...this.#link, start: this.#link.start + Math.max(lead, 0), end: this.#text.length });
    }
    this.#link = undefined;
  }

  /** Ends the block at hand, if it has any text, as what its place says it is. */
  #cut(): void {
    const start = this.#start;
    const text = this.#text.slice(start).trimEnd();
    if (text !== "") {
      const kind = this.#keep({ start, end: start + text.length }, text);
      const isTight = kind === "item" || kind === "cell" || kind === "head";
      this.#text = `${this.#text.slice(0, start)}${text}${isTight ? "\n" : "\n\n"}`;
    } else this.#text = this.#text.slice(0, start);
    this.#start = this.#text.length;
    this.#bold = 0;
  }

  #keep(at: { start: number; end: number }, text: string): BlockKind | "head" {
    const level = Number(this.#open.map((name) => HEADING.exec(name)?.[1]).find((found) => found !== undefined) ?? 0);
    const depth = this.#open.filter((name) => name === "ul" || name === "ol").length;
    const isBold = this.#bold >= text.replace(/\s/g, "").length * 0.9;
    const cell = this.#table.cell(this.#open, text, isBold);
    if (cell === "head") return cell;
    const kind = level > 0 ? "heading" : cell ? "cell" : kindOf(text, depth, isBold);
    this.#blocks.push({
      kind,
      level: level > 0 ? level : kind === "item" ? Math.max(depth, 1) : 0,
      ...at,
      ...(cell ?? {}),
    });
    return kind;
  }
}

/** Pages use bold lines as headings, and lines that begin with a dash as lists. */
function kindOf(text: string, depth: number, isBold: boolean): BlockKind {
  if (isBold ? isHeading(`**${text}**`, true) : depth === 0 && isHeading(text, false)) return "heading";
  return depth > 0 || isItem(text) ? "item" : "paragraph";
}

/** Counts rows and columns, and remembers what stands at the head of each column. */
class TablePlace {
  #row = 0;
  #column = 0;
  #heads: string[] = [];
  #isFirst = true;

  open(name: string): void {
    if (name === "table") {
      this.#heads = [];
      this.#isFirst = true;
    }
    if (name === "tr") {
      if (this.#column > 0) this.#isFirst = false;
      this.#row += 1;
      this.#column = 0;
    }
    if (name === "td" || name === "th") this.#column += 1;
  }

  /** Where the text stands: a cell of the body, or "head" when it names a column; undefined outside of tables. */
  cell(open: readonly string[], text: string, isBold: boolean): { row: number; column: string } | "head" | undefined {
    const isInCell = open.some((name) => name === "td" || name === "th");
    if (!isInCell || this.#column === 0) return undefined;
    if (!this.#isFirst) return { row: this.#row, column: this.#heads[this.#column - 1] ?? "" };
    const isTitle = text.split(" ").length <= 12;
    if (isTitle) this.#heads[this.#column - 1] = text;
    return isTitle && (isBold || open.includes("th")) ? "head" : { row: this.#row, column: "" };
  }
}
