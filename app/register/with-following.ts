import { withFact } from "./change-facts.ts";
import { PRESET, type Provenance } from "./fact.ts";
import type { AnyFact, Register } from "./facts.ts";
import { usualElement, usualPurpose, usualRetention } from "./preset-register.ts";

const NOTHING: ReadonlySet<string> = new Set();

/**
 * A register with what follows from it: a vendor brings the purposes that it serves, a purpose the elements that it
 * needs, reviews the time they are kept. Each names what it follows from (`ref`), and is not kept by itself, so that it
 * goes with it. Not what is in `removed`: the store said that it is not so.
 */
export function withFollowing(register: Register, removed: ReadonlySet<string> = NOTHING): Register {
  const add = (to: Register, fact: AnyFact, list: readonly AnyFact[]) =>
    removed.has(fact.id) || list.some(({ id }) => id === fact.id) ? to : withFact(to, fact);
  const after = (ref: string): Provenance => ({ ...PRESET, ref });
  let result = register;
  for (const { id, purposes } of register.vendors)
    for (const purpose of purposes) result = add(result, usualPurpose(purpose, after(id)), result.purposes);
  for (const { id, elements } of [...result.purposes, ...register.vendors])
    for (const element of elements) result = add(result, usualElement(element, after(id)), result.elements);
  const hasReviews = result.elements.some(({ element }) => element === "review");
  return hasReviews ? add(result, usualRetention("reviews", after("elements/review")), result.retention) : result;
}
