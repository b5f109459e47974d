import { unitCounter } from "./count-units.ts";
import type { Block, PolicyDocument, Reason, Section, TextKey, Texts, Value, Words } from "./words.ts";

/** A piece of a line: plain, or a link. `isName`: a name or an address, whose direction is its own. */
export interface Run {
  readonly text: string;
  readonly href?: string;
  readonly isName?: true;
}

/** A sentence or a cell in a language. */
export interface Said {
  readonly runs: readonly Run[];
  readonly because: Reason;
}

/** A piece of a section in a language. */
export type SaidBlock =
  | { readonly kind: "paragraph"; readonly sentences: readonly Said[] }
  | { readonly kind: "list"; readonly items: readonly Said[] }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly Said[])[] };

/** A section in a language. */
export interface SaidSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly SaidBlock[];
  readonly sections: readonly SaidSection[];
}

/** A policy in a language (BCP 47). */
export interface SaidPolicy {
  readonly language: string;
  readonly title: string;
  readonly sections: readonly SaidSection[];
}

/** A language with its texts. */
export interface Voice {
  readonly language: string;
  readonly texts: Texts;
}

/** Says a policy in a language: the same tree, with the same reasons. */
export function sayPolicy(document: PolicyDocument, voice: Voice): SaidPolicy {
  const mouth = mouthOf(voice);
  return {
    language: voice.language,
    title: voice.texts["title.policy"],
    sections: document.sections.map((section) => saySection(section, mouth)),
  };
}

/** Runs as plain text; a link as its label alone. */
export function plainText(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}

type Mouth = (value: Value) => Run[];

function saySection({ id, title, blocks, sections }: Section, mouth: Mouth): SaidSection {
  return {
    ...{ id, title: plainText(mouth(title)) },
    blocks: blocks.map((block) => sayBlock(block, mouth)),
    sections: sections.map((one) => saySection(one, mouth)),
  };
}

function sayBlock(block: Block, mouth: Mouth): SaidBlock {
  const said = ({ words, because }: { words: Words; because: Reason }) => ({ runs: mouth(words), because });
  switch (block.kind) {
    case "paragraph":
      return { kind: "paragraph", sentences: block.sentences.map(said) };
    case "list":
      return { kind: "list", items: block.items.map(said) };
    case "table":
      return {
        kind: "table",
        head: block.head.map((words) => plainText(mouth(words))),
        rows: block.rows.map(({ cells, because }) => cells.map((cell) => ({ runs: mouth(cell), because }))),
      };
  }
}

const MINUTES_PER_DAY = 24 * 60;

/** What speaks a language: its formats are made once for a whole policy. */
function mouthOf({ language, texts }: Voice): Mouth {
  const and = new Intl.ListFormat(language, { type: "conjunction" });
  const countries = new Intl.DisplayNames(language, { type: "region" });
  const days = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  const numbers = new Intl.NumberFormat(language);
  const unit = unitCounter(language);

  const span = (long: { months: number } | { days: number }): string => {
    if ("months" in long)
      return long.months >= 24 && long.months % 12 === 0 ? years(long.months / 12) : unit("month", long.months);
    if (long.days < 1) return ofADay(long.days * MINUTES_PER_DAY);
    return long.days >= 360 && long.days % 365 === 0 ? years(long.days / 365) : unit("day", long.days);
  };
  const years = (count: number) => unit("year", count);
  const ofADay = (minutes: number) =>
    minutes < 90 ? unit("minute", Math.max(1, Math.round(minutes))) : unit("hour", Math.round(minutes / 60));

  // with the items themselves, as a language's "and" may depend on how the next word begins ("y cookies e idioma")
  const list = (all: readonly Value[]): Run[] => {
    const said = all.map(say);
    const items = said.values();
    return partsOfList(said.map(plainText)).flatMap(({ type, value }): Run[] =>
      type === "literal" ? [{ text: value }] : (items.next().value ?? []),
    );
  };
  const lists = new Map<string, ReturnType<Intl.ListFormat["formatToParts"]>>();
  const partsOfList = (items: readonly string[]) => {
    const key = JSON.stringify(items);
    const known = lists.get(key) ?? and.formatToParts(items);
    lists.set(key, known);
    return known;
  };

  const pieces = new Map<TextKey, TextPart[]>();
  const piecesOfText = (key: TextKey): TextPart[] => {
    const known = pieces.get(key) ?? piecesOf(texts[key]);
    pieces.set(key, known);
    return known;
  };

  const fill = ({ text, values = {} }: Words): Run[] =>
    piecesOfText(text).flatMap((piece): Run[] => {
      if (!piece.isPlace) return [{ text: piece.text }];
      const value = values[piece.text];
      return value === undefined ? [] : say(value);
    });

  function say(value: Value): Run[] {
    if (typeof value === "string") return [{ text: value, isName: true }];
    if ("text" in value) return fill(value);
    if ("href" in value) return [{ text: plainText(say(value.label)), href: value.href, isName: true }];
    if ("all" in value) return list(value.all);
    if ("day" in value) return [{ text: days.format(new Date(value.day)) }];
    if ("span" in value) return [{ text: span(value.span) }];
    if ("number" in value) return [{ text: numbers.format(value.number) }];
    return [{ text: countries.of(value.country) ?? value.country }];
  }
  return say;
}

/** A part of a text: words, or the name of the value that stands there. */
interface TextPart {
  readonly text: string;
  readonly isPlace: boolean;
}

/** "We are {name}." → "We are ", the place of `name`, ".". */
function piecesOf(text: string): TextPart[] {
  return text
    .split(/(\{\w+\})/)
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith("{") ? { text: part.slice(1, -1), isPlace: true } : { text: part, isPlace: false },
    );
}

/** The names of the values that a text has places for. */
export function placesIn(texts: Texts, key: TextKey): string[] {
  return piecesOf(texts[key]).flatMap(({ text, isPlace }) => (isPlace ? [text] : []));
}
