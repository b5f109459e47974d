import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publicRegister, type PublicRegister } from "../consent/public-register.ts";
import { jeweller } from "../policy/document/test-register.ts";
import { presetFor } from "../processors/presets.ts";
import { assembleRegister } from "../register/assemble-register.ts";
import { diffRegisters, withFact, withoutFact } from "../register/change-facts.ts";
import type { AnyFact, RetentionFact } from "../register/facts.ts";
import { factsOf, kindOf } from "../register/kinds.ts";
import { registerOf, type Decision } from "../register/register.ts";
import { VENDORS } from "../register/vendors.ts";
import { planRetention } from "./plan-retention.ts";

const NOW = new Date("2026-11-27T09:00:00Z");
const full = jeweller(12);
const anyFact = fc.constantFrom(...factsOf(full));
const anyVendor = fc.constantFrom(...VENDORS);
const someUsed = fc.uniqueArray(anyVendor, { maxLength: 8, selector: ({ id }) => id });

const decided = (ids: readonly string[]): Decision[] => ids.map((id) => ({ id, needs: null, isUsed: true, own: null }));
const services = (ids: readonly string[]) => registerOf(VENDORS, decided(ids));
const register = (ids: readonly string[]) =>
  assembleRegister({ services: services(ids), facts: [], removed: [], banner: null });
/** Each purpose of the banner with the names of the services behind it. */
const purposes = (of: PublicRegister) =>
  Object.entries(of).flatMap(([purpose, behind]) => behind.map(({ name }) => `${purpose}: ${name}`));
/** Services that the store uses, with what each is asked as a processor. */
const tasks = (ids: readonly string[]) =>
  services(ids).flatMap(({ id, isUsed }) => (isUsed ? [`${id}: ${presetFor(id).acts.join(" ")}`] : []));

/** What follows from who serves a store: what it does, with which data, defined under which term, kept for how long. */
const FOLLOWING: readonly string[] = ["purposes", "elements", "terms", "retention"];

/** What is in one list only. */
const differing = (one: readonly string[], other: readonly string[]) => [
  ...one.filter((text) => !other.includes(text)),
  ...other.filter((text) => !one.includes(text)),
];

describe("when one fact of a register is flipped", () => {
  test("a service that is used or not changes what the banner shows of it, its tasks, its facts, and nothing else", () => {
    fc.assert(
      fc.property(someUsed, anyVendor, (used, flipped) => {
        const without = used.map(({ id }) => id).filter((id) => id !== flipped.id);
        const [before, after] = [without, [...without, flipped.id]];
        for (const line of differing(
          purposes(publicRegister(services(before))),
          purposes(publicRegister(services(after))),
        ))
          expect(line.endsWith(`: ${flipped.name}`), line).toBe(true);
        expect(differing(tasks(before), tasks(after))).toEqual([
          `${flipped.id}: ${presetFor(flipped.id).acts.join(" ")}`,
        ]);
        for (const { id, before: was, after: is } of diffRegisters(register(before), register(after))) {
          const fact = (is ?? was) as AnyFact;
          const isOwn = id === `vendors/${flipped.id}` || ("vendor" in fact && fact.vendor === flipped.id);
          expect(isOwn || FOLLOWING.includes(kindOf(id) ?? ""), id).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a retention rule changes its own job, the store's country that of orders, and no other fact any", () => {
    const jobs = (of: typeof full) => planRetention(of, NOW).map((plan) => JSON.stringify(plan));
    fc.assert(
      fc.property(anyFact, (fact) => {
        const flipped = withFact(full, flip(fact));
        const changed = differing(jobs(full), jobs(flipped)).map(
          (text) => (JSON.parse(text) as RetentionFact).category,
        );
        const may =
          kindOf(fact.id) === "retention" ? [(fact as RetentionFact).category] : fact.id === "store" ? ["orders"] : [];
        for (const category of changed) expect(may, fact.id).toContain(category);
        if (kindOf(fact.id) === "retention") expect(changed.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  test("a retention rule that is gone has no job any more", () => {
    for (const fact of full.retention) {
      const left = planRetention(withoutFact(full, fact.id), NOW).map(({ category }) => category);
      expect(left).not.toContain(fact.category);
      expect(left).toHaveLength(planRetention(full, NOW).length - 1);
    }
  });
});

/** A fact that says something else. */
function flip(fact: AnyFact): AnyFact {
  if (kindOf(fact.id) === "retention") return { ...fact, period: { months: 7 } };
  const turned = Object.entries(fact).map(([name, value]: [string, unknown]): [string, unknown] => {
    if (["id", "status", "origin", "ref"].includes(name)) return [name, value];
    if (typeof value === "boolean") return [name, !value];
    return [
      name,
      ["legalName", "value", "url"].includes(name) ? `${String(value)}x` : name === "country" ? "DE" : value,
    ];
  });
  return Object.fromEntries(turned) as unknown as AnyFact;
}
