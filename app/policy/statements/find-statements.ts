import type { Found, Hit, Subject } from "../concepts/find-concepts.ts";
import type { Placed } from "../reading/passages.ts";
import type { OneOf, Rule } from "./rule.ts";

/** A passage that makes a statement, and the words that say so. */
export interface Made {
  passage: Placed;
  weight: number;
  because: readonly { subject: Subject; passage: { words: Placed["words"] }; hit: Hit }[];
}

type Because = Made["because"][number];

const list = (wanted: OneOf): readonly Subject[] => (typeof wanted === "string" ? [wanted] : wanted);

/** How a passage makes a statement by a rule; undefined when it does not. `siblings` are the other items of its list. */
export function madeBy(rule: Rule, passage: Placed, siblings: readonly Placed[]): Made | undefined {
  if (!mayMake(rule, passage)) return undefined;
  const own = ownHits(rule, passage);
  const context = contextOf(rule, passage);
  const more = enough(rule, [passage, ...siblings]);
  if (!own || !context || more === undefined) return undefined;
  return { passage, weight: (rule.weight ?? 1) + more / 10, because: [...own, ...context] };
}

/** What costs least to look at, first. */
function mayMake(rule: Rule, passage: Placed): boolean {
  const { found, kind } = passage;
  if (kind === "heading" && rule.heading !== true) return false;
  if (!rule.all.every((wanted) => speaksOf(found, wanted))) return false;
  if (rule.none?.some((subject) => found.has(subject))) return false;
  return !rule.notUnder?.some((subject) => around(passage).some((other) => other.found.has(subject)));
}

/** Where everything else is found that the rule asks for; undefined when something is missing. */
function contextOf(rule: Rule, passage: Placed): Because[] | undefined {
  const above = around(passage);
  const places = [
    ...elsewhere(rule.around, [passage, ...above]),
    ...elsewhere(rule.under, above),
    ...elsewhere(rule.before, passage.before),
  ];
  return places.every((place) => place !== undefined) ? places : undefined;
}

function speaksOf(found: Found, wanted: OneOf): boolean {
  return typeof wanted === "string" ? found.has(wanted) : wanted.some((subject) => found.has(subject));
}

function around({ headings, around: near }: Placed): readonly { found: Found; words: Placed["words"] }[] {
  return [...near, ...headings];
}

/** The hits in the passage itself that together are nearest to each other. */
function ownHits({ all, negated, within }: Rule, passage: Placed): Because[] | undefined {
  const groups = all.map((wanted, index) => {
    const hits = list(wanted).flatMap((subject) =>
      (passage.found.get(subject) ?? []).map((hit) => ({ subject, passage, hit })),
    );
    return index === 0 ? hits.filter(({ hit }) => allows(negated, hit)) : hits;
  });
  const [first = [], ...rest] = groups;
  if (first.length === 0 || rest.some((group) => group.length === 0)) return undefined;
  const tries = first.slice(0, 8).map((start) => [start, ...rest.map((group) => nearest(group, start.hit))]);
  const best = tries.reduce((one, other) => (span(other) < span(one) ? other : one));
  return within === undefined || span(best) <= within ? best : undefined;
}

function allows(negated: Rule["negated"], hit: Hit): boolean {
  return negated === "allowed" || hit.negated === (negated === "required");
}

function nearest(group: readonly Because[], to: Hit): Because {
  return group.reduce((one, other) => (distance(other.hit, to) < distance(one.hit, to) ? other : one));
}

function distance(one: Hit, other: Hit): number {
  return Math.max(one.from - other.to, other.from - one.to, 0);
}

function span(chosen: readonly Because[]): number {
  return Math.max(...chosen.map(({ hit }) => hit.to)) - Math.min(...chosen.map(({ hit }) => hit.from));
}

/** For each thing asked for, where it is found first; undefined where it is not. */
function elsewhere(
  wanted: readonly OneOf[] | undefined,
  places: readonly { found: Found; words: Placed["words"] }[],
): (Because | undefined)[] {
  return (wanted ?? []).map((one) => {
    for (const place of places) {
      for (const subject of list(one)) {
        const hit = place.found.get(subject)?.[0];
        if (hit) return { subject, passage: place, hit };
      }
    }
    return undefined;
  });
}

/** How many of `some` the passage itself has; undefined when the list as a whole has too few. */
function enough({ some }: Rule, places: readonly Placed[]): number | undefined {
  if (!some) return 0;
  const inAny = some.of.filter((subject) => places.some(({ found }) => found.has(subject)));
  if (inAny.length < some.least) return undefined;
  return some.of.filter((subject) => places[0]?.found.has(subject)).length;
}
