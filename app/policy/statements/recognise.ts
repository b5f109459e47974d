import type { Placed } from "../reading/passages.ts";
import { STATEMENT_RULES, type StatementId } from "./catalogue.ts";
import { madeBy, type Made } from "./find-statements.ts";
import type { Rule } from "./rule.ts";

/** The statements that passages make, each with all passages that make it, the best first. */
export function recognise(passages: readonly Placed[]): Map<StatementId, Made[]> {
  return recogniseAll(passages, STATEMENT_RULES);
}

/** The same for other rules. */
export function recogniseMarks<Id extends string>(
  passages: readonly Placed[],
  rules: Readonly<Record<Id, readonly Rule[]>>,
): Map<Id, Made[]> {
  return recogniseAll(passages, Object.entries(rules) as [Id, readonly Rule[]][]);
}

function recogniseAll<Id>(
  passages: readonly Placed[],
  table: readonly (readonly [Id, readonly Rule[]])[],
): Map<Id, Made[]> {
  const siblings = siblingsOf(passages);
  const made = new Map<Id, Made[]>();
  for (const [id, rules] of table) {
    const found = passages.flatMap((passage) => bestOf(rules, passage, siblings(passage)));
    if (found.length > 0)
      made.set(
        id,
        found.sort((one, other) => other.weight - one.weight || one.passage.start - other.passage.start),
      );
  }
  return made;
}

function bestOf(rules: readonly Rule[], passage: Placed, siblings: readonly Placed[]): Made[] {
  const made = rules.flatMap((rule) => madeBy(rule, passage, siblings) ?? []);
  return made.length === 0 ? [] : [made.reduce((one, other) => (other.weight > one.weight ? other : one))];
}

/** The other items of a passage's list, and the other cells of its row: what enumerates along with it. */
function siblingsOf(passages: readonly Placed[]): (passage: Placed) => readonly Placed[] {
  const lists = new Map<number, Placed[]>();
  const listOf = new Map<number, number>();
  let list = 0;
  passages.forEach((passage, index) => {
    const before = passages[index - 1];
    if (passage.kind !== "item" || before?.kind !== "item") list += 1;
    listOf.set(passage.index, list);
    if (passage.kind === "item") lists.set(list, [...(lists.get(list) ?? []), passage]);
  });
  return (passage) => (passage.kind === "item" ? (lists.get(listOf.get(passage.index) ?? -1) ?? []) : []);
}
