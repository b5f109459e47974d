import { subjectsIn, type Found } from "../concepts/find-concepts.ts";
import type { Block, PolicyDocument } from "./document.ts";
import { sentencesIn } from "./sentence-ends.ts";
import { wordsIn, type Word } from "./words.ts";

/** A sentence, a heading or a cell, with what it speaks of. Offsets are those of the document's text. */
export interface Passage {
  index: number;
  kind: Block["kind"];
  start: number;
  end: number;
  words: readonly Word[];
  found: Found;
}

/** A passage among others: what a reader has in mind who comes to it. */
export interface Placed extends Passage {
  /** Which block it is in. */
  block: number;
  /** The headings above it, the nearest first. */
  headings: readonly Passage[];
  /** The sentence that introduces its list or its column, and the other cells of its row. */
  around: readonly Passage[];
  /** Up to two sentences before it under the same heading. */
  before: readonly Placed[];
}

/** How many words a label before a sentence has at most: "Right to delete. You may …". */
const LABEL_WORDS = 7;

/** Says nothing itself, but what the answer is about. */
const QUESTION =
  /^\W*(do|does|did|is|are|will|can|what|how|who|whom|why|which|when|where|may|must|should)\b[^?]*\?\W*$/i;

/** The passages of a document in reading order. */
export function passagesOf({ text, blocks }: PolicyDocument): Placed[] {
  const placed: Placed[] = [];
  const trail = new Trail(text);
  blocks.forEach((block, index) => {
    if (block.kind === "heading") placed.push(trail.heading(block, index, placed.length));
    else for (const passage of trail.sentences(block, index, placed.length)) placed.push(passage);
  });
  return withRows(placed, blocks);
}

/** What was read so far, as far as it bears on what comes next. */
class Trail {
  readonly #text: string;
  #headings: { passage: Passage; level: number }[] = [];
  #lead: { passage: Passage; level: number }[] = [];
  #before: Placed[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  heading(block: Block, index: number, count: number): Placed {
    const passage = this.#passage(block.kind, block, count);
    const level = block.level === 0 ? 7 : block.level;
    this.#headings = [...this.#headings.filter((above) => above.level < level), { passage, level }];
    this.#lead = [];
    this.#before = [];
    return { ...passage, block: index, headings: [], around: [], before: [] };
  }

  sentences(block: Block, index: number, count: number): Placed[] {
    const isItem = block.kind === "item";
    this.#lead = isItem
      ? this.#lead.filter(({ level }) => level < block.level)
      : this.#lead.filter(({ passage }) => this.#introduces(passage));
    const around = [...this.#lead.slice(-2).map(({ passage }) => passage), ...this.#column(block)];
    const headings = this.#headings.map(({ passage }) => passage).reverse();
    let asked: Passage[] = [];
    const own = labelled(this.#text, sentencesIn(this.#text, block.start, block.end)).map((at, order): Placed => {
      const isQuestion = QUESTION.test(this.#text.slice(at.start, at.end));
      const passage = this.#passage(isQuestion ? "heading" : block.kind, at, count + order);
      const placed = { ...passage, block: index, headings, around: [...around, ...asked], before: this.#before };
      if (isQuestion) asked = [passage];
      this.#before = [placed, ...this.#before].slice(0, 2);
      return placed;
    });
    const last = own.at(-1);
    if (last && block.kind !== "cell") {
      const level = isItem ? block.level : 0;
      this.#lead = [...this.#lead.filter((lead) => lead.level < level), { passage: last, level }];
    }
    return own;
  }

  /** Only what ends with a colon speaks for a paragraph below it; a list has a lead whatever its sign. */
  #introduces(passage: Passage): boolean {
    return this.#text[passage.end - 1] === ":";
  }

  #column({ column }: Block): Passage[] {
    if (column === undefined || column === "") return [];
    const words = wordsIn(column, 0, column.length);
    return [{ index: -1, kind: "heading", start: 0, end: 0, words, found: subjectsIn(column, words) }];
  }

  #passage(kind: Block["kind"], { start, end }: { start: number; end: number }, index: number): Passage {
    const words = wordsIn(this.#text, start, end);
    return { index, kind, start, end, words, found: subjectsIn(this.#text, words) };
  }
}

/** A label and the sentence after it are one; so are a question that the policy puts itself and the answer. */
function labelled(
  text: string,
  sentences: readonly { start: number; end: number }[],
): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = [];
  let open: number | undefined;
  sentences.forEach(({ start, end }, index) => {
    const from = open ?? start;
    open = undefined;
    const words = text.slice(from, end);
    const isLast = index === sentences.length - 1;
    if (!isLast && isLead(words, index)) open = from;
    else joined.push({ start: from, end });
  });
  return joined;
}

function isLead(words: string, index: number): boolean {
  const count = words.split(/\s+/).length;
  if (/\?["”*_)]*$/.test(words)) return count <= LABEL_WORDS && !QUESTION.test(words);
  return index === 0 && count <= LABEL_WORDS && /[.:]["”*_)]*$/.test(words) && !/\b(we|our|us|you|i)\b/i.test(words);
}

/** Gives each cell the other cells of its row. */
function withRows(placed: readonly Placed[], blocks: readonly Block[]): Placed[] {
  const rows = new Map<number, Placed[]>();
  const rowOf = (passage: Placed) => blocks[passage.block]?.row;
  for (const passage of placed) {
    const row = rowOf(passage);
    if (row !== undefined) rows.set(row, [...(rows.get(row) ?? []), passage]);
  }
  return placed.map((passage) => {
    const others = rows.get(rowOf(passage) ?? -1)?.filter(({ block }) => block !== passage.block) ?? [];
    return others.length === 0 ? passage : { ...passage, around: [...passage.around, ...others] };
  });
}
