import fc from "fast-check";
import { expect, test } from "vitest";
import { entryBody, BEFORE_CHAIN } from "../evidence/chain.ts";
import { eventOf, waitAfter } from "./events.ts";

const at = new Date("2026-11-27T09:00:00Z");
const request = "0190c0de-0000-7000-8000-000000000001";

test("an entry about a request is told with its facts, and without who of the staff did it", () => {
  const facts = { decision: "approved", ground: "", staff: "p" };
  const body = entryBody("a.myshopify.com", BEFORE_CHAIN, { kind: "request.decided", at, request, facts });
  expect(eventOf(body)).toEqual({
    type: "request.decided",
    timestamp: at.toISOString(),
    data: { shop: "a.myshopify.com", request, facts: { decision: "approved", ground: "" }, evidence: { seq: 1 } },
  });
});

test("what is not about a request, or says how it was done inside, is told to nobody", () => {
  const policy = { kind: "app.installed", at, facts: { scopes: [] } } as const;
  expect(eventOf(entryBody("a.myshopify.com", BEFORE_CHAIN, policy))).toBeNull();
  const revealed = {
    kind: "request.personal-data-revealed",
    at,
    request,
    facts: { staff: "p", fields: ["email"] },
  } as const;
  expect(eventOf(entryBody("a.myshopify.com", BEFORE_CHAIN, revealed))).toBeNull();
});

test("an endpoint that fails is asked less and less often, and at least every six hours", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), (failures) => {
      expect(waitAfter(failures)).toBeGreaterThanOrEqual(30_000);
      expect(waitAfter(failures + 1)).toBeGreaterThanOrEqual(waitAfter(failures));
      expect(waitAfter(failures)).toBeLessThanOrEqual(6 * 3_600_000);
    }),
  );
});
