import fc from "fast-check";
import { beforeAll, describe, expect, it, test } from "vitest";
import { ANSWER_TIMES } from "./answer-times.ts";
import type { Holidays } from "./business-days.ts";
import { calendarsOf, clockOf, type ClockFacts } from "./clocks.ts";
import { holidaysFor } from "./holidays.server.ts";
import { LAW_IDS, type LawId } from "./laws.ts";
import { REQUEST_KINDS } from "./requests.ts";

let holidays: Holidays;
beforeAll(async () => {
  // the calendars of both laws that count business days: the same function answers for each
  holidays = await holidaysFor("ccpa");
});

const at = (text: string) => new Date(text.length === "YYYY-MM-DD".length ? `${text}T12:00:00Z` : text);
const facts = (changed: Partial<ClockFacts>): ClockFacts => ({
  ...{ law: "gdpr", kind: "access", isFromShopify: false, receivedAt: at("2026-11-25"), identityProvenAt: null },
  ...{ pausedAt: null, pausedMs: 0, extendedAt: null, zone: "UTC", sellsTo: [] },
  ...changed,
});
const clock = (changed: Partial<ClockFacts>, now = changed.receivedAt ?? at("2026-11-25")) =>
  clockOf(facts(changed), holidays, now);
const iso = (date: Date | null) => date?.toISOString().replace(":00.000Z", "Z");

describe("an answer is due", () => {
  it.each<[LawId, ClockFacts["kind"], string, string]>([
    ["gdpr", "access", "2026-01-15T12:00Z", "2026-02-15T12:00Z"],
    ["gdpr", "access", "2026-01-31T12:00Z", "2026-02-28T12:00Z"],
    ["gdpr", "access", "2028-01-31T12:00Z", "2028-02-29T12:00Z"],
    ["gdpr", "delete", "2026-05-31T12:00Z", "2026-06-30T12:00Z"],
    ["gdpr", "access", "2026-12-31T12:00Z", "2027-01-31T12:00Z"],
    ["uk-gdpr", "access", "2026-08-31T12:00Z", "2026-09-30T12:00Z"],
    ["fadp", "access", "2026-11-25T12:00Z", "2026-12-25T12:00Z"],
    ["ccpa", "access", "2026-11-25T12:00Z", "2027-01-09T12:00Z"],
    ["ccpa", "opt-out-of-sale", "2026-11-25T12:00Z", "2026-12-18T12:00Z"],
    ["ccpa", "limit-sensitive", "2027-01-04T12:00Z", "2027-01-26T12:00Z"],
    ["us-va", "access", "2026-11-25T12:00Z", "2027-01-09T12:00Z"],
    ["us-va", "appeal", "2026-11-25T12:00Z", "2027-01-24T12:00Z"],
    ["us-co", "appeal", "2026-11-25T12:00Z", "2027-01-09T12:00Z"],
    ["us-ia", "delete", "2026-11-25T12:00Z", "2027-02-23T12:00Z"],
    ["us-ri", "withdraw-consent", "2026-11-25T12:00Z", "2026-12-10T12:00Z"],
    ["law-25", "access", "2026-11-25T12:00Z", "2026-12-25T12:00Z"],
    ["pipeda", "access", "2026-11-25T12:00Z", "2026-12-25T12:00Z"],
    ["lgpd", "access", "2026-11-25T12:00Z", "2026-12-10T12:00Z"],
    ["appi", "access", "2026-11-25T12:00Z", "2026-12-09T12:00Z"],
    ["pipa", "access", "2026-11-25T12:00Z", "2026-12-05T12:00Z"],
    ["privacy-act-nz", "access", "2026-08-31T12:00Z", "2026-09-28T11:00Z"],
    ["privacy-act-nz", "access", "2026-12-10T12:00Z", "2027-01-29T12:00Z"],
    ["pdpa", "access", "2026-11-25T12:00Z", "2026-12-25T12:00Z"],
    ["shopify", "delete", "2026-11-25T12:00Z", "2026-12-25T12:00Z"],
    ["us-state", "access", "2026-11-25T12:00Z", "2026-12-25T12:00Z"],
    ["us-state", "opt-out-of-sale", "2026-12-01T12:00Z", "2026-12-22T12:00Z"],
    ["canada", "access", "2026-11-25T12:00Z", "2026-12-25T12:00Z"],
    ["unknown", "access", "2026-11-25T12:00Z", "2026-12-05T12:00Z"],
  ])("under %s, for %s received at %s, at %s", (law, kind, received, due) => {
    expect(iso(clock({ law, kind, receivedAt: at(received) }).due)).toBe(due);
  });

  it("in 30 days at the latest where Shopify asks, whatever the law gives", () => {
    const due = (law: LawId) => iso(clock({ law, isFromShopify: true }).due);
    expect([due("ccpa"), due("us-ia"), due("lgpd")]).toEqual([
      "2026-12-25T12:00Z",
      "2026-12-25T12:00Z",
      "2026-12-10T12:00Z",
    ]);
  });
});

