import fc from "fast-check";
import { expect, test } from "vitest";
import { refusePersonalData } from "../evidence/refuse-personal-data.ts";
import { draftProblems, type ProcessorDraft } from "./draft.ts";
import { nextLook } from "./progress.ts";
import { PROCESSOR_ID, processorOf, slugFor, systemOf } from "./processor.ts";

test("a processor's id is made from its name, is unlike the others, and may stand in evidence", () => {
  expect(slugFor("Judge.me", [])).toBe("judge-me");
  expect(slugFor("Judge.me", ["judge-me"])).toBe("judge-me-2");
  expect(slugFor("日本", [])).toBe("processor");
  expect(slugFor("Élan Café 24", [])).toBe("elan-cafe-24");
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.array(fc.constantFrom("processor", "processor-2")),
      (name, taken) => {
        const slug = slugFor(name, taken);
        expect(slug).toMatch(PROCESSOR_ID);
        expect(taken).not.toContain(slug);
        refusePersonalData({ processor: slug, system: systemOf(slug) });
        expect(processorOf(systemOf(slug))).toBe(slug);
      },
    ),
  );
});

test("Candor and Shopify are no processors", () => {
  expect(processorOf("candor")).toBeUndefined();
  expect(processorOf("shopify")).toBeUndefined();
});

test("looks come ever more seldom, the last one when the time is over", () => {
  const asked = new Date("2026-11-01T00:00:00Z");
  const DAY = 86_400_000;
  let now = asked;
  const waits: number[] = [];
  while (now.getTime() < asked.getTime() + DAY) {
    const next = nextLook(asked, now, DAY);
    waits.push(next.getTime() - now.getTime());
    now = next;
  }
  expect(now.getTime()).toBe(asked.getTime() + DAY);
  expect(waits[0]).toBe(10_000);
  expect(waits.length).toBeLessThan(20);
  expect(Math.max(...waits)).toBeLessThanOrEqual(6 * 3_600_000);
});

test("a draft says what is missing, field by field", () => {
  const draft: ProcessorDraft = {
    ...{ id: null, name: " ", connector: "webhook", vendor: null, acts: [], settings: { link: "javascript:alert(1)" } },
    ...{ contact: "not an address", credential: "", isActive: true },
  };
  expect(draftProblems(draft, false).map(({ field }) => field)).toEqual(["name", "acts", "contact", "link", "url"]);
  const good = {
    ...draft,
    name: "Acme",
    acts: ["delete" as const],
    contact: "privacy@acme.example",
  } satisfies Partial<ProcessorDraft>;
  expect(draftProblems({ ...good, connector: "by-hand", settings: {} }, false)).toEqual([]);
});
