import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withFact, withoutFact } from "../../register/change-facts.ts";
import type { AnyFact, Register } from "../../register/facts.ts";
import { factsOf } from "../../register/kinds.ts";
import en from "../texts/en.json" with { type: "json" };
import { REGIMES, regimesOf, type Regime } from "./regimes.ts";
import { sayPolicy } from "./say.ts";
import { jeweller, PLACES } from "./test-register.ts";
import { policyText } from "./to-text.ts";
import type { PolicyDocument, Reason, Section } from "./words.ts";
import { writePolicy } from "./write-policy.ts";

const write = (register: Register, regimes: readonly Regime[] = REGIMES) =>
  writePolicy({ register, regimes, places: PLACES });

interface Piece {
  /** Where it stands: its section, and its text without values or the first cell of its row. */
  at: string;
  text: string;
  because: Reason;
}

/** Every sentence and row of a policy with its reasons. */
function piecesOf(document: PolicyDocument): Piece[] {
  const inSection = ({ id, blocks, sections }: Section): Piece[] => [
    ...blocks.flatMap((block): Piece[] => {
      if (block.kind === "table")
        return block.rows.map(({ cells, because }) => {
          return { at: `${id} ${JSON.stringify(cells[0])}`, text: `${id} ${JSON.stringify(cells)}`, because };
        });
      const sentences = block.kind === "list" ? block.items : block.sentences;
      return sentences.map(({ words, because }) => {
        return { at: `${id} ${words.text}`, text: `${id} ${JSON.stringify(words)}`, because };
      });
    }),
    ...sections.flatMap(inSection),
  ];
  return document.sections.flatMap(inSection);
}

const full = jeweller(12);
const before = write(full);
const facts = factsOf(full);
const anyFact = fc.constantFrom(...facts);

const OTHER: Readonly<Record<string, unknown>> = { minimumAge: 16, effectiveOn: "2027-02-03", period: { months: 7 } };

/** A fact that says something else: every kind has one. */
function flipped(fact: AnyFact): AnyFact {
  const turned = Object.entries(fact).map(([name, value]: [string, unknown]): [string, unknown] => {
    if (["id", "status", "origin", "ref"].includes(name)) return [name, value];
    if (typeof value === "boolean") return [name, !value];
    if (name === "response") return [name, value === "everywhere" ? "ignored" : "everywhere"];
    if (["legalName", "value", "url"].includes(name)) return [name, `${String(value)}x`];
    return [name, name in OTHER ? OTHER[name] : value];
  });
  return Object.fromEntries(turned) as unknown as AnyFact;
}

/** Pieces of the second policy that the first has not. */
function newIn(before: PolicyDocument, after: PolicyDocument): Piece[] {
  const old = new Set(piecesOf(before).map(({ text }) => text));
  return piecesOf(after).filter(({ text }) => !old.has(text));
}

describe("a policy", () => {
  it("changes in exactly the sentences whose reasons name the fact that was flipped", () => {
    fc.assert(
      fc.property(anyFact, (fact) => {
        const after = write(withFact(full, flipped(fact)));
        // a sentence that sums up many facts names, before or after, the one that came or went
        const changed = [...newIn(before, after), ...newIn(after, before)];
        for (const places of Map.groupBy(changed, ({ at }) => at).values())
          expect(
            places.flatMap(({ because }) => because.facts),
            places[0]?.text,
          ).toContain(fact.id);
      }),
      { numRuns: 100 },
    );
  });

  it("loses exactly the sentences whose reasons name a fact that is gone", () => {
    fc.assert(
      fc.property(anyFact, (fact) => {
        const after = write(withoutFact(full, fact.id));
        for (const { text, because } of newIn(after, before)) expect(because.facts, text).toContain(fact.id);
      }),
      { numRuns: 100 },
    );
  });

  it("names no fact that the register does not have, but where it says that there is none", () => {
    const ids = new Set(facts.map(({ id }) => id));
    const named = new Set(piecesOf(before).flatMap(({ because }) => because.facts));
    expect([...named].filter((id) => !ids.has(id))).toEqual(["elements/health-data"]);
  });

  it("says each vendor, cookie, purpose, element and period of the register", () => {
    const named = new Set(piecesOf(before).flatMap(({ because }) => because.facts));
    const kinds = ["vendors", "cookies", "purposes", "elements", "retention", "decisions", "disclosures", "measures"];
    expect(facts.filter(({ id }) => kinds.some((kind) => id.startsWith(`${kind}/`)) && !named.has(id))).toEqual([]);
  });

  it("has a sentence about the transfer of data only where a law asks for it", () => {
    const ids = (regimes: readonly Regime[]) => write(full, regimes).sections.map(({ id }) => id);
    expect(ids(["ccpa"])).not.toContain("transfers");
    expect(ids(["gdpr"])).toContain("transfers");
  });

  it("is for the laws of the places where the store sells", () => {
    expect(regimesOf(["DE"])).toEqual(["gdpr"]);
    expect(regimesOf(["US-TX", "CA-QC"])).toEqual(["us-states", "law-25"]);
    expect(regimesOf(["US"])).toEqual(["ccpa", "us-states"]);
    expect(regimesOf([])).toEqual(REGIMES);
    expect(regimesOf(["AU"])).toEqual([]);
  });

  it("is said without a place left open", () => {
    const text = policyText(sayPolicy(before, { language: "en", texts: en }));
    expect(text).not.toMatch(/\{|\}|undefined|\[object/);
    expect(text.length).toBeGreaterThan(5_000);
  });
});
