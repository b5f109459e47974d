import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareWordings, wordingRates, type WordingVerdict } from "./compare-wordings.ts";
import { addRates, type GroupRates } from "./opt-in-rates.ts";

const group = (key: string, offered: number, allowed: number): GroupRates => ({
  key,
  choices: offered,
  rates: { ...addRates([]), analytics: { offered, allowed } },
});
const compared = (one: [number, number], other: [number, number]) =>
  compareWordings([group("statement", ...one), group("question", ...other)], "analytics");

/** Numbers between 0 and 1 that are the same in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What somebody sees who looks after every hundred answers, until a difference is named or 6,000 have answered. */
function lookOften(seed: number, [first, second]: readonly [number, number]): WordingVerdict {
  const next = chance(seed);
  const counts: [number, number][] = [
    [0, 0],
    [0, 0],
  ];
  let verdict: WordingVerdict = { kind: "too-few", least: 0 };
  for (let answer = 0; answer < 6_000 && verdict.kind !== "differs"; answer++) {
    const at = next() < 0.5 ? 0 : 1;
    const count = counts[at] as [number, number];
    count[0] += 1;
    if (next() < (at === 0 ? first : second)) count[1] += 1;
    if (answer % 100 === 99) verdict = compared(counts[0] as [number, number], counts[1] as [number, number]);
  }
  return verdict;
}

const rate = fc.nat(3_000).chain((offered) => fc.tuple(fc.constant(offered), fc.nat(offered)));

describe("two wordings", () => {
  it("that are answered alike are hardly ever told apart, however often somebody looks", () => {
    const found = Array.from({ length: 300 }, (_, seed) => lookOften(seed * 7_919 + 1, [0.4, 0.4]));
    expect(found.filter(({ kind }) => kind === "differs").length).toBeLessThanOrEqual(6);
  });

  it("that differ are told apart, and the right one is named", () => {
    const found = Array.from({ length: 20 }, (_, seed) => lookOften(seed * 104_729 + 1, [0.4, 0.5]));
    expect(found.every((verdict) => verdict.kind === "differs" && verdict.more === "question")).toBe(true);
  });

  it("are not judged by few answers", () => {
    expect(compared([99, 0], [5_000, 5_000])).toEqual({ kind: "too-few", least: 100 });
    expect(compareWordings([group("statement", 500, 250)], "analytics").kind).toBe("too-few");
    expect(compared([100, 50], [100, 50]).kind).toBe("open");
  });

  it("are judged alike whichever comes first", () => {
    fc.assert(
      fc.property(rate, rate, (one, other) => {
        const verdict = compared(one, other);
        const turned = compared(other, one);
        expect(turned.kind).toBe(verdict.kind);
        if (verdict.kind === "too-few" || turned.kind === "too-few") return;
        expect(turned.low).toBeCloseTo(-verdict.high, 9);
        expect(verdict.low).toBeLessThan(verdict.high);
      }),
    );
  });
});

it("a wording's rate lies in its interval, and a name that is none of ours counts nowhere", () => {
  fc.assert(
    fc.property(rate, ([offered, allowed]) => {
      const [found, ...more] = wordingRates([group("statement", offered, allowed), group("old", 9, 9)], "analytics");
      expect(more).toEqual([]);
      expect(found).toMatchObject({ wording: "statement", offered, allowed });
      if (!found || offered === 0) return;
      expect(found.low).toBeLessThanOrEqual(allowed / offered + 1e-9);
      expect(found.high).toBeGreaterThanOrEqual(allowed / offered - 1e-9);
    }),
  );
});
