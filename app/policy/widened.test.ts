import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANALYTICS, MARKETING, NO_PURPOSES } from "../law/purposes.ts";
import { withFact, withoutFact } from "../register/change-facts.ts";
import type { DataElement } from "../register/elements.ts";
import type { Register } from "../register/facts.ts";
import { jeweller } from "./document/test-register.ts";
import { widened } from "./widened.ts";

const full = jeweller(20);
const asked = full.purposes.filter(({ needs }) => needs !== NO_PURPOSES);
const free = full.purposes.filter(({ needs }) => needs === NO_PURPOSES);
const vendors = full.vendors.filter(({ needs }) => needs !== NO_PURPOSES);
const ELEMENTS = full.elements.map(({ element }) => element);

/** Less of a list, at least by one. */
const part = <T>(list: readonly T[]) => fc.subarray([...list], { maxLength: Math.max(0, list.length - 1) });

/** A register that does less than the full one: purposes, recipients, their data and periods are fewer or shorter. */
const narrower: fc.Arbitrary<Register> = fc
  .record({
    purposes: fc.subarray(full.purposes.map(({ id }) => id)),
    vendors: fc.subarray(full.vendors.map(({ id }) => id)),
    elements: fc.subarray(ELEMENTS),
    months: fc.constantFrom(1, 3, 6),
  })
  .map(({ purposes, vendors: kept, elements, months }) => {
    const withThose = (all: readonly DataElement[]) => all.filter((element) => elements.includes(element));
    return {
      ...full,
      purposes: full.purposes
        .filter(({ id }) => purposes.includes(id))
        .map((fact) => ({ ...fact, elements: withThose(fact.elements) })),
      vendors: full.vendors
        .filter(({ id }) => kept.includes(id))
        .map((fact) => ({ ...fact, elements: withThose(fact.elements) })),
      retention: full.retention.map((fact) =>
        fact.category === "visit-data" ? { ...fact, period: { months } } : fact,
      ),
    };
  });

describe("after a change of what a store does, shoppers are asked again", () => {
  it("about nothing where nothing changed", () => {
    expect(widened(full, full)).toBe(NO_PURPOSES);
  });

  it("about nothing where everything became narrower", () => {
    fc.assert(fc.property(narrower, (less) => widened(full, less) === NO_PURPOSES));
  });

  it("about exactly the purposes that a new use needs a yes for", () => {
    fc.assert(
      fc.property(fc.constantFrom(...full.purposes), (fact) => {
        expect(widened(withoutFact(full, fact.id), full)).toBe(fact.needs);
      }),
    );
  });

  it("about exactly the purposes for which a new recipient gets the data", () => {
    fc.assert(
      fc.property(fc.constantFrom(...full.vendors), (fact) => {
        expect(widened(withoutFact(full, fact.id), full)).toBe(fact.needs);
      }),
    );
  });

  it("about exactly a use or recipient that takes more data than it did", () => {
    const anyUse = fc.constantFrom(...[...asked, ...vendors].filter(({ elements }) => elements.length > 0));
    fc.assert(
      fc.property(
        anyUse.chain((fact) => part(fact.elements).map((elements) => ({ fact, elements }))),
        ({ fact, elements }) => {
          const before = withFact(full, { ...fact, elements });
          expect(widened(before, full)).toBe(fact.needs);
          expect(widened(full, before)).toBe(NO_PURPOSES);
        },
      ),
    );
  });

  it("about a use that needs a yes now and did without one before, and not the other way round", () => {
    fc.assert(
      fc.property(fc.constantFrom(...free), fc.integer({ min: 1, max: 15 }), (fact, needs) => {
        const asking = withFact(full, { ...fact, needs });
        expect(widened(full, asking)).toBe(needs);
        expect(widened(asking, full)).toBe(NO_PURPOSES);
      }),
    );
  });

  it("about statistics and advertising where data of visits is kept for longer", () => {
    const rule = full.retention.find(({ category }) => category === "visit-data") ?? expect.fail("no rule");
    const keeping = (months: number) => withFact(full, { ...rule, period: { months } });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (one, other) => {
        expect(widened(keeping(one), keeping(other))).toBe(other > one ? ANALYTICS | MARKETING : NO_PURPOSES);
      }),
    );
    expect(widened(keeping(26), withFact(full, { ...rule, period: "until-asked" }))).toBe(ANALYTICS | MARKETING);
  });

  it("about the union of what each of several changes asks about", () => {
    const anyTwo = fc.tuple(fc.constantFrom(...full.vendors), fc.constantFrom(...full.purposes));
    fc.assert(
      fc.property(anyTwo, ([vendor, purpose]) => {
        const before = withoutFact(withoutFact(full, vendor.id), purpose.id);
        expect(widened(before, full)).toBe(vendor.needs | purpose.needs);
      }),
    );
  });
});
