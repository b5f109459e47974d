import type { Block, Link, PolicyDocument } from "./document.ts";

interface Line {
  text: string;
  start: number;
  end: number;
}

/** How long a line must be (characters) to have been broken by a mail program or an editor rather than by its author. */
const WRAPPED_FROM = 55;
const WRAPPED_TO = 110;

/**
 * Reads a policy that is plain text, or Markdown: `text` of the result is exactly what came in, so that every sentence
 * quoted is found there. Headings and lists are told by how they are written. Any text is read, also one without sense.
 */
export function readPlainText(text: string): PolicyDocument {
  const paragraphs = paragraphsOf(text);
  const wraps = isWrapped(paragraphs.flatMap((lines) => lines.slice(0, -1)));
  return { text, blocks: paragraphs.flatMap((lines) => blocksOf(lines, wraps)), links: markdownLinks(text) };
}

/** Lines that no empty line parts. */
function paragraphsOf(text: string): Line[][] {
  const paragraphs: Line[][] = [[]];
  for (const match of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    const line = match[0].trimEnd();
    if (line === "") paragraphs.push([]);
    else paragraphs.at(-1)?.push({ text: line, start: match.index, end: match.index + line.length });
  }
  return paragraphs.filter((lines) => lines.length > 0);
}

/** Whether most lines inside paragraphs end in the middle of a sentence, at about the same width. */
function isWrapped(inner: readonly Line[]): boolean {
  const longest = inner.reduce((most, { text }) => Math.max(most, text.length), 0);
  if (inner.length < 6 || longest > WRAPPED_TO) return false;
  const cut = inner.filter(({ text }) => text.length >= WRAPPED_FROM && !/[.:;!?]$/.test(text));
  return cut.length >= inner.length * 0.5;
}

function blocksOf(lines: readonly Line[], wraps: boolean): Block[] {
  const rows = markdownTable(lines);
  if (rows) return rows;
  const blocks: Block[] = [];
  lines.forEach((line, index) => {
    const before = blocks.at(-1);
    if (before && continues(line, lines[index - 1], before, wraps))
      blocks[blocks.length - 1] = { ...before, end: line.end };
    else blocks.push(blockOf(line, index === 0, lines.length === 1 || (lines[index + 1]?.text.length ?? 0) > 40));
  });
  return blocks;
}

/** Whether a line goes on with the block before it: broken by an editor, or one of the short lines of an address. */
function continues(line: Line, previous: Line | undefined, before: Block, wraps: boolean): boolean {
  if (previous === undefined || before.kind === "heading" || isItem(line.text)) return false;
  const isOpen = !/[.:;!?]["”)]?\s*$/.test(previous.text);
  if (wraps) return isOpen || previous.text.length >= WRAPPED_FROM;
  if (before.kind === "item") return false;
  return (
    isOpen && previous.text.trim().length <= 40 && line.text.trim().length <= 40 && /^\s*[\p{Lu}\d(+]/u.test(line.text)
  );
}

const ITEM = /^\s*(?:[-–—*•·◦▪‣○●➢✓✔>]|\(?[a-z0-9]{1,2}[).](?=\s+\p{Ll})|\([ivx]{1,5}\))\s*/u;

/** Whether a line begins as the items of a list do: with a dash, a bullet, "(a)". */
export function isItem(text: string): boolean {
  return ITEM.test(text) && !/^\s*(\*\*|__|[-–—*•=_]{3,})/.test(text);
}

function blockOf({ text, start, end }: Line, isFirst: boolean, goesOn: boolean): Block {
  if (isItem(text)) {
    const mark = ITEM.exec(text)?.[0].length ?? 0;
    const level = 1 + Math.floor(text.search(/\S/) / 2);
    return { kind: "item", level, start: start + (mark < text.length ? mark : 0), end };
  }
  if (!isHeading(text, isFirst && goesOn)) return { kind: "paragraph", level: 0, start, end };
  return { kind: "heading", level: /^\s*(#{1,6})\s/.exec(text)?.[1]?.length ?? 0, start, end };
}

const NUMBERED =
  /^\s*(?:(?:section|article|part|clause|chapter)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])[.):\s–—-]\s*\p{Lu}/u;
const ENDS_OPEN = /[.,;]\s*$/;

/** Whether a line looks like a heading. `stands` says that it stands alone, or above longer lines. */
export function isHeading(line: string, stands: boolean): boolean {
  const text = line.trim();
  if (/^#{1,6}\s/.test(text)) return true;
  const words = text.split(/\s+/).length;
  if (/\b(19|20)\d\d\b/.test(text)) return false;
  if (/^(\*\*|__)[^*_]+(\*\*|__):?$/.test(text)) return words <= 16;
  if (words > 14 || ENDS_OPEN.test(text)) return false;
  if (/\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)) return true;
  if (NUMBERED.test(text)) return true;
  return stands && looksLikeTitle(text, words);
}

/** A question, or a few words without a verb of ours or yours. */
function looksLikeTitle(text: string, words: number): boolean {
  if (/[@]|https?:|^\d/.test(text) || text.endsWith(":")) return false;
  if (text.endsWith("?")) return true;
  if (/[.!]$/.test(text)) return false;
  return /^\p{Lu}/u.test(text) ? words <= 9 && !/^(we|you|by|if|when|to)\s/iu.test(text) : words <= 4;
}

/** `| a | b |` lines, the first of them the head. */
function markdownTable(lines: readonly Line[]): Block[] | undefined {
  if (lines.length < 2 || !lines.every(({ text }) => /^\s*\|.*\|\s*$/.test(text))) return undefined;
  const head = cellsOf(lines[0]);
  const body = lines.slice(1).filter(({ text }) => !/^[\s|:-]+$/.test(text));
  return body.flatMap((line) =>
    cellsOf(line).map((cell, column): Block => {
      const { start, end } = cell;
      return { kind: "cell", level: 0, start, end, row: line.start, column: head[column]?.text ?? "" };
    }),
  );
}

function cellsOf(line: Line | undefined): Line[] {
  if (!line) return [];
  return [...line.text.matchAll(/[^|]+/g)].flatMap((match) => {
    const text = match[0].trim();
    const start = line.start + match.index + match[0].indexOf(text);
    return text === "" ? [] : [{ text, start, end: start + text.length }];
  });
}

function markdownLinks(text: string): Link[] {
  return [...text.matchAll(/(?<!!)\[([^\]\n]{1,200})\]\(\s*([^)\s]*)[^)\n]*\)/g)].map((match) => {
    const start = match.index + 1;
    const href = match[2] ?? "";
    return { start, end: start + (match[1]?.length ?? 0), href: href === "" ? null : href };
  });
}
