import { stem } from "../reading/stem.ts";
import type { Word } from "../reading/words.ts";
import { LEXICON, type Concept } from "./lexicon.ts";
import { PATTERNS, type Pattern } from "./patterns.ts";

/** What a passage can speak of: a concept of the lexicon, or a pattern of the text. */
export type Subject = Concept | Pattern;

/** Where a concept was found: the positions of its first and last word in the passage, and whether a "not" reaches it. */
export interface Hit {
  from: number;
  to: number;
  negated: boolean;
}

/** What a passage speaks of. */
export type Found = ReadonlyMap<Subject, readonly Hit[]>;

/** One word of a phrase: any of these stems, after up to `gap` other words. */
interface Step {
  stems: ReadonlySet<string>;
  gap: number;
  optional: boolean;
}
interface Phrase {
  concept: Concept;
  steps: readonly Step[];
}

const GAPS: Readonly<Record<string, number>> = { _: 2, __: 5 };
const PHRASES = indexPhrases();
const VOCABULARY = new Set(
  [...PHRASES.values()].flat().flatMap(({ steps }) => steps.flatMap(({ stems }) => [...stems])),
);
const MISSPELT = misspellings();

/** Phrases by the stem of their first word. */
function indexPhrases(): ReadonlyMap<string, readonly Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const [concept, phrases] of Object.entries(LEXICON) as [Concept, string][]) {
    for (const text of phrases.split(",")) {
      const steps = stepsOf(text);
      for (const first of steps[0]?.stems ?? []) index.set(first, [...(index.get(first) ?? []), { concept, steps }]);
    }
  }
  return index;
}

function stepsOf(phrase: string): Step[] {
  let gap = 0;
  return phrase.split(/\s+/).flatMap((part) => {
    if (part in GAPS) gap = GAPS[part] ?? 0;
    if (part in GAPS || part === "") return [];
    const optional = part.endsWith("?");
    const step = {
      stems: new Set(
        part
          .replace("?", "")
          .split("|")
          .map((word) => stem(word.replace(/'s?$/, ""))),
      ),
      gap,
      optional,
    };
    gap = 0;
    return [step];
  });
}

/** What the concepts' words look like with a letter left out, for words of seven letters or more. */
function misspellings(): ReadonlyMap<string, string> {
  const pairs = [...VOCABULARY]
    .filter((word) => word.length >= 7)
    .flatMap((word) => lessOne(word).map((form) => [form, word] as const));
  return new Map(pairs.filter(([form]) => !VOCABULARY.has(form)));
}

function lessOne(word: string): string[] {
  return Array.from(word, (_letter, index) => word.slice(0, index) + word.slice(index + 1)).slice(1);
}

const SEEN = new Map<string, string>();

/** A word as the phrases know it: one letter too few or too many is forgiven in a long word that they don't know. */
function known(word: string): string {
  if (VOCABULARY.has(word) || word.length < 5) return word;
  const seen = SEEN.get(word);
  if (seen !== undefined) return seen;
  const found = corrected(word);
  if (SEEN.size < 20_000) SEEN.set(word, found);
  return found;
}

function corrected(word: string): string {
  const less = MISSPELT.get(word);
  if (less !== undefined) return less;
  return word.length < 7 ? word : (lessOne(word).find((form) => VOCABULARY.has(form)) ?? word);
}

/** What the passage of `text` with these words speaks of. */
export function subjectsIn(text: string, words: readonly Word[]): Found {
  const stems = words.map((word) => known(word.stem));
  const denials = denialsIn(words, stems);
  const found = new Map<Subject, Hit[]>(patternsIn(text, words));
  stems.forEach((first, from) => {
    for (const { concept, steps } of PHRASES.get(first) ?? []) {
      const to = matchRest(stems, from, steps);
      if (to === undefined) continue;
      const hits = found.get(concept);
      const hit = { from, to, negated: denials[from] === true };
      if (hits) hits.push(hit);
      else found.set(concept, [hit]);
    }
  });
  return found;
}

function patternsIn(text: string, words: readonly Word[]): [Subject, Hit[]][] {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return [];
  const base = Math.max(0, first.start - 1);
  const passage = text.slice(base, last.end + 1);
  return (Object.entries(PATTERNS) as [Pattern, RegExp][]).flatMap(([pattern, shape]) => {
    const match = shape.exec(passage);
    if (!match) return [];
    const [start, end] = [base + match.index, base + match.index + match[0].length];
    const from = words.findIndex((word) => word.end > start);
    const to = words.findLastIndex((word) => word.start < end);
    return [[pattern, [{ from: Math.max(from, 0), to: Math.max(to, from, 0), negated: false }]]];
  });
}

/** Where the phrase ends that begins at `from`; undefined when it does not go on so. */
function matchRest(stems: readonly string[], from: number, steps: readonly Step[]): number | undefined {
  let at = from;
  for (const { stems: wanted, gap, optional } of steps.slice(1)) {
    const next = nextOf(stems, at + 1, wanted, gap);
    if (next === undefined && !optional) return undefined;
    at = next ?? at;
  }
  return at;
}

function nextOf(stems: readonly string[], start: number, wanted: ReadonlySet<string>, gap: number): number | undefined {
  for (let at = start; at <= start + gap; at += 1) if (wanted.has(stems[at] ?? "")) return at;
  return undefined;
}

const NOT = new Set(
  ["not", "never", "no", "neither", "nor", "nobody", "none", "without", "refrain", "nothing"].map(stem),
);
/** After these words "not" denies nothing: "not only", "not limited to", "no later", "whether or not". */
const NO_DENIAL = new Set(["only", "limit", "later", "longer", "just", "matter", "less", "more", "long"].map(stem));
const REACH = 9;

/** For each word, whether a denial before it in its clause reaches it. */
function denialsIn(words: readonly Word[], stems: readonly string[]): boolean[] {
  let reach = 0;
  return stems.map((word, index) => {
    if (words[index]?.breaks === true || word === "but" || word === "unless" || word === "except") reach = 0;
    const isDenied = reach > 0;
    reach -= 1;
    if (NOT.has(word) && !NO_DENIAL.has(stems[index + 1] ?? "") && !isConditional(stems, index)) reach = REACH;
    return isDenied;
  });
}

/** "If you do not …" and "whether or not" deny nothing. */
function isConditional(stems: readonly string[], at: number): boolean {
  return stems.slice(Math.max(0, at - 4), at).some((word) => word === "if" || word === "whether" || word === "unless");
}
