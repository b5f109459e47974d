import { expect, it } from "vitest";
import { auditPolicy } from "./audit.ts";
import { regimesOf } from "./document/regimes.ts";
import { sayPolicy } from "./document/say.ts";
import { jeweller, PLACES } from "./document/test-register.ts";
import { policyHtml } from "./document/to-html.ts";
import { writePolicy } from "./document/write-policy.ts";
import { readPolicy } from "./reading/read-policy.server.ts";
import en from "./texts/en.json" with { type: "json" };

/** That buyers elsewhere read another language is no gap of the English text: the other texts stand beside it. */
const BESIDE = "G20";

it.each([[["DE", "GB", "US-CA", "CA-QC"]], [["DE"]], [["US-CA"]], [["GB", "CH"]], [["CA"]]])(
  "what is written for %s has no gap in the eyes of the audit, and makes the statements of the register",
  (regions) => {
    const document = writePolicy({ register: jeweller(60), regimes: regimesOf(regions), places: PLACES });
    const html = policyHtml(sayPolicy(document, { language: "en", texts: en }));
    const audit = auditPolicy(readPolicy(html), regions, "2026-12-05");
    expect(audit.gaps.filter(({ id }) => id !== BESIDE)).toEqual([]);
    expect([audit.empty, audit.leftovers]).toEqual([[], []]);
    const made = audit.statements.map(({ id }) => id);
    expect(made).toEqual(
      expect.arrayContaining(["S2", "S9", "S11", "S13", "S17", "S19", "S21", "S25", "S30", "S32", "S33"]),
    );
  },
);
