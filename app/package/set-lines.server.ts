import { breakLines, partsOf, type Piece, type SetPiece } from "./break-lines.ts";
import type { Pdf } from "./tagged-pdf.server.ts";

/** How a paragraph is set. `size`: in points. `keep`: lines after it that must stand on the same page, as under a heading. */
export interface Setting {
  readonly font: "plain" | "bold";
  readonly size: number;
  readonly keep?: number;
}

/** Red, green and blue of a link, as parts of one. */
const LINK = "0.114 0.31 0.569";

/**
 * What pdfkit's own `text` does with an embedded font. It is asked here once for each character, and the words are kept:
 * `text` makes an object of every character of every line, three times over.
 */
interface EmbeddedFont {
  readonly id: string;
  /** Thousandths of the size. */
  readonly ascender: number;
  /** Glyphs, each in four hexadecimal digits. */
  encode(text: string): readonly [readonly string[], unknown];
  ref(): unknown;
}
interface Drawn {
  readonly _font: EmbeddedFont;
  readonly page: { readonly fonts: Record<string, unknown> };
  /** Operators of PDF, with a line break at their end. */
  addContent(operators: Buffer): void;
}

/** A character or a word in a font. `width`: for a size of one point. `glyphs`: as they stand in a string of PDF. */
interface Cut {
  readonly width: number;
  readonly glyphs: string;
}
/** The words that a document has had in a font, and the parts of its texts: in tables they come again and again. */
interface Known {
  readonly cuts: Map<string, Cut>;
  readonly parts: Map<string, readonly string[]>;
}
const knownOf = new WeakMap<EmbeddedFont, Known>();

function knownIn(font: EmbeddedFont): Known {
  const known = knownOf.get(font) ?? { cuts: new Map<string, Cut>(), parts: new Map<string, readonly string[]>() };
  knownOf.set(font, known);
  return known;
}

/** Keeps an answer. */
function kept<T>(map: Map<string, T>, text: string, made: T): T {
  map.set(text, made);
  return made;
}

/** Bytes that a string of PDF has behind a backslash (ISO 32000-1, 7.3.4.2). */
const ESCAPED: Readonly<Record<string, string>> = { "(": "\\(", ")": "\\)", "\\": "\\\\", "\r": "\\r" };

function cutSign(doc: Pdf, { font, size }: { font: EmbeddedFont; size: number }, sign: string): Cut {
  const bytes = Buffer.from(font.encode(sign)[0].join(""), "hex").toString("latin1");
  return { width: doc.widthOfString(sign) / size, glyphs: bytes.replaceAll(/[()\\\r]/g, (one) => ESCAPED[one] ?? one) };
}

/** How the document's present font, which is set to `size`, cuts words: each one once. */
function cutterOf(doc: Pdf, size: number, { cuts }: Known): (text: string) => Cut {
  const font = (doc as unknown as Drawn)._font;
  const cutOne = (sign: string): Cut => cuts.get(sign) ?? kept(cuts, sign, cutSign(doc, { font, size }, sign));
  return (text) => {
    const had = cuts.get(text);
    if (had) return had;
    let width = 0;
    let glyphs = "";
    for (const sign of text) {
      const one = cutOne(sign);
      width += one.width;
      glyphs += one.glyphs;
    }
    return kept(cuts, text, { width, glyphs });
  };
}

/** A number as PDF operators have it. */
const number = (value: number): string => String(Math.round(value * 1000) / 1000);

/** Sets a paragraph at the place the document has come to, over as many pages as it needs; links to the web work. */
export function setLines(doc: Pdf, pieces: readonly Piece[], { font, size, keep = 0 }: Setting): void {
  doc.font(font, size);
  const known = knownIn((doc as unknown as Drawn)._font);
  const cut = cutterOf(doc, size, known);
  const { left, right, bottom } = doc.page.margins;
  const height = doc.currentLineHeight(true);
  const measure = {
    width: (doc.page.width - left - right) / size,
    widthOf: (text: string) => cut(text).width,
    partsOf: (text: string) => known.parts.get(text) ?? kept(known.parts, text, partsOf(text.normalize("NFC"))),
  };
  for (const line of breakLines(pieces, measure)) {
    if (doc.y + height * (1 + keep) > doc.page.height - bottom) doc.continueOnNewPage();
    let x = left;
    for (const stretch of stretchesOf(line, cut)) {
      const set = { x, width: stretch.width * size, size, glyphs: stretch.glyphs };
      if (stretch.href === undefined) draw(doc, set);
      else drawLink(doc, stretch.href, set);
      x += set.width;
    }
    doc.y += height;
  }
}

/** Words of a line that are drawn as one. */
interface Stretch {
  href?: string | undefined;
  width: number;
  glyphs: string;
}

function stretchesOf(line: readonly SetPiece[], cut: (text: string) => Cut): Stretch[] {
  const stretches: Stretch[] = [];
  let last: Stretch | undefined;
  for (const { text, href, width } of line) {
    if (last === undefined || last.href !== href) stretches.push((last = { href, width: 0, glyphs: "" }));
    last.width += width;
    last.glyphs += cut(text).glyphs;
  }
  return stretches;
}

/** Glyphs at their place. `x`, `width`, `size`: points. */
interface Placed {
  readonly x: number;
  readonly width: number;
  readonly size: number;
  readonly glyphs: string;
}

/** Draws glyphs at the height that the document has come to. `before`, `after`: operators around them. */
function draw(doc: Pdf, { x, size, glyphs }: Placed, { before = "", after = "" } = {}): void {
  const drawn = doc as unknown as Drawn;
  const { _font: font, page } = drawn;
  page.fonts[font.id] ??= font.ref();
  const base = number(doc.y + (font.ascender / 1000) * size);
  const text = `BT /${font.id} ${number(size)} Tf 1 0 0 -1 ${number(x)} ${base} Tm (${glyphs}) Tj ET`;
  drawn.addContent(Buffer.from(`${before}${text}${after}\n`, "latin1"));
}

/** A link: its colour, the line below it and the place that answers to a click. */
function drawLink(doc: Pdf, href: string, set: Placed): void {
  const height = doc.currentLineHeight();
  const below = number(doc.y + height - 1);
  draw(doc, set, {
    before: `q ${LINK} rg ${LINK} RG 0.5 w `,
    after: ` ${number(set.x)} ${below} m ${number(set.x + set.width)} ${below} l S Q`,
  });
  if (href.includes(":")) doc.link(set.x, doc.y, set.width, height, href);
}
