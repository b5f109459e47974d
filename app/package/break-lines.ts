/** A piece of a paragraph: plain, or a link to `href`. */
export interface Piece {
  readonly text: string;
  readonly href?: string;
}

/** A part of a piece that stands on one line by itself. `width`: in the unit of the measure. */
export interface SetPiece extends Piece {
  readonly width: number;
}

/** How wide a line may be, and how wide a text is: the sum of its characters. */
export interface Measure {
  readonly width: number;
  readonly widthOf: (text: string) => number;
  /** `partsOf`, or what remembers its answers. */
  readonly partsOf: (text: string) => readonly string[];
}

/** A line may end after spaces, a hyphen, a dash or a slash (UAX #14: SP, HY, BA, SY), not at a no-break space. */
const BREAKS = /[^ \-–—/]*(?:[-–—/]+(?=[^ \-–—/])|[-–—/]* +|[-–—/]*$)/g;

/** A word, of one piece or of several: "the", or a link and the full stop after it. */
type Word = readonly SetPiece[];

/**
 * Breaks a paragraph into lines, each as full as it can be. Only spaces are dropped, and only where a line ends. The words
 * of a piece come one by one, so that whoever draws them can know each from the last time.
 */
export function breakLines(pieces: readonly Piece[], measure: Measure): SetPiece[][] {
  const lines: SetPiece[][] = [];
  let line: SetPiece[] = [];
  let left = measure.width;
  for (const word of wordsOf(pieces, measure)) {
    if (line.length > 0 && widthOf(word, measure) > left) {
      lines.push(trimmed(line, measure));
      line = [];
      left = measure.width;
    }
    for (const piece of word) {
      line.push(piece);
      left -= piece.width;
    }
  }
  return line.length > 0 ? [...lines, trimmed(line, measure)] : lines;
}

/** A text in parts that a line may end after, each with the space that follows it; spaces in a row are one. */
export function partsOf(text: string): string[] {
  return (text.replaceAll(/[\t\n\r ]+/g, " ").match(BREAKS) ?? []).filter((part) => part !== "");
}

function wordsOf(pieces: readonly Piece[], measure: Measure): Word[] {
  const words: Word[] = [];
  let word: SetPiece[] = [];
  const end = (): void => {
    if (widthOf(word, measure) <= measure.width) words.push(word);
    else words.push(...fitting(word, measure));
    word = [];
  };
  for (const { text, href } of pieces)
    for (const part of measure.partsOf(text)) {
      word.push(measured(part, href, measure));
      if (" -–—/".includes(part.charAt(part.length - 1))) end();
    }
  if (word.length > 0) end();
  return words;
}

function measured(text: string, href: string | undefined, measure: Measure): SetPiece {
  const width = measure.widthOf(text);
  return href === undefined ? { text, width } : { text, href, width };
}

/** Width of a word as the last of its line: without the space at its end. */
function widthOf(word: Word, measure: Measure): number {
  let width = 0;
  for (const piece of word) width += piece.width;
  return word.at(-1)?.text.endsWith(" ") === true ? width - measure.widthOf(" ") : width;
}

/** A word wider than a line, such as a long address, in parts that fit. */
function fitting(word: Word, measure: Measure): Word[] {
  return word.flatMap(({ text, href }) => {
    const parts: string[] = [];
    let part = "";
    for (const sign of text) {
      if (part !== "" && sign !== " " && measure.widthOf(part + sign) > measure.width) {
        parts.push(part);
        part = "";
      }
      part += sign;
    }
    return [...parts, part].map((one) => [measured(one, href, measure)]);
  });
}

/** A line without the spaces at its end. */
function trimmed(line: SetPiece[], measure: Measure): SetPiece[] {
  let last = line.at(-1);
  while (last?.text.endsWith(" ") === true) {
    line.pop();
    if (last.text.length > 1)
      line.push({ ...last, text: last.text.slice(0, -1), width: last.width - measure.widthOf(" ") });
    last = line.at(-1);
  }
  return line;
}