describe("where nobody knows where the person is, an answer is due", () => {
  const due = (sellsTo: string[]) => iso(clock({ law: "unknown", sellsTo }).due);

  it("as early as any law asks of those of the countries that the store sells to", () => {
    expect(due(["US", "AU"])).toBe("2026-12-25T12:00Z");
    expect(due(["DE", "BR"])).toBe("2026-12-10T12:00Z");
    expect(due(["NZ"])).toBe("2026-12-23T12:00Z");
    expect(due(["CA"])).toBe("2026-12-25T12:00Z");
  });

  it("as early as any law at all asks where those are not known either", () => {
    expect(due([])).toBe("2026-12-05T12:00Z");
  });
});

describe("a day is a day where the law is and where the store is:", () => {
  it("the hour of the day stays when summer time begins or ends", () => {
    const berlin = (receivedAt: string) => iso(clock({ receivedAt: at(receivedAt), zone: "Europe/Berlin" }).due);
    expect(berlin("2026-03-10T10:00Z")).toBe("2026-04-10T09:00Z");
    expect(berlin("2026-10-10T10:00Z")).toBe("2026-11-10T11:00Z");
  });

  it("an hour that summer time skips is the one after it", () => {
    const due = clock({ receivedAt: at("2026-02-28T01:30Z"), zone: "Europe/Brussels" }).due;
    expect(iso(due)).toBe("2026-03-28T01:30Z");
    const skipped = clock({ law: "appi", receivedAt: at("2026-03-15T01:30Z"), zone: "Europe/Brussels" }).due;
    expect(iso(skipped)).toBe("2026-03-29T01:30Z");
  });

  it("the earlier end counts where it is another day there", () => {
    // 28 February at the store in New York, 1 March in Brussels
    const receivedAt = at("2026-02-28T23:30Z");
    expect(iso(clock({ receivedAt, zone: "America/New_York" }).due)).toBe("2026-03-28T22:30Z");
    expect(iso(clock({ receivedAt, zone: "Europe/Brussels" }).due)).toBe("2026-03-31T22:30Z");
  });
});

describe("the person is told that the request arrived", () => {
  it("within ten business days in California, public holidays left out", () => {
    expect(iso(clock({ law: "ccpa", receivedAt: at("2026-11-25") }).confirmBy)).toBe("2026-12-11T12:00Z");
    expect(clock({ law: "ccpa", kind: "opt-out-of-sale" }).confirmBy).toBeNull();
  });

  it("within thirty days of a complaint in the United Kingdom", () => {
    expect(iso(clock({ law: "uk-gdpr", kind: "appeal" }).confirmBy)).toBe("2026-12-25T12:00Z");
  });

  it("as early as any law asks where the state is unknown, and without a date where none does", () => {
    const anyState = facts({ law: "us-state", receivedAt: at("2026-11-02") });
    // Veterans Day counts: no calendar of holidays is sure to be the person's
    expect(iso(clockOf(anyState, () => new Set(), at("2026-11-02")).confirmBy)).toBe("2026-11-16T12:00Z");
    expect(clock({ law: "gdpr" }).confirmBy).toBeNull();
  });
});

