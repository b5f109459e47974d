import { GraphQLError } from "graphql";

/** `key:value`, `key:>=value`, or a bare word (key undefined). */
export interface Term {
  key: string | undefined;
  operator: "=" | "<" | "<=" | ">" | ">=";
  value: string;
  negated: boolean;
}

/**
 * Shopify's search syntax (https://shopify.dev/docs/api/usage/search-syntax) as far as apps use it: terms joined by
 * AND (or nothing), OR between groups, NOT or `-` in front, quotes, comparisons. The outer list is OR, the inner AND.
 */
export function readSearch(query: string): Term[][] {
  const groups: Term[][] = [[]];
  let negated = false;
  for (const [token] of query.matchAll(/(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s"'()]|["'])+/g)) {
    if (token === "OR") groups.push([]);
    else if (token === "NOT") negated = true;
    else if (token !== "AND") {
      groups.at(-1)?.push(readTerm(token, negated));
      negated = false;
    }
  }
  return groups.filter((group) => group.length > 0);
}

function readTerm(token: string, negated: boolean): Term {
  const minus = token.startsWith("-");
  const found = /^([A-Za-z_.]+):(<=|>=|<|>|=)?([\s\S]*)$/.exec(minus ? token.slice(1) : token);
  const raw = found?.[3] ?? (minus ? token.slice(1) : token);
  return {
    key: found?.[1],
    operator: (found?.[2] ?? "=") as Term["operator"],
    value: raw.replace(/^(["'])([\s\S]*)\1$/, "$2").replace(/\\(.)/g, "$1"),
    negated: negated || minus,
  };
}

/** How one kind of thing answers the terms: by key; the empty key answers bare words. */
export type Matchers<T> = Readonly<Record<string, (item: T, term: Term) => boolean>>;

/** Equal without regard to case; `*` at the end matches any rest. */
export function sameText(have: string | null | undefined, term: Term): boolean {
  if (have === null || have === undefined) return false;
  const wanted = term.value.toLowerCase();
  const value = have.toLowerCase();
  return wanted.endsWith("*") ? value.startsWith(wanted.slice(0, -1)) : value === wanted;
}

const COMPARE: Record<Term["operator"], (have: number, wanted: number) => boolean> = {
  "=": (have, wanted) => have === wanted,
  "<": (have, wanted) => have < wanted,
  "<=": (have, wanted) => have <= wanted,
  ">": (have, wanted) => have > wanted,
  ">=": (have, wanted) => have >= wanted,
};

export const compareNumber = (have: number, term: Term): boolean =>
  COMPARE[term.operator](have, Number(term.value.replace(/^gid:\/\/shopify\/\w+\//, "")));

export const compareDate = (have: Date, term: Term): boolean =>
  COMPARE[term.operator](have.getTime(), new Date(term.value).getTime());

/**
 * A test for the items that a search finds. A key that the stand-in does not know throws and names it, where Shopify
 * would ignore it with a warning: the developer should see it.
 */
export function matcher<T>(kind: string, query: unknown, matchers: Matchers<T>): ((item: T) => boolean) | undefined {
  if (typeof query !== "string" || query.trim() === "") return undefined;
  const groups = readSearch(query);
  for (const { key } of groups.flat()) {
    if (matchers[key ?? ""] === undefined)
      throw new GraphQLError(`stand-in: searching ${kind} by "${key ?? "text"}" is not built`);
  }
  const holds = (item: T, term: Term): boolean => (matchers[term.key ?? ""]?.(item, term) ?? false) !== term.negated;
  return (item) => groups.some((group) => group.every((term) => holds(item, term)));
}
