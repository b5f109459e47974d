import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assembleRegister, type RegisterParts } from "./assemble-register.ts";
import { diffRegisters, layFacts, listed, withFact, withoutFact, withSingle } from "./change-facts.ts";
import { ELEMENT_WORDS } from "./element-words.ts";
import { CCPA_CATEGORY_OF, ELEMENTS, elementsOf, SPECIAL_CATEGORIES, TERM_OF, TERMS } from "./elements.ts";
import { coverFacts, processorsOf } from "./fill-cover.ts";
import { factById, factsOf, kindOf } from "./kinds.ts";
import { presetRegister, usualElement } from "./preset-register.ts";
import { ADVERTISING_PURPOSES, PROCESSING_PURPOSES, PURPOSE_PRESETS } from "./processing-purposes.ts";
import { SALE } from "../law/purposes.ts";
import { registerOf, type Decision } from "./register.ts";
import { OFFICE_VENDORS, PLATFORM_VENDORS } from "./office-vendors.ts";
import { VENDORS } from "./vendors.ts";
import { vendorFact } from "./vendor-fact.ts";

const use = (id: string): Decision => ({ id, needs: null, isUsed: true, own: null });
const parts = (ids: readonly string[], rest: Partial<RegisterParts> = {}): RegisterParts => ({
  ...{ services: registerOf(VENDORS, ids.map(use)), facts: [], removed: [], banner: null },
  ...rest,
});
const someVendors = fc.uniqueArray(fc.constantFrom(...VENDORS.map(({ id }) => id)), { maxLength: 12 });
const registers = someVendors.map((ids) => assembleRegister(parts(ids)));
const CONFIRMED = { status: "confirmed", origin: "staff", ref: "" } as const;

describe("elements and terms", () => {
  it("put each element under exactly one term, and in a category of California’s act", () => {
    const covered = TERMS.flatMap((term) => elementsOf(term));
    expect(covered.toSorted()).toEqual([...ELEMENTS].toSorted());
    expect(Object.keys(TERM_OF)).toHaveLength(ELEMENTS.length);
    expect(Object.keys(CCPA_CATEGORY_OF)).toHaveLength(ELEMENTS.length);
  });

  it("leave no element without a purpose that could need it", () => {
    const used = new Set(PROCESSING_PURPOSES.flatMap((purpose) => PURPOSE_PRESETS[purpose].elements));
    expect(ELEMENTS.filter((element) => !used.has(element))).toEqual(["survey-answer", "health-data"]);
  });
});

describe("vendors' facts", () => {
  it("are there for every vendor, with a ground for each that takes data out of Europe but one that names none", () => {
    for (const { id, processing } of [...VENDORS, ...PLATFORM_VENDORS]) {
      expect(processing?.purposes.length, id).toBeGreaterThan(0);
      expect(processing?.elements.length, id).toBeGreaterThan(0);
    }
    expect(VENDORS.length).toBeGreaterThanOrEqual(100);
    expect(OFFICE_VENDORS.every(({ hosts }) => hosts.length === 0)).toBe(true);
  });

  it("call advertising what the banner holds for sale", () => {
    const odd = VENDORS.filter(({ needs, processing }) => ((needs & SALE) !== 0) !== processing?.ads);
    expect(odd.map(({ id }) => id)).toEqual([]);
  });
});

