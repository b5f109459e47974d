import type { Subject } from "../concepts/find-concepts.ts";

/** One of these. */
export type OneOf = Subject | readonly Subject[];

/**
 * One way of making a statement. A passage makes it when everything asked for is there; who asks why is told which
 * words stood for what.
 */
export interface Rule {
  /** In the passage itself. The first is what the statement is about: a denial of it counts as `negated` says. */
  all: readonly OneOf[];
  /** In the passage, or in what a reader has in mind: the headings above, what introduces the list or column, the row. */
  around?: readonly OneOf[];
  /** Only in the headings above, or in what introduces the list or column. */
  under?: readonly OneOf[];
  /** In one of the two sentences before. */
  before?: readonly OneOf[];
  /** In the passage, or in another item of its list: at least `least` of these. */
  some?: { of: readonly Subject[]; least: number };
  /** Not in the passage. */
  none?: readonly Subject[];
  /** Not in the headings above, nor in what introduces the list. */
  notUnder?: readonly Subject[];
  /** How many words may lie between the first and the last of what `all` asks for. Any number when it is missing. */
  within?: number;
  /** Whether "not" may reach the first of `all`: it must not, unless this says "allowed" or "required". */
  negated?: "allowed" | "required";
  /** Whether a heading can say it. */
  heading?: true;
  /** How well a passage of this rule speaks for the statement, against those of its other rules. 1 when missing. */
  weight?: number;
}
