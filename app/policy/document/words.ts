import type { RetentionPeriod } from "../../register/retention-rules.ts";
import type en from "../texts/en.json";
import type { Regime } from "./regimes.ts";

/** The name of a text; every language has the same. */
export type TextKey = keyof typeof en;

/** All texts of one language, by name. `{name}` in a text is the place of a value. */
export type Texts = Readonly<Record<TextKey, string>>;

/** Why something stands in a policy: the facts it says, the articles that ask for it, the laws under which it is there. */
export interface Reason {
  /** Ids of facts of the register. */
  readonly facts: readonly string[];
  readonly articles: readonly string[];
  /** Empty: under every law. */
  readonly regimes: readonly Regime[];
}

/** A link. `href` is an address, or a path of the storefront. */
export interface Link {
  readonly href: string;
  readonly label: Words | string;
}

/** What can stand in the place of a value. A text is said as it is: names and addresses, never words of a language. */
export type Value =
  | string
  | Words
  | Link
  | { readonly all: readonly Value[] }
  | { readonly day: string }
  | { readonly span: Exclude<RetentionPeriod, "until-asked" | null> }
  | { readonly number: number }
  | { readonly country: string };

/** A text with its values, in no language yet. */
export interface Words {
  readonly text: TextKey;
  readonly values?: Readonly<Record<string, Value>>;
}

/** A sentence, and why it is there. */
export interface Sentence {
  readonly words: Words;
  readonly because: Reason;
}

/** A row of a table: a value for each column, and why it is there. */
export interface Row {
  readonly cells: readonly Value[];
  readonly because: Reason;
}

/** A piece of a section. */
export type Block =
  | { readonly kind: "paragraph"; readonly sentences: readonly Sentence[] }
  | { readonly kind: "list"; readonly items: readonly Sentence[] }
  | { readonly kind: "table"; readonly head: readonly Words[]; readonly rows: readonly Row[] };

/** A section under its title. `id` is also its anchor. */
export interface Section {
  readonly id: string;
  readonly title: Words;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

/** A policy in no language yet: facts and law as a tree whose every sentence and row says why it is there. */
export interface PolicyDocument {
  readonly regimes: readonly Regime[];
  readonly sections: readonly Section[];
}

/** A sentence about some facts. */
export function sentence(words: Words, because: Partial<Reason>): Sentence {
  return { words, because: { facts: [], articles: [], regimes: [], ...because } };
}

/** A text with values. */
export function words(text: TextKey, values?: Readonly<Record<string, Value>>): Words {
  return values === undefined ? { text } : { text, values };
}

/** A paragraph of the sentences that are there; nothing when there are none. */
export function paragraph(...sentences: readonly (Sentence | false | undefined | null)[]): Block[] {
  const there = sentences.filter((one) => one !== false && one != null);
  return there.length === 0 ? [] : [{ kind: "paragraph", sentences: there }];
}

/** A list of the items that are there; nothing when there are none. */
export function list(items: readonly Sentence[]): Block[] {
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

/** A table; nothing when it has no row. */
export function table(head: readonly TextKey[], rows: readonly Row[]): Block[] {
  return rows.length === 0 ? [] : [{ kind: "table", head: head.map((key) => words(key)), rows }];
}

/** A row about some facts. */
export function row(cells: readonly Value[], because: Partial<Reason>): Row {
  return { cells, because: { facts: [], articles: [], regimes: [], ...because } };
}

/** A section, unless there is nothing in it. */
export function section(
  id: string,
  title: TextKey,
  blocks: readonly Block[],
  sections: readonly Section[] = [],
): Section[] {
  return blocks.length + sections.length === 0 ? [] : [{ id, title: words(title), blocks, sections }];
}
