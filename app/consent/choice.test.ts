import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consentRule } from "../law/consent-rules.ts";
import { ADVERTISING, ALL_PURPOSES, NO_PURPOSES, SALE, TRACKING } from "../law/purposes.ts";
import { choose, type KeptChoice, type Situation } from "./choice.ts";
import { situations } from "./test-situations.ts";

const NOW = Date.UTC(2026, 10, 24);
const DAY = 864e5;
const TERMS = { policy: 1, changes: [], offered: ALL_PURPOSES, honoursNoTrack: true, forMinors: false };
const fresh: Situation = { region: "DE", signal: false, noTrack: false, kept: null, terms: TERMS, now: NOW };
const answer = (change: Partial<KeptChoice> = {}): KeptChoice => ({
  form: "consent",
  allowed: ALL_PURPOSES,
  at: NOW,
  policy: 1,
  signal: false,
  noTrack: false,
  ...change,
});

/** Checks a law on random situations. */
function always(law: (situation: Situation) => boolean | void, numRuns = 10_000): void {
  fc.assert(fc.property(situations, law), { numRuns });
}

describe("in every situation", () => {
  it("nothing is allowed where the law wants a yes and nobody said it", () => {
    always((situation) => {
      if (consentRule(situation.region).model !== "opt-in" || situation.kept?.form === "consent") return true;
      return choose(situation).allowed === NO_PURPOSES;
    });
  });

  it("a place that nobody knows is treated as the strictest", () => {
    always((situation) => {
      const unknown = choose({ ...situation, region: null });
      return unknown.model === "opt-in" && (situation.kept?.form === "consent" || unknown.allowed === NO_PURPOSES);
    });
  });

  it("the signal keeps the sale off, unless the shopper answered while it was on", () => {
    always((situation) => {
      if (situation.kept?.signal === true) return true;
      return (choose({ ...situation, signal: true }).allowed & SALE) === 0;
    });
  });

  it("a signal never allows more, and so does no track, and youth", () => {
    always((situation) => {
      const calm = { ...situation, signal: false, noTrack: false, terms: { ...situation.terms, forMinors: false } };
      return (choose(situation).allowed & ~choose(calm).allowed) === 0;
    });
  });

  it("no minor is shown advertising", () => {
    always((situation) => {
      const terms = { ...situation.terms, forMinors: true };
      return (choose({ ...situation, terms }).allowed & ADVERTISING) === 0;
    });
  });

  it("no choice outlives the months of the law", () => {
    always((situation) => {
      const { months } = consentRule(situation.region);
      if (months === 0 || situation.kept === null) return;
      const late = situation.kept.at + (months * 31 + 1) * DAY;
      const without = choose({ ...situation, kept: null, now: late });
      expect(choose({ ...situation, now: late })).toEqual(without);
    });
  });

  it("a no is never asked again sooner than a yes", () => {
    always((situation) => {
      const { kept } = situation;
      if (kept?.form !== "consent") return true;
      const asks = (allowed: number) => choose({ ...situation, kept: { ...kept, allowed } }).show === "banner";
      return !asks(NO_PURPOSES) || asks(ALL_PURPOSES);
    });
  });

  it("nothing is allowed that the store does not use", () => {
    always((situation) => (choose(situation).allowed & ~situation.terms.offered) === 0);
  });

  it("a banner is only shown where something could be allowed by it", () => {
    always((situation) => choose(situation).show !== "banner" || situation.terms.offered !== NO_PURPOSES);
  });
});

describe("a shopper", () => {
  it("in Germany is asked, and has what they allowed for six calendar months", () => {
    expect(choose(fresh)).toMatchObject({ show: "banner", allowed: 0, because: "law-opt-in" });
    const kept = answer({ allowed: 2, at: Date.UTC(2026, 7, 31) });
    const at = (now: number) => choose({ ...fresh, kept, now });
    expect(at(Date.UTC(2027, 1, 27))).toMatchObject({ show: "nothing", allowed: 2, because: "chosen" });
    expect(at(Date.UTC(2027, 1, 28))).toMatchObject({ show: "banner", allowed: 0 });
  });

  it("in Spain is not asked again for two years", () => {
    const kept = answer({ at: NOW - 700 * DAY });
    expect(choose({ ...fresh, region: "ES", kept }).show).toBe("nothing");
    expect(choose({ ...fresh, region: "FR", kept }).show).toBe("banner");
  });

  it("in California is told of the right to opt out, and of a signal that was obeyed", () => {
    expect(choose({ ...fresh, region: "US-CA" })).toMatchObject({ show: "notice", allowed: 15 });
    const told = choose({ ...fresh, region: "US-CA", signal: true });
    expect(told).toMatchObject({ show: "notice", allowed: 7, because: "signal", isSignalHonoured: true });
  });

  it("who answers with the signal on has the last word", () => {
    const kept = answer({ form: "opt-out", signal: true });
    expect(choose({ ...fresh, region: "US-CA", signal: true, kept })).toMatchObject({ allowed: 15, because: "chosen" });
  });

  it("who came from a place without a question has not consented", () => {
    expect(choose({ ...fresh, kept: answer({ form: "opt-out" }) })).toMatchObject({ allowed: 0, show: "banner" });
  });

  it("is asked anew about what a changed policy uses differently, and only that lapses", () => {
    const terms = { ...TERMS, policy: 2, changes: [[2, 4]] as const };
    const told = choose({ ...fresh, terms, kept: answer() });
    expect(told).toMatchObject({ allowed: 11, show: "banner", because: "chosen-in-part" });
    expect(choose({ ...fresh, terms, kept: answer({ allowed: 0 }) }).show).toBe("nothing");
  });

  it("whose browser asks not to be tracked is not, where the policy says so", () => {
    const told = choose({ ...fresh, region: "US", noTrack: true });
    expect(told).toMatchObject({ allowed: ALL_PURPOSES & ~TRACKING, because: "no-track" });
    const terms = { ...TERMS, honoursNoTrack: false };
    expect(choose({ ...fresh, region: "US", noTrack: true, terms }).allowed).toBe(ALL_PURPOSES);
  });
});