describe("the clock of the United Kingdom", () => {
  const law = "uk-gdpr";
  const receivedAt = at("2026-03-01");

  it("starts with the latest of receipt, proof of identity and fee", () => {
    expect(iso(clock({ law, receivedAt }).due)).toBe("2026-04-01T11:00Z");
    expect(iso(clock({ law, receivedAt, identityProvenAt: at("2026-04-02") }).due)).toBe("2026-05-02T12:00Z");
    const both = { identityProvenAt: at("2026-04-02"), feePaidAt: at("2026-04-10") };
    expect(clock({ law, receivedAt, ...both }).startsAt).toEqual(at("2026-04-10"));
  });

  it("stands still while the person is asked what they mean", () => {
    const paused = { law, receivedAt: at("2026-05-01"), pausedAt: at("2026-05-10") } as const;
    expect(iso(clock(paused, at("2026-05-13")).due)).toBe("2026-06-04T12:00Z");
    expect(clock(paused).isPaused).toBe(true);
    const resumed = { ...paused, pausedAt: null, pausedMs: 3 * 86_400_000 };
    expect(iso(clock(resumed, at("2026-05-30")).due)).toBe("2026-06-04T12:00Z");
  });

  it("is the only one that does, and the only one that waits for proof", () => {
    const others = LAW_IDS.filter((id) => id !== law);
    expect(others.filter((id) => clock({ law: id }).mayPause)).toEqual([]);
    const late = { identityProvenAt: at("2026-12-24"), pausedMs: 86_400_000 };
    for (const id of others) expect(clock({ law: id, ...late }).due).toEqual(clock({ law: id }).due);
  });
});

describe("a clock is extended once, inside the first period,", () => {
  it.each<[LawId, ClockFacts["kind"], string]>([
    ["gdpr", "access", "2027-02-25T12:00Z"],
    ["uk-gdpr", "delete", "2027-02-25T12:00Z"],
    ["fadp", "access", "2027-01-24T12:00Z"],
    ["ccpa", "access", "2027-02-23T12:00Z"],
    ["us-va", "opt-out-of-sale", "2027-02-23T12:00Z"],
    ["us-fl", "access", "2027-01-24T12:00Z"],
    ["us-ia", "access", "2027-04-09T11:00Z"],
    ["pipeda", "access", "2027-01-24T12:00Z"],
    ["privacy-act-nz", "access", "2027-02-12T12:00Z"],
  ])("under %s for %s to %s", (law, kind, to) => {
    const { extension } = clock({ law, kind });
    expect("to" in extension && iso(extension.to)).toBe(to);
    expect(iso(clock({ law, kind, extendedAt: at("2026-11-26") }).due)).toBe(to);
  });

  it("counting the further months from the end of the first, which may be a shorter one", () => {
    expect(iso(clock({ receivedAt: at("2026-01-31"), extendedAt: at("2026-02-01") }).due)).toBe("2026-04-28T11:00Z");
  });

  it("and not a second time, not too late, not where the law gives nothing, and not beyond Shopify's rule", () => {
    const why = (changed: Partial<ClockFacts>, now?: Date) => clock(changed, now).extension;
    expect(why({ extendedAt: at("2026-11-26") })).toEqual({ why: "extended-before" });
    expect(why({}, at("2026-12-25T11:59:59.999Z"))).toHaveProperty("to");
    expect(why({}, at("2026-12-25T12:00:00.001Z"))).toEqual({ why: "too-late" });
    for (const law of ["law-25", "lgpd", "pipa", "appi", "shopify", "unknown"] as const)
      expect(why({ law })).toHaveProperty("why");
    expect(why({ law: "law-25" })).toEqual({ why: "law-allows-none" });
    expect(why({ law: "ccpa", kind: "opt-out-of-sale" })).toEqual({ why: "law-allows-none" });
    expect(why({ law: "ccpa", isFromShopify: true })).toEqual({ why: "shopify-allows-none" });
  });
});

