/** The questions that only the store can answer, in the order in which they are asked. At most 15. */
export const QUESTIONS = [
  "store",
  "contact",
  "officer",
  "markets",
  "establishments",
  "representatives",
  "ads",
  "marketing",
  "extras",
  "fraud",
  "age",
  "sensitive",
  "california",
  "do-not-track",
  "keeping",
] as const;
/** One question. */
export type QuestionId = (typeof QUESTIONS)[number];

interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
}

/** A part of a question. "lines" is a text of several lines; "countries" are ISO 3166-1 alpha-2 codes. */
export type Field =
  | (FieldBase & { readonly kind: "text" | "email" | "lines" | "number" | "country" | "countries" })
  | (FieldBase & {
      readonly kind: "one" | "many";
      readonly options: readonly (readonly [value: string, words: string])[];
    });

/** A question as it is put to staff. */
export interface Question {
  readonly asks: string;
  /** Why it is asked: what depends on it. */
  readonly why: string;
  readonly fields: readonly Field[];
}

/** What was answered, by field; a field left empty has no value. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** How far staff came. */
export type QuestionState = "answered" | "skipped";

/** Where the interview goes on: the first question that was neither answered nor skipped; null when there is none. */
export function nextQuestion(states: ReadonlyMap<QuestionId, QuestionState>): QuestionId | null {
  return QUESTIONS.find((question) => !states.has(question)) ?? null;
}
