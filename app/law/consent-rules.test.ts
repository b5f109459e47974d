import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { CONSENT_MODELS, consentRule, STRICTEST, type ConsentModel } from "./consent-rules.ts";

const EEA = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO";
const STATES =
  "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI " +
  "SC SD TN TX UT VT VA WA WV WI WY DC";
/** States whose act gives a right to opt out; Oklahoma's binds from 2027-01-01, Alabama's from 2027-05-01. */
const ACTS = "AL CA CO CT DE FL IA IN KY MD MN MT NE NH NJ OK OR RI TN TX UT VA";
const SIGNAL_STATES = "CA CO CT DE MD MN MT NE NH NJ OR TX";
const PROVINCES = "AB BC MB NB NL NS NT NU ON PE SK YT";
const list = (text: string, prefix = "") => text.split(" ").map((part) => prefix + part);

/** What the law of a place says, looked up apart from the code. */
const FACTS: [source: string, regions: string[], model: ConsentModel, months: number][] = [
  ["ePrivacy art. 5(3); CNIL, Garante, DPC: six months", list(EEA).filter((state) => state !== "ES"), "opt-in", 6],
  ["ePrivacy art. 5(3); AEPD: up to two years", ["ES"], "opt-in", 24],
  ["TFEU art. 355: outermost regions, and Åland", list("GP GF MQ RE YT MF AX"), "opt-in", 6],
  ["PECR reg. 6", ["GB"], "opt-in", 6],
  ["Law 25 s. 8.1: tracking is off by default", ["CA-QC"], "opt-in", 6],
  ["LGPD, PIPA, PDPA", list("BR KR TH"), "opt-in", 6],
  ["DPDP Act, from 2027-05-14", ["IN"], "opt-in", 6],
  ["nFADP and KVKK, as strict as their neighbours", list("CH TR"), "opt-in", 6],
  ["PIPEDA", list(PROVINCES, "CA-"), "opt-out", 0],
  ["state acts", list(ACTS, "US-"), "opt-out", 0],
  [
    "no comprehensive act of the state",
    list(STATES)
      .filter((state) => !list(ACTS).includes(state))
      .map((state) => `US-${state}`),
    "notice",
    0,
  ],
  ["APPI; Privacy Act 2020", list("JP NZ"), "notice", 0],
];

describe("the rule of a place is that of its law:", () => {
  it.each(FACTS)("%s", (_source, regions, model, months) => {
    expect(regions.length).toBeGreaterThan(0);
    const rules = regions.map((region) => [region, consentRule(region)]);
    expect(rules).toEqual(regions.map((region) => [region, { ...consentRule(region), model, months }]));
  });
});

test("thirty states of the EEA, fifty-one parts and twenty-two acts of the United States were looked up", () => {
  expect([list(EEA), list(STATES), list(ACTS)].map(({ length }) => length)).toEqual([30, 51, 22]);
});

test("Global Privacy Control binds in twelve states and no others", () => {
  const binding = list(STATES).filter((state) => consentRule(`US-${state}`).bindsToSignal);
  expect(binding.sort()).toEqual(list(SIGNAL_STATES));
  expect(binding).toHaveLength(12);
});

test("the signal binds nowhere else that has a rule of its own", () => {
  const others = FACTS.flatMap(([, regions]) => regions).filter((region) => !region.startsWith("US-"));
  expect(others.filter((region) => consentRule(region).bindsToSignal)).toEqual([]);
});

const strictness = (model: ConsentModel) => CONSENT_MODELS.length - CONSENT_MODELS.indexOf(model);

describe("who does not know where a visitor is", () => {
  it("takes the strictest rule", () => {
    expect(STRICTEST).toEqual({ model: "opt-in", bindsToSignal: true, months: 6 });
    expect(["", "ZZ", "de", "AU", "MX", "CO", "AL", "MX-CMX"].map(consentRule)).toEqual(Array(8).fill(STRICTEST));
    expect(consentRule(null)).toEqual(STRICTEST);
  });

  it("takes the strictest rule of the country when only the country is known", () => {
    expect(consentRule("US")).toEqual({ model: "opt-out", bindsToSignal: true, months: 0 });
    expect(consentRule("CA")).toEqual({ model: "opt-in", bindsToSignal: false, months: 6 });
    const parts = [...list(STATES, "US-"), ...list(PROVINCES, "CA-"), "CA-QC"];
    for (const part of parts) {
      const [own, country] = [consentRule(part), consentRule(part.slice(0, 2))];
      expect(strictness(country.model)).toBeGreaterThanOrEqual(strictness(own.model));
      if (own.bindsToSignal) expect(country.bindsToSignal).toBe(true);
    }
  });
});

test("a part without a rule of its own has its country's", () => {
  expect(consentRule("ES-CN")).toEqual(consentRule("ES"));
  expect(consentRule("GB-SCT")).toEqual(consentRule("GB"));
  expect(consentRule("DE-BY")).toEqual(consentRule("DE"));
});

test("the rest of a country has the rule of the parts that nobody named", () => {
  expect(consentRule("CA-*")).toEqual(consentRule("CA-ON"));
  expect(consentRule("US-*")).toEqual(consentRule("US-WY"));
  expect(consentRule("DE-*")).toEqual(consentRule("DE"));
});

test("a country and a state of the same letters are not taken for each other", () => {
  expect(consentRule("IN").model).toBe("opt-in");
  expect(consentRule("US-IN").model).toBe("opt-out");
  expect(consentRule("DE").bindsToSignal).toBe(false);
  expect(consentRule("US-DE").bindsToSignal).toBe(true);
  expect(consentRule("MT").model).toBe("opt-in");
});

test("a choice lapses only where consent is asked for, and never sooner than after six months", () => {
  const letter = fc.integer({ min: 65, max: 90 }).map((code) => String.fromCharCode(code));
  const code = fc.array(letter, { minLength: 2, maxLength: 2 }).map((letters) => letters.join(""));
  const region = fc.oneof(
    code,
    fc.tuple(code, code).map(([country, part]) => `${country}-${part}`),
    fc.string(),
  );
  fc.assert(
    fc.property(region, (place) => {
      const { model, months } = consentRule(place);
      expect(CONSENT_MODELS).toContain(model);
      if (model === "opt-in") expect(months).toBeGreaterThanOrEqual(6);
      else expect(months).toBe(0);
    }),
    { numRuns: 2000 },
  );
});