/** Each run asks every law when the place is unknown. */
const RUNS = 25;
const laws = fc.constantFrom(...LAW_IDS);
const kinds = fc.constantFrom(...REQUEST_KINDS);
const moments = fc.date({ min: at("2020-01-01"), max: at("2050-01-01"), noInvalidDate: true });
const zones = fc.constantFrom("UTC", "Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata", "Europe/London");
const anything = fc.record({ law: laws, kind: kinds, receivedAt: moments, zone: zones, isFromShopify: fc.boolean() });
type Anything = Pick<ClockFacts, "law" | "kind" | "receivedAt" | "zone" | "isFromShopify">;
const check = (property: (one: Anything) => void) => {
  fc.assert(fc.property(anything, property), { numRuns: RUNS });
};

describe("whatever the law, the kind, the moment and the store:", () => {
  test("a deadline is 10 to 92 days away, and the confirmation never later", () => {
    check((one) => {
      const { due, confirmBy } = clock(one);
      const days = (due.getTime() - one.receivedAt.getTime()) / 86_400_000;
      expect(days).toBeGreaterThan(9.9);
      expect(days).toBeLessThan(92);
      if (confirmBy) expect(confirmBy.getTime()).toBeLessThanOrEqual(due.getTime());
    });
  });

  test("a request that came later is not due earlier", () => {
    fc.assert(
      fc.property(anything, moments, (one, other) => {
        const [first, second] = one.receivedAt < other ? [one.receivedAt, other] : [other, one.receivedAt];
        const due = (receivedAt: Date) => clock({ ...one, receivedAt }).due.getTime();
        // where an hour is skipped, those of the hour before it come to the same moment or after it
        expect(due(first)).toBeLessThanOrEqual(due(second) + 3_600_000);
      }),
      { numRuns: RUNS },
    );
  });

  test("who knows less of the place gets no more time", () => {
    const due = (law: LawId, rest: Partial<ClockFacts>) => clock({ ...rest, law }).due.getTime();
    check((one) => {
      const { law, ...rest } = one;
      expect(due("unknown", rest)).toBeLessThanOrEqual(due(law, rest));
      if (law.startsWith("us-") || law === "ccpa") expect(due("us-state", rest)).toBeLessThanOrEqual(due(law, rest));
    });
  });

  test("Shopify's rule never gives more, an extension never less, and it is told before its first end", () => {
    check((one) => {
      const dueWhen = (isFromShopify: boolean) => clock({ ...one, isFromShopify }).due.getTime();
      expect(dueWhen(true)).toBeLessThanOrEqual(dueWhen(false));
      const { extension, due, firstDue } = clock(one);
      expect(due).toEqual(firstDue);
      if ("to" in extension) {
        expect(extension.to.getTime()).toBeGreaterThan(due.getTime());
        expect(clock({ ...one, extendedAt: one.receivedAt }).due).toEqual(extension.to);
      }
    });
  });

  test("a pause moves the end of a clock that may pause by its length, and of no other", () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 0, max: 60 * 86_400_000 }), (one, pausedMs) => {
        const before = clock(one);
        const moved = clock({ ...one, pausedMs }).due.getTime() - before.due.getTime();
        expect(moved).toBe(before.mayPause ? pausedMs : 0);
      }),
      { numRuns: RUNS },
    );
  });
});

test("holidays are looked up only for the two laws that count business days", () => {
  expect(LAW_IDS.filter((law) => calendarsOf(law).length > 0)).toEqual(["ccpa", "privacy-act-nz"]);
  expect(Object.keys(ANSWER_TIMES)).toHaveLength(LAW_IDS.length - 3);
});
