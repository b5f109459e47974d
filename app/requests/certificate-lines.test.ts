import { expect, test } from "vitest";
import type { Certified } from "./certificate.ts";
import { certificateLines } from "./certificate-lines.ts";

const CERTIFIED: Certified = {
  ...{ shop: "rosewood.myshopify.com", request: "0190c0de-0000-7000-8000-000000000001", kind: "opt-out-of-sale" },
  ...{ source: "form", behalf: "agent", person: "p_1", received: "2026-11-01T09:30:00.000Z" },
  verified: { by: "mailbox", at: "2026-11-02T10:00:00.000Z" },
  ...{ law: "gdpr", due: "2026-12-01T09:30:00.000Z", extended: null, closed: "2026-11-05T09:30:00.000Z" },
  ...{ status: "done", outcome: "partial" },
  systems: [
    { system: "candor", status: "done", result: "as-asked", by: null, at: "2026-11-03T00:00:00.000Z" },
    {
      system: "processor:acme-loyalty",
      status: "done",
      result: "by-hand",
      by: "staff",
      at: "2026-11-04T00:00:00.000Z",
    },
  ],
  decisions: [
    { decision: "limited", ground: "legal-claims", article: "GDPR art. 17(3)(e)", at: "2026-11-03T00:00:00.000Z" },
  ],
  stays: [{ what: "invoices", law: "AO §147", until: "2034-12-31" }],
  evidence: { seq: 12, hash: "ab" },
  issued: "2026-11-05T09:31:00.000Z",
};
const facts = (certified: Certified) =>
  Object.fromEntries(
    certificateLines(certified).flatMap((line) => (line.kind === "fact" ? [[line.name, line.value]] : [])),
  );

test("a certificate says in plain words what its JSON says", () => {
  expect(facts(CERTIFIED)).toMatchObject({
    Request: "Opt out of sale (through agent)",
    Identity: "Proven by mailbox, 2026-11-02 10:00 UTC",
    Answer: "Partial, on 2026-11-05 09:30 UTC",
    "In time": "Yes",
    Decision: "Limited, legal claims, GDPR art. 17(3)(e), 2026-11-03",
    "Acme loyalty": "Done: by hand, by staff, 2026-11-04 00:00 UTC",
    Invoices: "AO §147, until 2034-12-31",
    "Evidence entry": "12, ab",
  });
});

test("a late answer, an identity that was never proven and nothing that stays are said as such", () => {
  const late = { ...CERTIFIED, closed: "2026-12-02T00:00:00.000Z", verified: null, stays: [], systems: [] };
  expect(facts(late)).toMatchObject({ "In time": "No, it was late", Identity: "Never proven" });
  const headings = certificateLines(late).flatMap((line) => (line.kind === "heading" ? [line.text] : []));
  expect(headings).toEqual(["What was asked", "What became of it", "Proof"]);
});