describe("a register", () => {
  it("is plain JSON whose facts each have an id of their own that leads back to them", () => {
    fc.assert(
      fc.property(registers, (register) => {
        expect(JSON.parse(JSON.stringify(register))).toEqual(register);
        const facts = factsOf(register);
        expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
        for (const fact of facts) expect(factById(register, fact.id)).toBe(fact);
      }),
      { numRuns: 30 },
    );
  });

  it("has every purpose and element that its vendors need, and says from whom they follow", () => {
    fc.assert(
      fc.property(registers, ({ vendors, purposes, elements }) => {
        const purposesHere = new Set(purposes.map(({ purpose }) => purpose));
        const elementsHere = new Set(elements.map(({ element }) => element));
        for (const vendor of vendors) {
          expect(vendor.purposes.filter((purpose) => !purposesHere.has(purpose))).toEqual([]);
          expect(vendor.elements.filter((element) => !elementsHere.has(element))).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
    const loyal = assembleRegister(parts(["smile"]));
    expect(factById(loyal, "purposes/loyalty")).toMatchObject({ status: "preset", ref: "vendors/smile" });
    expect(factById(loyal, "elements/date-of-birth")).toMatchObject({ ref: "purposes/loyalty" });
    expect(factById(assembleRegister(parts(["judge-me"])), "retention/reviews")).toMatchObject({
      ref: "elements/review",
    });
    expect(factById(presetRegister(), "purposes/loyalty")).toBeUndefined();
  });

  it("leaves out what the store said is not so, though a vendor would bring it", () => {
    const register = assembleRegister(parts(["smile"], { removed: ["purposes/loyalty", "elements/risk-assessment"] }));
    expect(factById(register, "purposes/loyalty")).toBeUndefined();
    expect(factById(register, "elements/risk-assessment")).toBeUndefined();
  });

  it("takes what a vendor needs from its service, whatever an older fact says", () => {
    const said = { ...vendorFact(VENDORS[0] as never, CONFIRMED), needs: 8, hasDpa: null };
    const register = assembleRegister(parts([said.vendor], { facts: [said] }));
    expect(factById(register, said.id)).toMatchObject({ needs: 2, hasDpa: null });
  });

  it("knows the cookies of its services and of the shop, third-party ones by their domain", () => {
    const { cookies } = assembleRegister(parts(["doubleclick", "cloudflare"]));
    const named = (name: string) => cookies.find((cookie) => cookie.name === name);
    expect(named("IDE")).toMatchObject({ vendor: "doubleclick", domain: "doubleclick.net", needs: 12, days: 390 });
    expect(named("__cf_bm")).toMatchObject({ isEssential: true });
    expect(named("_shopify_y")).toMatchObject({ vendor: "shopify", domain: "", needs: 2 });
    expect(named("_cndr")).toMatchObject({ vendor: "candor", isEssential: true });
  });
});

describe("changes", () => {
  const facts = factsOf(assembleRegister(parts(["klaviyo", "meta"])));

  it("of one fact are found as that fact alone, and undone by putting it back", () => {
    const register = assembleRegister(parts(["klaviyo", "meta"]));
    fc.assert(
      fc.property(fc.constantFrom(...facts), (fact) => {
        const without = withoutFact(register, fact.id);
        const gone = diffRegisters(register, without);
        if ("id" in register[kindOf(fact.id) ?? "store"]) expect(gone).toEqual([]);
        else expect(gone.map(({ id, after }) => [id, after])).toEqual([[fact.id, undefined]]);
        expect(diffRegisters(withFact(without, fact), register)).toEqual([]);
        const confirmed = withFact(register, { ...fact, ...CONFIRMED, ref: "q" });
        expect(diffRegisters(register, confirmed).map(({ id, isMaterial }) => [id, isMaterial])).toEqual([
          [fact.id, false],
        ]);
      }),
    );
  });

  it("never let a weaker fact take a surer one's place", () => {
    const register = withSingle(presetRegister(), "minors", { minimumAge: 16 });
    const claim = { ...register.minors, status: "claimed", origin: "policy", ref: "S32", minimumAge: 18 } as const;
    expect(layFacts(register, [claim]).minors.minimumAge).toBe(16);
    expect(layFacts(presetRegister(), [claim]).minors.minimumAge).toBe(18);
    const market = listed("markets", { ...CONFIRMED, country: "DE" });
    expect(layFacts(register, [market]).markets).toEqual([market]);
  });

  it("refuse a fact of no kind", () => {
    expect(() => withFact(presetRegister(), { ...usualElement("name"), id: "nothing/name" })).toThrow(RangeError);
  });
});

describe("what a person is told with their data", () => {
  it("is the purposes with their bases, the recipients and the periods that are known", () => {
    const claimed = vendorFact(VENDORS.find(({ id }) => id === "meta") as never, { ...CONFIRMED, status: "claimed" });
    const { purposes, recipients, retention } = coverFacts(
      assembleRegister(parts(["klaviyo", "paypal"], { facts: [claimed] })),
    );
    expect(purposes).toContain("Taking payment (the contract with you).");
    expect(purposes).toContain("Screening orders for fraud (legitimate interests: preventing fraud).");
    expect(recipients.at(-1)).toBe("PayPal (PayPal Holdings, Inc., US): taking payment, screening orders for fraud.");
    expect(recipients).toContain("Klaviyo (Klaviyo, Inc., US): marketing by e-mail, marketing by text message.");
    expect(recipients.join()).not.toContain("Meta");
    expect(retention).toContain("Data of visits: 14 months after they were made.");
    // how long orders are kept depends on the store's country, which nobody has said
    expect(retention.join()).not.toContain("Orders");
  });

  it("goes to the processors that know the person, and not to those that only see a device", () => {
    const register = assembleRegister(parts(["klaviyo", "hotjar", "paypal", "judge-me"]));
    expect(processorsOf(register)).toEqual(["shopify", "candor", "klaviyo", "judge-me"]);
  });
});

describe("the vocabulary", () => {
  it("has words for every element, and knows advertising and special categories among its own codes", () => {
    expect(new Set(Object.values(ELEMENT_WORDS)).size).toBe(ELEMENTS.length);
    expect(ADVERTISING_PURPOSES.every((purpose) => PURPOSE_PRESETS[purpose].basis === "consent")).toBe(true);
    expect(SPECIAL_CATEGORIES.map((element) => CCPA_CATEGORY_OF[element])).toEqual(["sensitive"]);
  });
});
