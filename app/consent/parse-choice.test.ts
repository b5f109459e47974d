import fc from "fast-check";
import { expect, test } from "vitest";
import { consentRule } from "../law/consent-rules.ts";
import { CHOICE_REASONS } from "./choice.ts";
import { judgeChoice } from "./judge-choice.ts";
import { MOST_CHOICES, parseChoices } from "./parse-choice.ts";
import { DEVICES, REGION_SOURCES, SENT_SOURCES, type SentChoice } from "./record.ts";
import { sentChoice } from "./test-choice.ts";

const hash = fc.constantFrom("", "0".repeat(64), "abcdef0123456789".repeat(4));
const choice: fc.Arbitrary<SentChoice> = fc
  .record({
    v: fc.constant(1 as const),
    id: fc.uuid(),
    previous: fc.oneof(fc.constant(""), fc.uuid()),
    form: fc.constantFrom("consent" as const, "opt-out" as const),
    allowed: fc.nat(15),
    offered: fc.nat(15),
    at: fc.nat(4_000_000_000_000),
    source: fc.constantFrom(...SENT_SOURCES),
    region: fc.constantFrom(null, "DE", "US-CA", "US", "CA-QC", "JP", "ZZ"),
    regionSource: fc.constantFrom(...REGION_SOURCES),
    model: fc.constantFrom("opt-in" as const, "opt-out" as const, "notice" as const),
    because: fc.constantFrom(...CHOICE_REASONS),
    signal: fc.boolean(),
    noTrack: fc.boolean(),
    policy: fc.nat(1_000),
    policyHash: hash,
    settingsHash: hash,
    textHash: hash,
    language: fc.constantFrom("de", "pt-BR", "zh-Hant-TW"),
    device: fc.constantFrom(...DEVICES),
    variant: fc.constantFrom("", "B", "shorter-text"),
  })
  .map((sent) => ({
    ...sent,
    allowed: sent.form === "opt-out" && sent.model === "opt-in" ? 0 : sent.allowed & sent.offered,
  }))
  .filter(({ id, previous }) => id !== previous);

test("every choice that a browser can send is read as it was sent, alone or in a list", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(choice, { minLength: 1, maxLength: MOST_CHOICES, selector: ({ id }) => id }),
      (choices) => {
        const [first] = choices;
        expect(parseChoices(JSON.stringify(first))).toEqual({ ok: true, choices: [first] });
        expect(parseChoices(JSON.stringify(choices))).toEqual({ ok: true, choices });
      },
    ),
  );
});

test("any text gets an answer, and a refusal is one sentence that quotes nothing of it", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.array(choice, { minLength: 21, maxLength: 22 }).map((list) => JSON.stringify(list)),
      ),
      (body) => {
        const parsed = parseChoices(body);
        expect(parsed.ok ? "" : parsed.problem).toMatch(/^[A-Z][\w ",:]+\.$/);
      },
    ),
  );
});

test("a field that is missing, of another type, out of its bounds or one too many refuses the whole", () => {
  const names = Object.keys(sentChoice()) as (keyof SentChoice)[];
  fc.assert(
    fc.property(
      choice,
      fc.constantFrom(...names),
      fc.constantFrom(undefined, {}, [], -1, 1.5, "x\0y", "é", 1e15),
      (sent, name, wrong) => {
        expect(parseChoices(JSON.stringify([sentChoice(), { ...sent, [name]: wrong }])).ok).toBe(false);
        expect(parseChoices(JSON.stringify({ ...sent, [`${name}2`]: 1 })).ok).toBe(false);
      },
    ),
  );
});

test("what cannot have happened is refused", () => {
  const bad = [
    { allowed: 4, offered: 3 },
    { form: "opt-out", allowed: 1 },
  ] as const;
  for (const changes of bad) expect(parseChoices(JSON.stringify(sentChoice(changes)))).toMatchObject({ ok: false });
  const own = sentChoice();
  expect(parseChoices(JSON.stringify({ ...own, previous: own.id }))).toMatchObject({ ok: false });
});

test("the server dates a choice no later than its arrival, lets it stand as long as the law, and agrees with an honest browser", () => {
  fc.assert(
    fc.property(choice, fc.nat(4_000_000_000_000), (sent, now) => {
      const judged = judgeChoice(sent, new Date(now));
      expect(judged.at.getTime()).toBe(Math.min(sent.at, now));
      const { model, months } = consentRule(sent.region);
      const days = (judged.lapsesAt.getTime() - judged.at.getTime()) / 864e5;
      expect(days).toBeGreaterThanOrEqual(28 * (months || 14));
      expect(days).toBeLessThanOrEqual(31 * (months || 14));
      if (sent.model !== model) expect(judged.agrees).toBe(false);
      if (sent.model === model && sent.form === "consent") expect(judged.agrees).toBe(true);
    }),
  );
});
