import { describe, expect, it, test } from "vitest";
import { ANSWER_TIMES } from "./answer-times.ts";
import { authorityOf } from "./authorities.ts";
import { consentRule, STRICTEST } from "./consent-rules.ts";
import { LAW_IDS, lawOf, LAWS, lawsWithin, SINGLE_LAWS } from "./laws.ts";

const TODAY = "2026-11-25";
const placesOf = (id: (typeof LAW_IDS)[number]) => LAWS[id].places.split(" ").filter((place) => place !== "");

describe("the law of a place", () => {
  test("of a part of a country comes before the country's", () => {
    expect([lawOf("US", "CA", TODAY), lawOf("CA", "QC", TODAY), lawOf("CA", "ON", TODAY)]).toEqual([
      "ccpa",
      "law-25",
      "pipeda",
    ]);
    expect([lawOf("DE", "BY", TODAY), lawOf("ES", "CN", TODAY)]).toEqual(["gdpr", "gdpr"]);
  });

  it("is one of several while the part is unknown, and any while the place is", () => {
    expect([lawOf("US", undefined, TODAY), lawOf("CA", null, TODAY)]).toEqual(["us-state", "canada"]);
    expect([lawOf(undefined, undefined, TODAY), lawOf(null, "CA", TODAY), lawOf("", "", TODAY)]).toEqual(
      Array(3).fill("unknown"),
    );
  });

  it("is Shopify's rule where none is known", () => {
    expect([lawOf("US", "WY", TODAY), lawOf("ZZ", undefined, TODAY), lawOf("AU", "NSW", TODAY)]).toEqual(
      Array(3).fill("shopify"),
    );
  });

  it("is not there before its day", () => {
    expect([lawOf("US", "OK", "2026-12-31"), lawOf("US", "OK", "2027-01-01")]).toEqual(["shopify", "us-ok"]);
    expect([lawOf("US", "AL", "2027-04-30"), lawOf("US", "AL", "2027-05-01")]).toEqual(["shopify", "us-al"]);
    expect([lawOf("IN", undefined, "2027-05-13"), lawOf("IN", undefined, "2027-05-14")]).toEqual(["shopify", "dpdp"]);
  });

  it("is the GDPR in all thirty states of the European Economic Area", () => {
    const states = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO".split(
      " ",
    );
    expect(states).toHaveLength(30);
    expect(states.filter((state) => lawOf(state, undefined, TODAY) !== "gdpr")).toEqual([]);
  });
});

test("no place is under two laws, and every zone is one that browsers know", () => {
  const places = LAW_IDS.flatMap(placesOf);
  expect(new Set(places).size).toBe(places.length);
  for (const id of LAW_IDS) expect(() => new Intl.DateTimeFormat("en", { timeZone: LAWS[id].zone })).not.toThrow();
});

test("a law that stands for several stands for each law of its country's parts", () => {
  expect(lawsWithin("us-state")).toContain("ccpa");
  expect(lawsWithin("us-state")).toContain("shopify");
  expect(lawsWithin("us-state")).toHaveLength(23);
  expect(lawsWithin("canada")).toEqual(["law-25", "pipeda"]);
  expect(lawsWithin("gdpr")).toEqual(["gdpr"]);
  expect(lawsWithin("unknown")).toEqual(Object.keys(ANSWER_TIMES).toSorted((a, b) => order(a) - order(b)));
});

const order = (id: string) => (LAW_IDS as readonly string[]).indexOf(id);

test("every place with a law has a rule for consent and an authority to complain to", () => {
  const places = SINGLE_LAWS.flatMap(placesOf);
  expect(places.filter((place) => consentRule(place) === STRICTEST)).toEqual([]);
  const without = places.filter((place) => authorityOf(...partsOf(place)) === null);
  expect(without).toEqual([]);
});

function partsOf(place: string): [country: string, part: string | null] {
  const [country = "", part] = place.split("-");
  return [country, part ?? null];
}

describe("the authority of a person", () => {
  it("is that of their part before their country's", () => {
    expect(authorityOf("US", "CA")?.name).toBe("California Privacy Protection Agency");
    expect(authorityOf("CA", "QC")?.name).toContain("Québec");
    expect(authorityOf("CA", "ON")?.name).toContain("Canada");
    expect(authorityOf("FR", "IDF")).toBe(authorityOf("GP", null));
  });

  it("is looked up in the Union's list when only the law is known, and nobody's where nothing is", () => {
    expect(authorityOf(null, null, true)?.web).toContain("edpb.europa.eu");
    expect(authorityOf(null, null)).toBeNull();
    expect(authorityOf("ZZ", null)).toBeNull();
  });
});
