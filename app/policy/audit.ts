import { nothingBehind } from "./gaps/empty-links.ts";
import { gapsIn, type GapId } from "./gaps/find-gaps.ts";
import type { Reading } from "./gaps/gap.ts";
import { languageOf, regionsNotSpoken } from "./gaps/language.ts";
import { dayIn } from "./gaps/last-change.ts";
import { leftoversIn, type Stretch } from "./gaps/leftovers.ts";
import { placesOf } from "./gaps/places.ts";
import { seatOf } from "./gaps/seat.ts";
import type { PolicyDocument } from "./reading/document.ts";
import { passagesOf, type Placed } from "./reading/passages.ts";
import type { StatementId } from "./statements/catalogue.ts";
import type { Made } from "./statements/find-statements.ts";
import { MARK_RULES, type Mark } from "./statements/marks.ts";
import { recognise, recogniseMarks } from "./statements/recognise.ts";

/** A stretch of the document's text, and the words that stand there. */
export interface Quote extends Stretch {
  sentence: string;
}

/** A statement that the policy makes: the sentence that makes it best, the words that say so, and where else it is made. */
export interface FoundStatement extends Quote {
  id: StatementId;
  /** Which words stood for what: `cookies: "cookies"; refusing cookies: "turn off"`. */
  because: string;
  also: readonly Quote[];
}

/** A gap: why it is one, by which law, and the sentence that it rests on, if it rests on one. */
export interface PolicyGap extends Partial<Quote> {
  id: GapId;
  why: string;
  law: string;
}

/** What was read in a policy. */
export interface PolicyAudit {
  /** ISO 639-1 of the language it is written in, "" when it shows none. Statements are recognised in English only. */
  language: string;
  statements: readonly FoundStatement[];
  gaps: readonly PolicyGap[];
  /** Links with nothing behind them and lists without items. `text` is the link's words. */
  empty: readonly (Quote & { kind: "link" | "list"; text: string })[];
  /** What a template left behind. */
  leftovers: readonly Quote[];
}

/**
 * Recognises what a policy says, and what it lacks where it is read: `regions` are ISO 3166 codes ("DE", "US-CA"),
 * `today` is YYYY-MM-DD (without it nothing is judged old). Works on any text, by rules made of words; each hit can be
 * explained. What it finds is claimed by the policy, not confirmed by anybody.
 */
export function auditPolicy(document: PolicyDocument, regions: readonly string[], today?: string): PolicyAudit {
  const { text } = document;
  const passages = passagesOf(document);
  const statements = recognise(passages);
  const reading = readingOf(document, { passages, statements, regions, today });
  const quote = ({ start, end }: Stretch): Quote => ({ sentence: quoted(text, start, end), start, end });
  return {
    language: reading.language,
    statements: [...statements].map(([id, [best, ...others]]) =>
      statementOf(id, best as Made, others, { text, quote }),
    ),
    gaps: gapsIn(reading).map(({ at, ...gap }) => ({ ...gap, ...(at && quote(at)) })),
    empty: reading.nothings.map(({ kind, start, end, passage }) => ({
      ...quote(passage),
      kind,
      text: text.slice(start, end),
    })),
    leftovers: reading.leftovers.map(quote),
  };
}

interface Recognised {
  passages: readonly Placed[];
  statements: ReadonlyMap<StatementId, readonly Made[]>;
  regions: readonly string[];
  today: string | undefined;
}

function readingOf(document: PolicyDocument, { passages, statements, regions, today }: Recognised): Reading {
  const { text } = document;
  const marks = recogniseMarks(passages, MARK_RULES);
  const made = (id: StatementId) => statements.get(id) ?? [];
  const marked = (mark: Mark) => marks.get(mark) ?? [];
  const textOf = ({ passage }: Made) => text.slice(passage.start, passage.end);
  const language = languageOf(text);
  const upper = regions.map((region) => region.toUpperCase());
  return {
    regions: upper,
    places: placesOf(upper),
    language,
    notSpoken: regionsNotSpoken(upper, language, marked("offered in languages").map(textOf).join(" ")),
    seat: seatOf([...made("S34"), ...made("S73")].map(textOf)),
    reachable: isReachable(document, passages) || made("S34").length > 0 || made("S36").length > 0,
    nothings: nothingBehind(document, passages),
    leftovers: leftoversIn(text),
    changed: made("S37")
      .map(textOf)
      .flatMap((sentence) => dayIn(sentence) ?? [])
      .toSorted()
      .at(-1),
    today,
    made,
    marked,
    says: (...ids) => ids.some((id) => statements.has(id)),
  };
}

function isReachable({ links }: PolicyDocument, passages: readonly Placed[]): boolean {
  const hasLink = links.some(({ href }) => href !== null && /^(mailto|tel):/i.test(href));
  return hasLink || passages.some(({ words }) => words.some(({ stem }) => stem === "<email>" || stem === "<phone>"));
}

/** The words of the text, on one line. */
function quoted(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/\s+/g, " ");
}

interface Quoting {
  text: string;
  quote: (stretch: Stretch) => Quote;
}

function statementOf(id: StatementId, best: Made, others: readonly Made[], { text, quote }: Quoting): FoundStatement {
  const because = best.because.map(({ subject, passage, hit }) => {
    const [first, last] = [passage.words[hit.from], passage.words[hit.to]];
    return `${subject}: “${first && last ? quoted(text, first.start, last.end) : ""}”`;
  });
  return { id, ...quote(best.passage), because: because.join("; "), also: others.map(({ passage }) => quote(passage)) };
}
